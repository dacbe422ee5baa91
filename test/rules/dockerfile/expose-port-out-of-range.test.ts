import { exposePortOutOfRange } from '../../../server/src/rules/dockerfile/expose-port-out-of-range.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(exposePortOutOfRange, {
  clean: [
    'FROM a:1\nEXPOSE 80 443/tcp 65535/udp 8080-8090\n',
    'FROM a:1\nEXPOSE $PORT\n',
    'FROM a:1\nARG PORT=8080\nEXPOSE ${PORT}/tcp\n',
    'FROM a:1\nEXPOSE 80:80 127.0.0.1:99999:80\n',
    'FROM a:1\n# EXPOSE 99999\nRUN EXPOSE 99999\n',
    'FROM a:1\nEXPOSE 80/TCP 3868/sctp\n',
  ],
  caught: [
    { code: 'FROM alpine:3.22\nEXPOSE ⟦80000⟧\n', says: 'There is no port 80000: the highest one is 65535.' },
    {
      code: 'FROM a:1\nEXPOSE 80 ⟦65536⟧/tcp \\\n  ⟦8080-70000⟧/udp\n',
      says: ['There is no port 65536: the highest one is 65535.', 'There is no port 8080-70000: the highest one is 65535.'],
    },
    { code: 'FROM a:1\nARG PORT=99999\nONBUILD EXPOSE ⟦$PORT⟧\n', says: 'There is no port 99999: the highest one is 65535.' },
    { code: 'FROM a:1\nEXPOSE ⟦9000-8000⟧\n', says: 'The range 9000-8000 ends before it begins.' },
    {
      code: 'FROM a:1\nEXPOSE ⟦http⟧ 80/⟦icmp⟧\n',
      says: [
        '"http" is no port. Write a number or a range, and behind a slash `tcp`, `udp` or `sctp`.',
        '"80/icmp" is no port. Write a number or a range, and behind a slash `tcp`, `udp` or `sctp`.',
      ],
    },
  ],
});
