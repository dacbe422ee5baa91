import { exposeProtoCasing } from '../../../server/src/rules/dockerfile/expose-proto-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(exposeProtoCasing, {
  clean: ['FROM a:1\nEXPOSE 80/tcp 53/udp 80\n', 'FROM a:1\nEXPOSE $PORT/TCP\n', 'FROM a:1\nRUN echo EXPOSE 80/TCP\n'],
  caught: [
    {
      code: 'FROM alpine:3.22\nEXPOSE 80/⟦TCP⟧\n',
      says: 'Write the protocol in lower case: `tcp`.',
      fixed: 'FROM alpine:3.22\nEXPOSE 80/tcp\n',
    },
    {
      code: 'FROM a:1\nexpose 80/tcp 53/⟦Udp⟧ \\\n  # sctp\n  1/⟦SCTP⟧\n',
      says: ['Write the protocol in lower case: `udp`.', 'Write the protocol in lower case: `sctp`.'],
      fixed: 'FROM a:1\nexpose 80/tcp 53/udp \\\n  # sctp\n  1/sctp\n',
    },
    { code: 'FROM a:1\nARG PROTO=TCP\nEXPOSE ⟦80/$PROTO⟧\n', says: 'Write the protocol in lower case: `tcp`.' },
  ],
});
