import { sshPortExposed } from '../../../server/src/rules/dockerfile/ssh-port-exposed.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(sshPortExposed, {
  clean: [
    'FROM a:1\nEXPOSE 80 2222 22/udp\n',
    'FROM a:1\nEXPOSE $PORT\n',
    'FROM a:1\nRUN echo EXPOSE 22\n',
    'FROM a:1\nEXPOSE 23-30\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nEXPOSE 80 ⟦22⟧ 443\n',
      says: 'Port 22 is that of an SSH server, which a container does not need. Delete it.',
      fixed: 'FROM a:1\nEXPOSE 80 443\n',
    },
    {
      code: 'FROM a:1\nEXPOSE ⟦22/tcp⟧\nCMD ["a"]\n',
      says: 'Port 22 is that of an SSH server, which a container does not need. Delete it.',
      fixed: 'FROM a:1\nCMD ["a"]\n',
    },
    {
      code: 'FROM a:1\nARG P=22\nEXPOSE ⟦$P⟧ 80\n',
      says: 'Port 22 is that of an SSH server, which a container does not need. Delete it.',
      fixed: 'FROM a:1\nARG P=22\nEXPOSE 80\n',
    },
    { code: 'FROM a:1\nEXPOSE ⟦20-25⟧\n', says: 'Port 22 is that of an SSH server, which a container does not need. Delete it.' },
  ],
});
