import { baseImagePlatformRedundant } from '../../../server/src/rules/dockerfile/base-image-platform-redundant.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImagePlatformRedundant, {
  clean: [
    'FROM --platform=$BUILDPLATFORM a:1\n',
    'FROM a:1\n',
    'FROM --platform=linux/amd64 a:1\n',
    // Without BuildKit the variable is empty, and this is the answer to that.
    'FROM --platform=${TARGETPLATFORM:-linux/amd64} a:1\n',
    'FROM --platform=linux/$TARGETARCH a:1\nFROM --platform=$TARGETOS/$TARGETARCH a:1\n',
    "FROM --platform='$TARGETPLATFORM' a:1\n",
    'FROM {{ image }}\nFROM --platform=$TARGETPLATFORM a:1\n',
    'FROM a:1\nARG TARGETPLATFORM\nRUN echo --platform=$TARGETPLATFORM\n',
    'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM a:1\n',
  ],
  caught: [
    {
      code: '# podman needs the platform.\nFROM --platform=⟦$TARGETPLATFORM⟧ a:1\n',
      says: '`--platform=$TARGETPLATFORM` is what FROM does by itself. Delete the flag.',
      fixed: '# podman needs the platform.\nFROM a:1\n',
    },
    {
      code: 'FROM --platform=⟦$TARGETPLATFORM⟧ alpine:3.22\n',
      says: '`--platform=$TARGETPLATFORM` is what FROM does by itself. Delete the flag.',
      fixed: 'FROM alpine:3.22\n',
    },
    {
      code: 'from --platform=⟦${TARGETPLATFORM}⟧  a:1 as b\n',
      says: '`--platform=${TARGETPLATFORM}` is what FROM does by itself. Delete the flag.',
      fixed: 'from a:1 as b\n',
    },
    {
      code: 'ARG TARGETPLATFORM\nFROM --platform=⟦$TARGETPLATFORM⟧ a:1\n',
      says: '`--platform=$TARGETPLATFORM` is what FROM does by itself. Delete the flag.',
      fixed: 'ARG TARGETPLATFORM\nFROM a:1\n',
    },
    {
      code: 'FROM --platform=⟦"$TARGETPLATFORM"⟧ a:1 AS b\nFROM --platform=⟦${TARGETPLATFORM}⟧ b\n',
      says: [
        '`--platform="$TARGETPLATFORM"` is what FROM does by itself. Delete the flag.',
        '`--platform=${TARGETPLATFORM}` is what FROM does by itself. Delete the flag.',
      ],
      fixed: 'FROM a:1 AS b\nFROM b\n',
    },
    {
      code: 'FROM --platform=⟦$TARGETPLATFORM⟧ \\\n  # why\n  a:1\n',
      says: '`--platform=$TARGETPLATFORM` is what FROM does by itself. Delete the flag.',
    },
  ],
});
