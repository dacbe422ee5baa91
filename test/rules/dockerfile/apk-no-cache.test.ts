import { apkNoCache } from '../../../server/src/rules/dockerfile/apk-no-cache.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(apkNoCache, {
  clean: [
    'FROM a:1\nRUN apk add --no-cache git\n',
    'FROM a:1\nRUN apk --no-cache add git && apk del git\n',
    'FROM a:1\nRUN --mount=type=cache,target=/var/cache/apk apk add git\n',
    'FROM a:1\nRUN --mount=type=cache,target=/etc/apk/cache apk add git\n',
    'FROM a:1 AS b\nRUN apk add git\nFROM a:1\n',
    'FROM a:1\nRUN apk add $APK_OPTS git\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apk ⟦add⟧ git\n',
      says: '`apk add` without `--no-cache` needs an index that stays in the image. Add `--no-cache`.',
      fixed: 'FROM a:1\nRUN apk add --no-cache git\n',
    },
    {
      code: 'FROM a:1\nRUN apk update && apk ⟦add⟧ git && rm -rf /var/cache/apk/*\n',
      says: '`apk add` without `--no-cache` needs an index that stays in the image. Add `--no-cache`.',
      fixed: 'FROM a:1\nRUN apk update && apk add --no-cache git && rm -rf /var/cache/apk/*\n',
    },
    {
      code: 'FROM a:1\nRUN if true; then apk -U ⟦add⟧ -t .x git; fi\n',
      says: '`apk add` without `--no-cache` needs an index that stays in the image. Add `--no-cache`.',
      fixed: 'FROM a:1\nRUN if true; then apk -U add --no-cache -t .x git; fi\n',
    },
  ],
});
