import { fromArgUndeclared } from '../../../server/src/rules/dockerfile/from-arg-undeclared.ts';
import { testRule } from '../../support/rule-tester.ts';

const undeclared = (name: string): string =>
  `${name} is not declared before the first FROM, so it is empty here. Declare it there with ARG.`;
const near = (name: string, other: string): string =>
  `${name} is not declared before the first FROM, so it is empty here. Did you mean ${other}?`;
const inside = (name: string): string =>
  `${name} is declared inside a stage, which FROM does not see, so it is empty here. Declare it before the first FROM, too.`;

testRule(fromArgUndeclared, {
  clean: [
    'ARG VERSION=3\nFROM alpine:$VERSION\n',
    'FROM --platform=$BUILDPLATFORM a:1\nFROM a:$TARGETARCH\nFROM a:$TARGETOSVERSION\n',
    'FROM a:${VERSION:-3}\nFROM a:${VERSION-3}\n',
    'ARG VERSION\nFROM a:$VERSION\n',
    'ARG A B=2\nFROM $A:$B\n',
    'FROM a:\\$VERSION\n',
    'FROM {{ image }}:$X\n',
    // Used where stages are, and only there.
    'FROM a:1\nARG V=2\nRUN echo $V $W\n',
    'ARG V\nFROM a:$V AS x\nARG V\nFROM b:$V\n',
    '# FROM a:$V\nFROM a:1\n',
    'FROM a:1$\n',
  ],
  caught: [
    {
      code: 'FROM alpine:⟦${VERSION}⟧\n',
      says: undeclared('VERSION'),
      fixed: 'ARG VERSION=3.24\nFROM alpine:${VERSION}\n',
      alternatives: { 'Declare ARG VERSION=3.23 before the first FROM': 'ARG VERSION=3.23\nFROM alpine:${VERSION}\n' },
    },
    // Without it the image is whole.
    {
      code: 'FROM node:24⟦${VARIANT}⟧ AS jsbuilder\n',
      says: undeclared('VARIANT'),
      fixed: 'ARG VARIANT\nFROM node:24${VARIANT} AS jsbuilder\n',
    },
    {
      code: 'ARG NODE_VERSION=24\nFROM node:⟦$NODE_VERSON⟧-slim\n',
      says: near('NODE_VERSON', 'NODE_VERSION'),
      fixed: 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION-slim\n',
      alternatives: {
        'Declare ARG NODE_VERSON before the first FROM (replace replace-me)':
          'ARG NODE_VERSION=24\nARG NODE_VERSON=replace-me\nFROM node:$NODE_VERSON-slim\n',
      },
    },
    {
      code: 'FROM --platform=⟦$BUILDPLATFROM⟧ a:1\n',
      says: near('BUILDPLATFROM', 'BUILDPLATFORM'),
      fixed: 'FROM --platform=$BUILDPLATFORM a:1\n',
      alternatives: {
        'Declare ARG BUILDPLATFROM before the first FROM (replace linux/amd64)':
          'ARG BUILDPLATFROM=linux/amd64\nFROM --platform=$BUILDPLATFROM a:1\n',
      },
    },
    {
      code: '# syntax=docker/dockerfile:1\n# The base.\nFROM a:1 AS base\nARG V=2\nFROM a:⟦$V⟧\n',
      says: inside('V'),
      fixed: '# syntax=docker/dockerfile:1\n# The base.\nARG V=2\nFROM a:1 AS base\nARG V=2\nFROM a:$V\n',
    },
    {
      code: 'FROM a:1 AS base\nARG V\nFROM a:⟦$V⟧\n',
      says: inside('V'),
      fixed: 'ARG V=latest\nFROM a:1 AS base\nARG V\nFROM a:$V\n',
    },
    {
      code: 'ARG A=1 # x\nARG B=2\n\nFROM a:$A\nFROM b:⟦$C⟧\n',
      says: undeclared('C'),
      fixed: 'ARG A=1 # x\nARG B=2\nARG C=latest\n\nFROM a:$A\nFROM b:$C\n',
    },
    { code: 'FROM a:1\nENV V=2\nFROM a:⟦$V⟧\n', says: undeclared('V'), fixed: 'ARG V=latest\nFROM a:1\nENV V=2\nFROM a:$V\n' },
    {
      code: 'FROM --platform=⟦$PLATFORM⟧ a:1\n',
      says: undeclared('PLATFORM'),
      fixed: 'ARG PLATFORM=linux/amd64\nFROM --platform=$PLATFORM a:1\n',
    },
    { code: 'FROM ⟦$image⟧\n', says: undeclared('image'), fixed: 'ARG image=replace-me\nFROM $image\n' },
    { code: 'FROM ⟦$A⟧:⟦$B⟧\n', says: [undeclared('A'), undeclared('B')] },
  ],
});
