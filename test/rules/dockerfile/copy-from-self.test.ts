import { copyFromSelf } from '../../../server/src/rules/dockerfile/copy-from-self.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyFromSelf, {
  clean: [
    'FROM a:1 AS b\nFROM a:1 AS c\nCOPY --from=b /x /x\n',
    'FROM a:1 AS b\nCOPY b /b\n',
    'FROM a:1 AS b\nCOPY --from=$X /x /x\n',
    'FROM a:1 AS b\nFROM b AS c\nCOPY --from=b /x /x\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22 AS build\nCOPY --from=⟦build⟧ /a /b\n',
      says: '"build" is the stage that this instruction is in. Name an earlier stage, or copy with RUN.',
    },
    {
      code: 'FROM a:1\nFROM a:1\nCOPY --from=⟦1⟧ /a /b\n',
      says: '"1" is the stage that this instruction is in. Name an earlier stage, or copy with RUN.',
    },
    {
      code: 'FROM a:1 AS Me\nRUN --mount=type=bind,from=⟦me⟧,target=/x ls\n',
      says: '"me" is the stage that this instruction is in. Name an earlier stage, or copy with RUN.',
    },
  ],
});
