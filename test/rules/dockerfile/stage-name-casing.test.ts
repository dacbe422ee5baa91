import { stageNameCasing } from '../../../server/src/rules/dockerfile/stage-name-casing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stageNameCasing, {
  clean: ['FROM a:1 AS build\nFROM BUILD\n', 'FROM a:1\n', 'FROM a:1 AS build-2_x.y\n'],
  caught: [
    {
      code: 'FROM golang:1.25 AS ⟦Build⟧\nFROM alpine:3.22\nCOPY --from=Build /app /app\n',
      says: 'Write the stage name in lower case: `build`.',
      fixed: 'FROM golang:1.25 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\n',
    },
    {
      code: 'FROM a:1 AS ⟦BASE⟧\nFROM Base\nRUN --mount=from=BASE,target=/b x\n',
      says: 'Write the stage name in lower case: `base`.',
      fixed: 'FROM a:1 AS base\nFROM base\nRUN --mount=from=base,target=/b x\n',
    },
    { code: 'ARG S=One\nFROM a:1 AS ⟦One⟧\nFROM $S\n', says: 'Write the stage name in lower case: `one`.' },
  ],
});
