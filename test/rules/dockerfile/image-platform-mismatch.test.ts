import { imagePlatformMismatch } from '../../../server/src/rules/dockerfile/image-platform-mismatch.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(imagePlatformMismatch, {
  clean: [
    'FROM --platform=linux/arm64 arm64v8/node:24\n',
    'FROM --platform=$BUILDPLATFORM amd64/node:24\n',
    'FROM --platform=linux/amd64 node:24\n',
    'FROM arm32v7/node:24\n',
    'FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
    'FROM --platform=linux amd64/node:24\n',
  ],
  caught: [
    {
      code: 'FROM --platform=⟦linux/amd64⟧ arm64v8/node:24\n',
      says: '"arm64v8/node:24" is made for linux/arm64, not for linux/amd64.',
    },
    {
      code: 'FROM --platform=⟦linux/amd64⟧ mcr.microsoft.com/windows/servercore:ltsc2022\n',
      says: '"mcr.microsoft.com/windows/servercore:ltsc2022" is made for windows, not for linux/amd64.',
    },
    {
      code: 'FROM --platform=⟦windows/amd64⟧ amd64/alpine:3.22\n',
      says: '"amd64/alpine:3.22" is made for linux/amd64, not for windows/amd64.',
    },
  ],
});
