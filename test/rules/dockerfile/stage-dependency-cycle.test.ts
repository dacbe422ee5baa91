import { stageDependencyCycle } from '../../../server/src/rules/dockerfile/stage-dependency-cycle.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stageDependencyCycle, {
  clean: [
    'FROM a:1 AS b\nFROM a:1 AS c\nCOPY --from=b /x /x\n',
    'FROM a:1 AS b\nCOPY --from=c /x /x\nFROM a:1 AS c\n',
    'FROM node AS node\nCOPY --from=node /x /x\n',
    'FROM a:1 AS b\nFROM b AS c\nCOPY --from=b /x /x\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22 AS one\nCOPY --from=⟦two⟧ /b /b\nFROM alpine:3.22 AS two\nCOPY --from=one /a /a\n',
      says: '"two" needs this stage itself, so neither can be built first.',
    },
    {
      code: 'FROM a:1 AS b\nRUN --mount=from=⟦d⟧,target=/d x\nFROM b AS c\nFROM c AS d\n',
      says: '"d" needs this stage itself, so neither can be built first.',
    },
    {
      code: 'FROM a:1\nCOPY --from=⟦1⟧ /a /a\nFROM a:1\nCOPY --from=0 /a /a\n',
      says: '"1" needs this stage itself, so neither can be built first.',
    },
  ],
});
