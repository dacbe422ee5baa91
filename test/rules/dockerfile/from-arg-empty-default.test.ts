import { fromArgEmptyDefault } from '../../../server/src/rules/dockerfile/from-arg-empty-default.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(fromArgEmptyDefault, {
  clean: [
    'ARG TAG=latest\nFROM busybox:${TAG}\n',
    'ARG TAG\nFROM busybox:${TAG:-latest}\n',
    'ARG REGISTRY\nFROM ${REGISTRY}busybox:1\n',
    'ARG SUFFIX\nFROM node:24${SUFFIX}\n',
    'FROM a:1\nARG TAG\nRUN echo $TAG\n',
    'ARG TAG\nFROM a:1\n',
    'FROM a:$TAG\n',
  ],
  caught: [
    {
      code: 'ARG TAG\nFROM busybox:⟦${TAG}⟧\n',
      says: 'ARG TAG has no default, and without it "busybox:${TAG}" is no valid image. Give it a default.',
      fixed: 'ARG TAG=\nFROM busybox:${TAG}\n',
      left: 1,
    },
    {
      code: 'ARG IMAGE\nARG V=1\nFROM ⟦$IMAGE⟧:$V AS b\n',
      says: 'ARG IMAGE has no default, and without it "$IMAGE:$V" is no valid image. Give it a default.',
      fixed: 'ARG IMAGE=\nARG V=1\nFROM $IMAGE:$V AS b\n',
      left: 1,
    },
    { code: 'ARG A=""\nFROM ⟦$A⟧\n', says: 'ARG A has no default, and without it "$A" is no valid image. Give it a default.' },
    {
      code: 'ARG R\nFROM ⟦$R⟧/x:1\n',
      says: 'ARG R has no default, and without it "$R/x:1" is no valid image. Give it a default.',
      fixed: 'ARG R=\nFROM $R/x:1\n',
      left: 1,
    },
  ],
});
