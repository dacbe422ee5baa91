import { apkUnpinned } from '../../../server/src/rules/dockerfile/apk-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(apkUnpinned, {
  clean: [
    'FROM a:1\nRUN apk add git=2.40 vim~9 "curl>8"\n',
    'FROM a:1\nRUN apk add --virtual .deps gcc=1 && apk del .deps\n',
    'FROM a:1\nRUN apk add ./x.apk --repository http://a.example\n',
    'FROM a:1\nRUN apk add $P && apk update\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apk add --no-cache ⟦git⟧\n',
      says: 'git may be another version in the next build. Say which one: `package=version`.',
    },
    {
      code: 'FROM a:1\nRUN apk --no-cache add -t .deps ⟦gcc⟧ musl-dev\n',
      says: 'gcc, musl-dev may be another version in the next build. Say which one: `package=version`.',
    },
    {
      code: 'FROM a:1\nRUN apk add ⟦py3-pip⟧ git=1\n',
      says: 'py3-pip may be another version in the next build. Say which one: `package=version`.',
    },
  ],
});
