import { stageNameReserved } from '../../../server/src/rules/dockerfile/stage-name-reserved.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stageNameReserved, {
  clean: [
    'FROM scratch\nCOPY a /\n',
    'FROM a:1 AS scratch-build\n',
    'FROM a:1 AS contexts\nFROM scratch\nCOPY --from=contexts / /a\n',
  ],
  caught: [
    {
      code: 'FROM alpine:3.22 AS ⟦scratch⟧\nRUN make\n',
      says: '"scratch" means something else to Docker. Give the stage another name.',
      fixed: 'FROM alpine:3.22 AS scratch-stage\nRUN make\n',
    },
    {
      code: 'FROM a:1 as ⟦context⟧\nFROM scratch\nCOPY --from=context /a /a\n',
      says: '"context" means something else to Docker. Give the stage another name.',
      fixed: 'FROM a:1 as context-stage\nFROM scratch\nCOPY --from=context-stage /a /a\n',
    },
    {
      code: 'FROM a:1 AS ⟦Context⟧\n',
      says: '"Context" means something else to Docker. Give the stage another name.',
      fixed: 'FROM a:1 AS Context-stage\n',
    },
  ],
});
