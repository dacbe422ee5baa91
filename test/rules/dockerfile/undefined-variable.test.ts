import { undefinedVariable } from '../../../server/src/rules/dockerfile/undefined-variable.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(undefinedVariable, {
  clean: [
    'FROM a:1\nARG X=1\nCOPY $X /x\n',
    'FROM alpine:3.22\nENV PATH=$PATH:/x FOO=$FOO:y\n',
    'FROM python:3.13\nENV X=$PYTHON_VERSION\n',
    'FROM alpine:3.22\nCOPY ${X:-a} /x\n',
    'FROM alpine:3.22\nRUN echo $X\nCMD echo $Y\n',
    'FROM alpine:3.22 AS b\nARG X=1\nFROM b\nCOPY $X /x\n',
    'FROM alpine:3.22\nARG TARGETARCH\nCOPY x-$TARGETARCH /x\n',
    "FROM alpine:3.22\nCOPY \\$X /x\nLABEL a='$b'\n",
    'ARG V=1\nFROM alpine:$V\n',
    'FROM alpine:3.22\nCOPY <<EOF /x\n$X\nEOF\n',
  ],
  caught: [
    {
      code: 'ARG VERSION=1\nFROM alpine:3.22\nLABEL version=⟦$VERSION⟧\n',
      says: 'VERSION is declared before the first FROM, where only FROM sees it. Declare it again in this stage: `ARG VERSION`.',
      fixed: 'ARG VERSION=1\nFROM alpine:3.22\nARG VERSION\nLABEL version=$VERSION\n',
    },
    {
      code: 'FROM alpine:3.22 AS base\nCOPY ⟦$foo⟧ .\n',
      says: 'Nothing declares foo, so it is empty here. Declare it with ARG or ENV.',
      fixed: 'FROM alpine:3.22 AS base\nARG foo\nCOPY $foo .\n',
    },
    {
      code: 'FROM x/y:1\nARG APP_VERSION=1\nADD https://a.example/⟦${APP_VERSON}⟧ /x\n',
      says: 'Nothing declares APP_VERSON, so it is empty here. Did you mean APP_VERSION?',
      fixed: 'FROM x/y:1\nARG APP_VERSION=1\nADD https://a.example/${APP_VERSION} /x\n',
    },
    { code: 'FROM x/y:1\nWORKDIR ⟦$DIR⟧\nARG DIR=/x\n', says: 'DIR is set only further down, so it is empty here.' },
    {
      code: 'FROM x/y:1\ncopy app-⟦$TARGETARCH⟧ /a\nCOPY b-⟦$TARGETARCH⟧ /b\n',
      says: [
        'TARGETARCH is declared before the first FROM, where only FROM sees it. Declare it again in this stage: `ARG TARGETARCH`.',
        'TARGETARCH is declared before the first FROM, where only FROM sees it. Declare it again in this stage: `ARG TARGETARCH`.',
      ],
      fixed: 'FROM x/y:1\narg TARGETARCH\ncopy app-$TARGETARCH /a\nCOPY b-$TARGETARCH /b\n',
      left: 0,
    },
    {
      code: 'FROM scratch\nUSER ⟦$UID⟧\nCOPY --chown=⟦$UID⟧ a /a\n',
      says: [
        'Nothing declares UID, so it is empty here. Declare it with ARG or ENV.',
        'Nothing declares UID, so it is empty here. Declare it with ARG or ENV.',
      ],
      fixed: 'FROM scratch\nARG UID\nUSER $UID\nCOPY --chown=$UID a /a\n',
      left: 0,
    },
  ],
});
