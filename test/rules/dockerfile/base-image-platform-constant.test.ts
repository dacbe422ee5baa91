import { baseImagePlatformConstant } from '../../../server/src/rules/dockerfile/base-image-platform-constant.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImagePlatformConstant, {
  clean: [
    'FROM --platform=$BUILDPLATFORM a:1\n',
    'FROM --platform=${TARGETPLATFORM} a:1\n',
    'FROM a:1\n',
    'FROM --platform=linux/amd64 a:1 AS build-amd64\n',
    'ARG P=linux/amd64\nFROM --platform=$P a:1\n',
  ],
  caught: [
    {
      code: 'FROM --platform=⟦linux/amd64⟧ alpine:3.22\n',
      says: 'The platform is always linux/amd64, whatever the build asks for. Delete the flag, or use a variable.',
      fixed: 'FROM alpine:3.22\n',
    },
    {
      code: 'FROM --platform=⟦linux/arm64⟧ \\\n  a:1 AS base\nFROM base\n',
      says: 'The platform is always linux/arm64, whatever the build asks for. Delete the flag, or use a variable.',
      fixed: 'FROM a:1 AS base\nFROM base\n',
    },
    {
      code: 'FROM --platform=⟦windows/amd64⟧ a:1 AS b\n',
      says: 'The platform is always windows/amd64, whatever the build asks for. Delete the flag, or use a variable.',
      fixed: 'FROM a:1 AS b\n',
    },
  ],
});
