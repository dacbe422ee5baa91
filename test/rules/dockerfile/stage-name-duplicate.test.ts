import { stageNameDuplicate } from '../../../server/src/rules/dockerfile/stage-name-duplicate.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(stageNameDuplicate, {
  clean: [
    'FROM a:1 AS one\nFROM a:1 AS two\n',
    'FROM a:1 AS one\nFROM one AS two\nFROM two\n',
    'FROM one AS one\nFROM a:1\n',
    '{{ x }}\nFROM a:1 AS one\nFROM a:1 AS one\n',
    'FROM a:1\nFROM a:1\n',
  ],
  caught: [
    {
      code: 'FROM golang:1.25 AS build\nRUN go build\nFROM node:24 AS ⟦build⟧\nRUN npm ci\nFROM alpine:3.22\nCOPY --from=build /app /app\n',
      says: 'An earlier stage has the name "build" already. Give this one another name.',
      fixed:
        'FROM golang:1.25 AS build\nRUN go build\nFROM node:24 AS build-2\nRUN npm ci\nFROM alpine:3.22\nCOPY --from=build-2 /app /app\n',
    },
    {
      code: 'FROM a:1 AS Base\nFROM b:1 as ⟦base⟧\nFROM base AS c\nRUN --mount=type=bind,from=base,target=/x y\n',
      says: 'An earlier stage has the name "base" already. Give this one another name.',
      fixed: 'FROM a:1 AS Base\nFROM b:1 as base-2\nFROM base-2 AS c\nRUN --mount=type=bind,from=base-2,target=/x y\n',
    },
    {
      code: 'FROM a:1 AS x\nFROM a:1 AS ⟦x⟧\nFROM a:1 AS ⟦x⟧\n',
      says: [
        'An earlier stage has the name "x" already. Give this one another name.',
        'An earlier stage has the name "x" already. Give this one another name.',
      ],
      fixed: 'FROM a:1 AS x\nFROM a:1 AS x-2\nFROM a:1 AS x\n',
      firstFixOnly: true,
    },
    {
      code: 'FROM a:1 AS x\nFROM b:1 AS y\nCOPY --from=x /a /a\nFROM a:1 AS ⟦x⟧\n',
      says: 'An earlier stage has the name "x" already. Give this one another name.',
    },
  ],
});
