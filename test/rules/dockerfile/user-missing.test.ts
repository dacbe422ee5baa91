import { userMissing } from '../../../server/src/rules/dockerfile/user-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'The final stage never sets USER, so the image runs as root.';
const likely = (image: string): string =>
  `The final stage never sets USER, so the image runs as root unless "${image}" sets another user.`;

testRule(userMissing, {
  clean: [
    'FROM node:24\nUSER node\n',
    'FROM node:24\nUSER root\n',
    'FROM node:24 AS base\nUSER node\nFROM base\nCMD ["x"]\n',
    'FROM node:24 AS build\nFROM node:24\nuser 1000\n',
    'FROM node:24\nARG USER\nUSER ${USER}\n',
    'FROM gcr.io/distroless/static-debian12:nonroot\n',
    'FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled\n',
    'FROM nginxinc/nginx-unprivileged:1.28\n',
    'FROM cgr.dev/chainguard/node:latest\n',
    'ARG BASE\nFROM $BASE\n',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
    'FROM {{ image }}\nCMD ["x"]\n',
    'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build /out /\n',
    'FROM debian:12\nRUN apt-get install -y gosu\nENTRYPOINT ["/entry.sh"]\n',
    'FROM alpine:3.22\nENTRYPOINT ["su-exec", "app", "/app"]\n',
    'ARG TAG\nFROM gcr.io/distroless/base:$TAG\n',
    'ARG X=1\n',
    '',
  ],
  caught: [
    { code: 'FROM ⟦node:24⟧\nCMD ["node"]\n', says, fixed: 'FROM node:24\nUSER node\nCMD ["node"]\n' },
    {
      code: 'FROM ⟦node:24-alpine⟧\nRUN x\n\n# Start.\nENTRYPOINT ["node"]\nCMD ["a"]',
      says,
      fixed: 'FROM node:24-alpine\nRUN x\n\nUSER node\n# Start.\nENTRYPOINT ["node"]\nCMD ["a"]',
    },
    {
      code: 'FROM golang:1.25 AS build\nUSER nobody\nFROM ⟦debian:trixie-slim⟧\nCMD ["x"]\n',
      says,
      fixed:
        'FROM golang:1.25 AS build\nUSER nobody\nFROM debian:trixie-slim\nRUN useradd --uid 10001 --create-home app\nUSER 10001\nCMD ["x"]\n',
    },
    {
      code: 'FROM ⟦alpine:3.22⟧\nCOPY a /a',
      says,
      fixed: 'FROM alpine:3.22\nCOPY a /a\nRUN adduser -S -u 10001 app\nUSER 10001',
    },
    {
      code: 'FROM golang:1.25 AS build\nFROM ⟦scratch⟧\nCOPY --from=build /a /\nENTRYPOINT ["/a"]\n',
      says,
      fixed: 'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build /a /\nUSER 65532\nENTRYPOINT ["/a"]\n',
    },
    {
      code: 'FROM debian:12 AS base\nFROM ⟦base⟧\nRUN useradd -m -s /bin/bash -u 1000 deploy\nCMD x\n',
      says,
      fixed: 'FROM debian:12 AS base\nFROM base\nRUN useradd -m -s /bin/bash -u 1000 deploy\nUSER deploy\nCMD x\n',
    },
    ...[
      ['node:24-slim', 'RUN useradd bob && x && userdel bob', 'USER node'],
      ['debian:13', 'RUN userdel -r $(id -un 1000)\nRUN useradd bob && usermod --login eve bob', 'USER eve'],
      ['debian:13', 'RUN useradd bob && usermod -aG wheel bob && deluser bob wheel && adduser bob x', 'USER bob'],
      ['node:24-slim', 'RUN userdel -r node', 'RUN useradd --uid 10001 --create-home app\nUSER 10001'],
      ['node:24-alpine', 'RUN deluser --remove-home $OLD', 'RUN adduser -S -u 10001 app\nUSER 10001'],
      ['debian:13', 'RUN groupadd -g 10001 app', 'RUN useradd --uid 10001 --gid app --create-home app\nUSER 10001'],
      ['alpine:3.22', 'RUN addgroup -S app', 'RUN adduser -S -u 10001 -G app app\nUSER 10001'],
      ['alpine:3.22', 'RUN addgroup -S app && delgroup app', 'RUN adduser -S -u 10001 app\nUSER 10001'],
      ['debian:13', 'RUN groupadd x && groupmod -n app x', 'RUN useradd --uid 10001 --gid app --create-home app\nUSER 10001'],
    ].map(([image = '', run = '', lines = '']) => ({
      code: `FROM ⟦${image}⟧\n${run}\nCMD ["x"]\n`,
      says,
      fixed: `FROM ${image}\n${run}\n${lines}\nCMD ["x"]\n`,
    })),
    {
      code: 'FROM debian:13 AS base\nRUN useradd one\nFROM ⟦base⟧\nRUN useradd two\n',
      says,
      fixed: 'FROM debian:13 AS base\nRUN useradd one\nFROM base\nRUN useradd two\nUSER two\n',
    },
    {
      code: 'FROM ⟦gcr.io/distroless/static-debian12⟧\nCMD ["/a"]\n',
      says: likely('gcr.io/distroless/static-debian12'),
      severity: 'low',
      fixed: 'FROM gcr.io/distroless/static-debian12\nUSER 65532\nCMD ["/a"]\n',
    },
    {
      code: 'FROM ⟦registry.example.com/base:3⟧\nCMD ["/a"]\n',
      says: likely('registry.example.com/base:3'),
      severity: 'low',
      fixed: 'FROM registry.example.com/base:3\nUSER 10001\nCMD ["/a"]\n',
    },
    {
      code: 'FROM ⟦node:24⟧\nONBUILD USER node\nCMD ["node"]\nRUN x\n',
      says,
      fixed: 'FROM node:24\nONBUILD USER node\nCMD ["node"]\nRUN x\nUSER node\n',
    },
    { code: 'ARG V=24\nfrom ⟦node:${V}⟧\ncmd node', says, fixed: 'ARG V=24\nfrom node:${V}\nUSER node\ncmd node' },
    { code: 'FROM ⟦almalinux:10⟧\n', says, fixed: 'FROM almalinux:10\nRUN useradd --uid 10001 --create-home app\nUSER 10001\n' },
    ...['amazonlinux:2023', 'amazoncorretto:21', 'maven:3.9-amazoncorretto-21', 'oraclelinux:9-slim', 'almalinux:10-minimal'].map(
      (image) => ({
        code: `FROM ⟦${image}⟧\nCMD ["x"]\n`,
        says,
        fixed: `FROM ${image}\nUSER 65532:65532\nCMD ["x"]\n`,
      }),
    ),
  ],
});
