import { nonsensicalCommand } from '../../../server/src/rules/dockerfile/nonsensical-command.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(nonsensicalCommand, {
  clean: [
    'FROM a:1\nRUN ./service x && ./mount && /opt/app/bin/kill\n',
    'FROM a:1\nRUN apt-get install vim ssh && echo ps\n',
    'FROM a:1\nCMD ["ssh", "x"]\n',
    'FROM a:1\nRUN --mount=type=ssh git clone x\n',
    'FROM a:1\nRUN --mount=type=ssh,required=true ssh -T git@host.example\n',
    'FROM a:1\nRUN systemctl enable nginx && systemctl set-default multi-user.target\n',
    'FROM a:1\nRUN command -v ps && which vim && ssh-keygen -A\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦/sbin/shutdown⟧ now; ⟦/usr/sbin/service⟧ x\n',
      says: ['`shutdown` makes no sense while an image is built.', '`service` makes no sense while an image is built.'],
    },
    { code: 'FROM a:1\nRUN ⟦top⟧\n', says: '`top` makes no sense while an image is built.' },
    { code: 'FROM a:1\nRUN a && sudo ⟦service⟧ nginx start\n', says: '`service` makes no sense while an image is built.' },
    { code: 'FROM a:1\nRUN ["⟦vim⟧", "x"]\n', says: '`vim` makes no sense while an image is built.' },
    {
      code: 'FROM a:1\nRUN ⟦systemctl⟧ start nginx && bash -c "⟦ps⟧ aux | grep x"\n',
      says: ['`systemctl` makes no sense while an image is built.', '`ps` makes no sense while an image is built.'],
    },
  ],
});
