import { baseImagePlatformConstant } from '../../../server/src/rules/dockerfile/base-image-platform-constant.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImagePlatformConstant, {
  clean: [
    'FROM --platform=$BUILDPLATFORM a:1\n',
    'FROM --platform=${TARGETPLATFORM} a:1\n',
    'FROM a:1\n',
    'FROM --platform=linux/amd64 a:1 AS build-amd64\n',
    'ARG P=linux/amd64\nFROM --platform=$P a:1\n',
    'ARG P=linux/amd64\nFROM --platform=${P} a:1\nFROM --platform=linux/$TARGETARCH a:1\nFROM --platform=${P:-linux/amd64} a:1\n',
    'FROM --platform="$BUILDPLATFORM" a:1\n',
    'FROM --platform=linux/amd64 a:1 AS build_amd64\nFROM --platform=linux/arm64 a:1 AS build_ARM64\nFROM --platform=linux/arm64/v8 a:1 AS linux\n',
    'FROM --platform=arm64 a:1 AS base-arm64\n',
    'FROM --platform= a:1\n',
    'FROM --platform={{ platform }} a:1\n',
    'FROM a:1\nRUN docker build --platform=linux/amd64 .\n',
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
    {
      code: 'FROM --platform=⟦arm64⟧ a:1 as build\n',
      says: 'The platform is always arm64, whatever the build asks for. Delete the flag, or use a variable.',
      fixed: 'FROM a:1 as build\n',
    },
    {
      code: 'from --platform=⟦"linux/amd64"⟧ a:1 as x86\n',
      says: 'The platform is always linux/amd64, whatever the build asks for. Delete the flag, or use a variable.',
      fixed: 'from a:1 as x86\n',
    },
    {
      code: 'FROM --platform=⟦linux/amd64⟧ \\\n  # why\n  a:1\n',
      says: 'The platform is always linux/amd64, whatever the build asks for. Delete the flag, or use a variable.',
    },
    {
      code: 'FROM a:1 AS b\nFROM --platform=⟦linux/arm/v7⟧ b\nFROM --platform=⟦linux/amd64⟧ scratch\n',
      says: ['linux/arm/v7', 'linux/amd64'].map(
        (platform) => `The platform is always ${platform}, whatever the build asks for. Delete the flag, or use a variable.`,
      ),
      fixed: 'FROM a:1 AS b\nFROM b\nFROM scratch\n',
    },
  ],
});
