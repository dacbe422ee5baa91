import { fromArgUndeclared } from '../../../server/src/rules/dockerfile/from-arg-undeclared.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(fromArgUndeclared, {
  clean: [
    'ARG VERSION=3\nFROM alpine:$VERSION\n',
    'FROM --platform=$BUILDPLATFORM a:1\nFROM a:$TARGETARCH\n',
    'FROM a:${VERSION:-3}\n',
    'ARG VERSION\nFROM a:$VERSION\n',
    'FROM a:\\$VERSION\n',
    'FROM {{ image }}:$X\n',
  ],
  caught: [
    {
      code: 'FROM alpine:⟦${VERSION}⟧\n',
      says: 'VERSION is not declared before the first FROM, so it is empty here. Declare it there with ARG.',
      fixed: 'ARG VERSION\nFROM alpine:${VERSION}\n',
    },
    {
      code: 'ARG NODE_VERSION=24\nFROM node:⟦$NODE_VERSON⟧\n',
      says: 'NODE_VERSON is not declared before the first FROM, so it is empty here. Did you mean NODE_VERSION?',
      fixed: 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION\n',
      alternatives: {
        'Declare ARG NODE_VERSON before the first FROM': 'ARG NODE_VERSION=24\nARG NODE_VERSON\nFROM node:$NODE_VERSON\n',
      },
    },
    {
      code: '# syntax=docker/dockerfile:1\n# The base.\nFROM a:1 AS base\nARG V=2\nFROM a:⟦$V⟧\n',
      says: 'V is not declared before the first FROM, so it is empty here. Declare it there with ARG.',
      fixed: '# syntax=docker/dockerfile:1\n# The base.\nARG V\nFROM a:1 AS base\nARG V=2\nFROM a:$V\n',
    },
    {
      code: 'FROM --platform=⟦$PLATFORM⟧ a:1\n',
      says: 'PLATFORM is not declared before the first FROM, so it is empty here. Declare it there with ARG.',
      fixed: 'ARG PLATFORM\nFROM --platform=$PLATFORM a:1\n',
    },
  ],
});
