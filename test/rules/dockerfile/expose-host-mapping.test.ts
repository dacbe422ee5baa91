import { exposeHostMapping } from '../../../server/src/rules/dockerfile/expose-host-mapping.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(exposeHostMapping, {
  clean: [
    'FROM a:1\nEXPOSE 80 443/tcp\n',
    'FROM a:1\nEXPOSE $PORTS:80\n',
    'FROM a:1\nRUN docker run -p 80:80 a\nCMD ["80:80"]\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22\nEXPOSE ⟦80⟧:8080\n',
      says: 'EXPOSE takes only the port of the container. Write `8080`, and map it with `docker run -p`.',
      fixed: 'FROM alpine:3.22\nEXPOSE 8080\n',
    },
    {
      code: 'FROM a:1\nEXPOSE ⟦127.0.0.1:80⟧:8080-8081 443\n',
      says: 'EXPOSE takes only the port of the container. Write `8080-8081`, and map it with `docker run -p`.',
      fixed: 'FROM a:1\nEXPOSE 8080-8081 443\n',
    },
    {
      code: 'FROM a:1\nEXPOSE ⟦[::1]:5000⟧:5000/udp\n',
      says: 'EXPOSE takes only the port of the container. Write `5000/udp`, and map it with `docker run -p`.',
      fixed: 'FROM a:1\nEXPOSE 5000/udp\n',
    },
    {
      code: 'FROM a:1\nARG HOST=127.0.0.1\nEXPOSE ⟦$HOST:80:80⟧\n',
      says: 'EXPOSE takes only the port of the container. Write `80`, and map it with `docker run -p`.',
    },
  ],
});
