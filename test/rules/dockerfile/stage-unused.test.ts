import { stageUnused } from '../../../server/src/rules/dockerfile/stage-unused.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stageUnused, {
  clean: [
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /x /x\n',
    'FROM a:1 AS b\nFROM b\n',
    'FROM a:1 AS test\nRUN make test\nFROM a:1\n',
    'FROM a:1 AS api\nCMD ["api"]\nFROM a:1 AS worker\nCMD ["worker"]\n',
    'FROM a:1 AS b\nFROM b AS debug\nFROM a:1\n',
    'FROM a:1 AS b\nFROM a:1\nRUN --mount=type=bind,from=b,target=/b x\n',
    'FROM a:1 AS build-bullseye\nFROM a:1 AS build-alpine\nARG X\nFROM build-${X} AS build\nFROM a:1\nCOPY --from=build /x /x\n',
    'FROM a:1 AS b_amd64\nFROM a:1 AS b_armv7\nFROM b_${TARGETARCH}$TARGETVARIANT\n',
    'ARG B=debug\nFROM a:1 AS debian\nFROM a:1 AS fedora\nFROM ${B:-fedora}\n',
    'FROM a:1 AS x86\nFROM a:1 AS arm\nFROM a:1\nARG A=x86\nCOPY --from=$A /x /x\n',
    'FROM a:1 AS b\nFROM scratch AS output\nCOPY --from=b /x /x\nFROM a:1\n',
    'FROM a:1 AS one\nFROM a:1 AS two\nFROM a:1 AS three\nFROM a:1\n',
    '{{ a }}\nFROM a:1\nFROM b:1\n',
    {
      code: 'FROM a:1 AS special\nFROM a:1\n',
      files: { 'compose.yaml': 'services:\n  a:\n    build: { context: ., target: Special }\n' },
    },
  ],
  caught: [
    {
      code: 'ARG VERSION=3.22\nFROM golang:1.25 AS ⟦build⟧\nRUN go build\n\n# The image.\nFROM alpine:3.22\nRUN true\n',
      says: 'The final stage does not need the stage "build". Delete it, or use it.',
      fixed: 'ARG VERSION=3.22\n# The image.\nFROM alpine:3.22\nRUN true\n',
    },
    {
      code: '# syntax=docker/dockerfile:1\n# One.\nFROM ⟦a:1⟧\nRUN x\nFROM a:2\n',
      says: 'The final stage does not need this stage. Delete it, or use it.',
      fixed: '# syntax=docker/dockerfile:1\nFROM a:2\n',
    },
    {
      code: 'FROM a:1 AS ⟦b⟧\nFROM b AS ⟦c⟧\nFROM a:1\n',
      says: [
        'The final stage does not need the stage "b". Delete it, or use it.',
        'The final stage does not need the stage "c". Delete it, or use it.',
      ],
      fixed: 'FROM a:1 AS b\nFROM a:1\n',
    },
    {
      code: 'ARG IMAGE=a:1\nFROM b:1 AS ⟦other⟧\nFROM ${IMAGE}\n',
      says: 'The final stage does not need the stage "other". Delete it, or use it.',
      fixed: 'ARG IMAGE=a:1\nFROM ${IMAGE}\n',
    },
    {
      code: 'ARG CROSS\nFROM b:1 AS ⟦other⟧\nFROM b:1 AS cross-on\nFROM cross-${CROSS}\n',
      says: 'The final stage does not need the stage "other". Delete it, or use it.',
      fixed: 'ARG CROSS\nFROM b:1 AS cross-on\nFROM cross-${CROSS}\n',
    },
    {
      code: 'FROM a:1\nRUN x\nFROM a:1\nCOPY --from=⟦0⟧ /x /x\n',
      says: 'Stage 0 is another one as soon as a stage is put before it. Name it with AS, and use the name.',
    },
  ],
});
