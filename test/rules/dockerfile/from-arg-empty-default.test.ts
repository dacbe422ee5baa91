import { fromArgEmptyDefault } from '../../../server/src/rules/dockerfile/from-arg-empty-default.ts';
import { testRule } from '../../support/rule-tester.ts';

const empty = (name: string, image: string): string =>
  `ARG ${name} has no default, and without it "${image}" is no valid image. Give it a default.`;
const blank = (name: string, image: string): string =>
  `The default of ARG ${name} is empty, and so "${image}" is no valid image. Give it one that works.`;

testRule(fromArgEmptyDefault, {
  clean: [
    'ARG TAG=latest\nFROM busybox:${TAG}\n',
    'ARG TAG\nFROM busybox:${TAG:-latest}\n',
    'ARG TAG\nFROM busybox:${TAG-latest}\n',
    'ARG TAG=\nFROM busybox:${TAG:-latest}\n',
    'ARG TAG\nFROM busybox${TAG:+:$TAG}\n',
    'ARG REGISTRY\nFROM ${REGISTRY}busybox:1\n',
    'ARG SUFFIX\nFROM node:24${SUFFIX}\n',
    // Such a tag may exist.
    'ARG SUFFIX\nFROM node:24-${SUFFIX}\n',
    'FROM a:1\nARG TAG\nRUN echo $TAG\n',
    'ARG TAG\nFROM a:1\n',
    // Nothing declares it, which is another rule's.
    'FROM a:$TAG\n',
    'ARG A\nFROM $A$B\n',
    // Whoever writes this wants an error.
    'ARG IMAGE="${IMAGE:?give one}"\nFROM $IMAGE\n',
    'ARG IMAGE\nFROM ${IMAGE:?give one}\n',
    'ARG V\nARG TAG=${V:-3}\nFROM alpine:$TAG\n',
    'ARG V\nARG TAG=3$V\nFROM alpine:$TAG\n',
    'FROM --platform=$BUILDPLATFORM a:1 AS base-amd64\nFROM base-$TARGETARCH\n',
    'ARG TARGET\nFROM a:1 AS base\nFROM base$TARGET\n',
    'ARG TAG\nFROM {{ image }}:$TAG\n',
    'ARG VAR\nFROM scratch\n',
  ],
  caught: [
    {
      code: 'ARG TAG\nFROM busybox:⟦${TAG}⟧\n',
      says: empty('TAG', 'busybox:${TAG}'),
      fixed: 'ARG TAG=1.37\nFROM busybox:${TAG}\n',
    },
    {
      code: 'ARG IMAGE\nARG V=1\nFROM ⟦$IMAGE⟧:$V AS b\n',
      says: empty('IMAGE', '$IMAGE:$V'),
      fixed: 'ARG IMAGE=replace-me\nARG V=1\nFROM $IMAGE:$V AS b\n',
    },
    { code: 'ARG A=""\nFROM ⟦$A⟧\n', says: blank('A', '$A'), fixed: 'ARG A=replace-me\nFROM $A\n' },
    {
      code: 'ARG A=""\nFROM alpine:⟦$A⟧\n',
      says: blank('A', 'alpine:$A'),
      fixed: 'ARG A=3.24\nFROM alpine:$A\n',
      alternatives: { 'Give A the default 3.23': 'ARG A=3.23\nFROM alpine:$A\n' },
    },
    { code: 'ARG A=\nFROM ⟦$A⟧\n', says: blank('A', '$A'), fixed: 'ARG A=replace-me\nFROM $A\n' },
    { code: 'ARG R\nFROM ⟦$R⟧/x:1\n', says: empty('R', '$R/x:1'), fixed: 'ARG R=replace-me\nFROM $R/x:1\n' },
    // Only the one that is missed.
    {
      code: 'ARG PREFIX\nARG TAG\nFROM ${PREFIX}app:⟦${TAG}⟧\n',
      says: empty('TAG', '${PREFIX}app:${TAG}'),
      fixed: 'ARG PREFIX\nARG TAG=replace-me\nFROM ${PREFIX}app:${TAG}\n',
    },
    {
      code: 'ARG A\nARG B\nFROM ⟦$A⟧:⟦$B⟧\n',
      says: [empty('A', '$A:$B'), empty('B', '$A:$B')],
    },
    {
      code: 'ARG V\nARG TAG=$V\nFROM app:⟦$TAG⟧\n',
      says: blank('TAG', 'app:$TAG'),
      fixed: 'ARG V\nARG TAG=latest\nFROM app:$TAG\n',
    },
    {
      code: 'ARG DIGEST\nFROM app@⟦$DIGEST⟧ AS x\n',
      says: empty('DIGEST', 'app@$DIGEST'),
    },
    {
      code: 'ARG BASE\nFROM ⟦$BASE⟧-$TARGETARCH\n',
      says: empty('BASE', '$BASE-$TARGETARCH'),
      fixed: 'ARG BASE=replace-me\nFROM $BASE-$TARGETARCH\n',
    },
    // One default would have to fit two images.
    {
      code: 'ARG V\nFROM node:⟦$V⟧ AS a\nFROM python:⟦$V⟧\n',
      says: [empty('V', 'node:$V'), empty('V', 'python:$V')],
      fixed: 'ARG V=replace-me\nFROM node:$V AS a\nFROM python:$V\n',
      firstFixOnly: true,
    },
    {
      code: 'arg v\nfrom registry.example:5000/team/app:⟦$v⟧\n',
      says: empty('v', 'registry.example:5000/team/app:$v'),
      fixed: 'arg v=latest\nfrom registry.example:5000/team/app:$v\n',
    },
  ],
});
