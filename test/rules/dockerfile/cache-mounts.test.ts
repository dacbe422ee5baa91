import { cacheMounts } from '../../../server/src/rules/dockerfile/cache-mounts.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(cacheMounts, {
  clean: [
    'FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip pip install x\n',
    'FROM a:1\nRUN apk add --no-cache git && pip install --no-cache-dir x\n',
    'FROM a:1\nRUN go version\n',
    'FROM a:1\nRUN npm run build\n',
  ],
  caught: [
    {
      code: 'FROM node:24\nRUN ⟦npm⟧ ci\n',
      says: '`npm ci` downloads everything again in each build. A cache mount on /root/.npm keeps its downloads, outside the image.',
      fixed: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      code: 'FROM debian:13\nRUN --network=none apt-get update && ⟦apt-get⟧ install -y git\n',
      says: '`apt-get install` downloads everything again in each build. A cache mount on /var/cache/apt and /var/lib/apt keeps its downloads, outside the image.',
      fixed:
        'FROM debian:13\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked --network=none apt-get update && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nUSER app\nRUN ⟦npm⟧ ci\n',
      says: '`npm ci` downloads everything again in each build. A cache mount on /root/.npm keeps its downloads, outside the image.',
    },
    {
      code: 'FROM golang:1.26\nRUN ⟦go⟧ build ./...\n',
      says: '`go build` downloads everything again in each build. A cache mount on /go/pkg/mod and /root/.cache/go-build keeps its downloads, outside the image.',
      fixed:
        'FROM golang:1.26\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build ./...\n',
    },
  ],
});
