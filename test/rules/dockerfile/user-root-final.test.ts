import { userRootFinal } from '../../../server/src/rules/dockerfile/user-root-final.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (user: string): string => `The image runs as ${user}. Let the last USER be an unprivileged one.`;

testRule(userRootFinal, {
  clean: [
    'FROM node:24\nUSER root\nRUN x\nUSER node\n',
    'FROM node:24\n',
    'FROM node:24 AS build\nUSER root\nFROM node:24\nUSER node\n',
    'FROM node:24 AS a\nUSER root\nFROM node:24\nCOPY --from=a /x /x\n',
    'FROM node:24\nUSER rootless\n',
    'FROM node:24\nARG U\nUSER $U\n',
    'FROM node:24\nUSER 1000:0\n',
    'FROM node:24\nUSER\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nUSER root\n',
  ],
  caught: [
    {
      code: 'FROM node:24\nUSER ⟦root⟧\nCMD ["node"]\n',
      says: says('root'),
      fixed: 'FROM node:24\nUSER root\nUSER node\nCMD ["node"]\n',
    },
    {
      code: 'FROM node:24\nUSER app\nUSER ⟦0⟧\nRUN x\n',
      says: says('0'),
      fixed: 'FROM node:24\nUSER app\nUSER 0\nRUN x\nUSER app\n',
    },
    {
      code: 'from debian:12\nuser ⟦root:root⟧\nrun adduser --disabled-password --gecos "" --home /app app\nentrypoint ["/a"]',
      says: says('root:root'),
      fixed:
        'from debian:12\nuser root:root\nrun adduser --disabled-password --gecos "" --home /app app\nUSER app\nentrypoint ["/a"]',
    },
    {
      code: 'FROM jenkins/jenkins:lts\nUSER ⟦root⟧\nRUN x\n',
      says: says('root'),
      fixed: 'FROM jenkins/jenkins:lts\nUSER root\nRUN x\nUSER jenkins\n',
    },
    {
      code: 'FROM node:24 AS base\nUSER ⟦root⟧\nFROM base\nCMD ["x"]\n',
      says: says('root'),
      fixed: 'FROM node:24 AS base\nUSER root\nFROM base\nUSER node\nCMD ["x"]\n',
    },
    {
      code: 'FROM alpine:3.22\nARG U=root\nUSER ⟦$U⟧\nCMD ["x"]\n',
      says: says('root'),
      fixed: 'FROM alpine:3.22\nARG U=root\nUSER $U\nRUN adduser -S -u 10001 app\nUSER 10001\nCMD ["x"]\n',
    },
    {
      code: 'FROM node:24\nCMD ["node"]\nUSER ⟦root⟧\n',
      says: says('root'),
      fixed: 'FROM node:24\nCMD ["node"]\nUSER root\nUSER node\n',
    },
    {
      code: 'FROM node:24\nARG APP=node\nUSER ${APP}\nUSER ⟦root⟧\n',
      says: says('root'),
      fixed: 'FROM node:24\nARG APP=node\nUSER ${APP}\nUSER root\nUSER ${APP}\n',
    },
    {
      code: 'FROM node:24\nUSER bob\nUSER 1000:x\nUSER node:x\nUSER ⟦root⟧\nRUN userdel -r $OLD\n',
      says: says('root'),
      fixed: 'FROM node:24\nUSER bob\nUSER 1000:x\nUSER node:x\nUSER root\nRUN userdel -r $OLD\nUSER 1000:x\n',
    },
    {
      code: 'FROM jenkins/jenkins:lts\nUSER ⟦root⟧\nRUN usermod -l ci jenkins\n',
      says: says('root'),
      fixed: 'FROM jenkins/jenkins:lts\nUSER root\nRUN usermod -l ci jenkins\nUSER ci\n',
    },
  ],
});
