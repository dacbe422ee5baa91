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
    'FROM --platform=windows/amd64 golang:1.26\nFROM --platform=windows/amd64 corp.example/app:1\n',
    'FROM --platform=windows/amd64 golang:1.26-windowsservercore-ltsc2022\n',
    'FROM --platform=linux/arm64 mysql:8.4\nFROM --platform=linux/aarch64 mongo:8.0\n',
    'FROM node:24 AS mysql\nFROM --platform=linux/arm mysql\n',
    'ARG P\nFROM --platform=$P arm64v8/node:24\n',
    'FROM --platform=linux/386 debian:13\n',
    'FROM --platform=arm64 arm64v8/golang:1.26\nFROM --platform=x86_64 amd64/node:24\nFROM --platform= amd64/node:24\n',
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
    {
      code: 'FROM --platform=⟦linux/arm/v7⟧ mysql:8.4\n',
      says: '"mysql:8.4" is made for linux/amd64 and linux/arm64, not for linux/arm/v7.',
    },
    {
      code: 'FROM --platform=⟦arm64⟧ amd64/golang:1.26\n',
      says: '"amd64/golang:1.26" is made for linux/amd64, not for arm64.',
    },
    { code: 'FROM --platform=⟦windows/amd64⟧ node:24\n', says: '"node:24" is made for linux, not for windows/amd64.' },
    {
      code: 'FROM --platform=⟦linux/amd64⟧ golang:1.26-nanoserver\n',
      says: '"golang:1.26-nanoserver" is made for windows, not for linux/amd64.',
    },
    {
      code: 'ARG P=linux/amd64\nFROM --platform=⟦$P⟧ arm64v8/node:24\n',
      says: '"arm64v8/node:24" is made for linux/arm64, not for linux/amd64.',
    },
  ],
});
