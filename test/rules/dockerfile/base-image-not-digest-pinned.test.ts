import { baseImageNotDigestPinned } from '../../../server/src/rules/dockerfile/base-image-not-digest-pinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImageNotDigestPinned, {
  clean: [
    'FROM node:24@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
    'FROM scratch\n',
    'ARG D=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nFROM node@$D\nFROM node:24@${D}\n',
    'ARG D\nFROM node@$D\nFROM node:24$D\nFROM $IMAGE\n',
    'FROM {{ image }}:24\nFROM node:24\n',
    // Malformed ones are another rule's.
    'ARG A=\nFROM $A\nFROM node:\nFROM node@\nFROM Node:24\nFROM\n',
    'FROM node:24@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nCOPY --from=nginx:1 /a /a\n',
    'FROM node:$V\n',
    'ARG V\nFROM node:$V\n',
    'FROM node:24@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS b\nFROM b\n',
  ],
  caught: [
    {
      code: 'FROM ⟦node:24-slim⟧\n',
      says: '"node:24-slim" may be another image tomorrow. Add its digest behind the tag.',
      fixed: 'FROM node:24-slim@sha256:0000000000000000000000000000000000000000000000000000000000000000\n',
    },
    {
      code: 'ARG V=24\nFROM ⟦node:$V⟧ AS b\n',
      says: '"node:24" may be another image tomorrow. Add its digest behind the tag.',
      fixed: 'ARG V=24@sha256:0000000000000000000000000000000000000000000000000000000000000000\nFROM node:$V AS b\n',
    },
    { code: 'FROM ⟦ghcr.io/org/app⟧\n', says: '"ghcr.io/org/app" may be another image tomorrow. Add its digest behind the tag.' },
    {
      code: 'ARG V=24\nFROM ⟦node:${V}-alpine⟧\n',
      says: '"node:24-alpine" may be another image tomorrow. Add its digest behind the tag.',
    },
    {
      code: 'ARG IMAGE=node:24\nFROM --platform=$BUILDPLATFORM ⟦$IMAGE⟧ AS b\n',
      says: '"node:24" may be another image tomorrow. Add its digest behind the tag.',
      fixed:
        'ARG IMAGE=node:24@sha256:0000000000000000000000000000000000000000000000000000000000000000\nFROM --platform=$BUILDPLATFORM $IMAGE AS b\n',
    },
  ],
});
