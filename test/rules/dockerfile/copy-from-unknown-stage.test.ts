import { copyFromUnknownStage } from '../../../server/src/rules/dockerfile/copy-from-unknown-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(copyFromUnknownStage, {
  clean: [
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1\nCOPY --from=nginx:1.28 /x /x\nCOPY --from=ghcr.io/astral-sh/uv /uv /uv\n',
    'FROM a:1\nCOPY --from=nginx /x /x\nCOPY --from=$X /x /x\n',
    'FROM a:1\nFROM a:1\nCOPY --from=0 /x /x\n',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=B /x /x\n',
    {
      code: 'FROM a:1\nCOPY --from=shared /x /x\n',
      files: { 'compose.yaml': 'services:\n  a:\n    build: { context: ., additional_contexts: { shared: ../s } }\n' },
    },
  ],
  caught: [
    {
      code: 'FROM golang:1.25 AS builder\nFROM alpine:3.22\nCOPY --from=⟦bulider⟧ /app /app\n',
      says: 'No stage before this one has the name "bulider". Did you mean "builder"?',
      fixed: 'FROM golang:1.25 AS builder\nFROM alpine:3.22\nCOPY --from=builder /app /app\n',
    },
    {
      code: 'FROM a:1\nCOPY --from=⟦dependencies⟧ /x /x\n',
      says: 'No stage before this one has the name "dependencies", so Docker looks for an image of that name.',
    },
    {
      code: 'FROM a:1 AS b\nCOPY --from=⟦c⟧ /x /x\nFROM a:1 AS c\n',
      says: 'The stage "c" is defined only further down, so Docker looks for an image of that name. Move it up.',
    },
    {
      code: 'FROM a:1\nFROM a:1\nCOPY --from=⟦3⟧ /x /x\n',
      says: 'There is no stage 3 before this one: stages are counted from 0.',
    },
    {
      code: 'FROM a:1 AS deps\nFROM a:1\nRUN --mount=type=bind,from=⟦dep⟧,target=/d x\n',
      says: 'No stage before this one has the name "dep". Did you mean "deps"?',
      fixed: 'FROM a:1 AS deps\nFROM a:1\nRUN --mount=type=bind,from=deps,target=/d x\n',
    },
  ],
});
