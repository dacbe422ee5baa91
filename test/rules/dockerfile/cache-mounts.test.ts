import { cacheMounts } from '../../../server/src/rules/dockerfile/cache-mounts.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (command: string, target: string): string =>
  `\`${command}\` downloads everything again in each build. A cache mount on ${target} keeps its downloads, outside the image.`;

testRule(cacheMounts, {
  clean: [
    'FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip pip install x\n',
    'FROM a:1\nRUN apk add --no-cache git && pip install --no-cache-dir x\n',
    'FROM a:1\nRUN go version\n',
    'FROM a:1\nRUN npm run build\n',
    'FROM a:1\nRUN go mod verify\n',
    // The cache is switched off.
    'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install x\n',
    'FROM a:1\nRUN PIP_NO_CACHE_DIR=1 pip install x && UV_NO_CACHE=1 uv sync && uv -n sync\n',
    'FROM a:1\nRUN export PIP_NO_CACHE_DIR=1 && pip install x\n',
    // It is somewhere, and nobody knows where.
    'FROM a:1\nARG CACHE\nENV npm_config_cache=$CACHE\nRUN npm ci\n',
    'FROM a:1\nARG CARGO_HOME\nRUN cargo build\n',
    'FROM a:1\nRUN CARGO_HOME=$(mktemp -d) cargo build\n',
    'FROM a:1\nRUN export GOMODCACHE=/x; go build\n',
    'FROM a:1\nRUN pip install --cache-dir "$DIR" x && npm ci --cache .cache\n',
  ],
  caught: [
    {
      code: 'FROM node:24\nRUN ⟦npm⟧ ci\n',
      says: '`npm ci` downloads everything again in each build. A cache mount on /root/.npm keeps its downloads, outside the image.',
      fixed: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      code: 'FROM debian:13\nRUN --network=none apt-get update && ⟦apt-get⟧ install -y git\n',
      says: '`apt-get install` downloads everything again in each build. A cache mount on /var/cache/apt and /var/lib/apt/lists keeps its downloads, outside the image.',
      fixed:
        'FROM debian:13\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked --network=none apt-get update && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nUSER app\nRUN ⟦npm⟧ ci\n',
      says: says('npm ci', '~/.npm'),
    },
    {
      code: 'FROM golang:1.26\nRUN ⟦go⟧ build ./...\n',
      says: '`go build` downloads everything again in each build. A cache mount on /go/pkg/mod and /root/.cache/go-build keeps its downloads, outside the image.',
      fixed:
        'FROM golang:1.26\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build ./...\n',
    },
    {
      code: 'FROM a:1\nENV CARGO_HOME=/opt/cargo/\nRUN ⟦cargo⟧ build\n',
      says: says('cargo build', '/opt/cargo/registry'),
      fixed: 'FROM a:1\nENV CARGO_HOME=/opt/cargo/\nRUN --mount=type=cache,target=/opt/cargo/registry cargo build\n',
    },
    {
      code: 'FROM a:1 AS b\nARG ROOT=/work\nENV GOPATH=${ROOT}/go\nFROM b\nRUN GOCACHE=/tmp/go ⟦go⟧ mod download\n',
      says: says('go mod', '/work/go/pkg/mod and /tmp/go'),
      fixed:
        'FROM a:1 AS b\nARG ROOT=/work\nENV GOPATH=${ROOT}/go\nFROM b\nRUN --mount=type=cache,target=/work/go/pkg/mod --mount=type=cache,target=/tmp/go GOCACHE=/tmp/go go mod download\n',
    },
    {
      code: 'FROM a:1\nENV XDG_CACHE_HOME=/c HOME=/h\nRUN ⟦pip⟧ install x\nRUN ⟦npm⟧ --prefix web ci\nENV NPM_CONFIG_CACHE=/n\nRUN ⟦npm⟧ ci\nRUN ⟦pip⟧ install --cache-dir /p x\n',
      says: [says('pip install', '/c/pip'), says('npm ci', '/h/.npm'), says('npm ci', '/n'), says('pip install', '/p')],
      fixed:
        'FROM a:1\nENV XDG_CACHE_HOME=/c HOME=/h\nRUN --mount=type=cache,target=/c/pip pip install x\nRUN --mount=type=cache,target=/h/.npm npm --prefix web ci\nENV NPM_CONFIG_CACHE=/n\nRUN --mount=type=cache,target=/n npm ci\nRUN --mount=type=cache,target=/p pip install --cache-dir /p x\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦./gradlew⟧ -g /g build\nRUN ⟦mvn⟧ -B -f pom.xml -Dmaven.repo.local=/m package\n',
      says: [says('gradlew build', '/g'), says('mvn package', '/m')],
      fixed:
        'FROM a:1\nRUN --mount=type=cache,target=/g ./gradlew -g /g build\nRUN --mount=type=cache,target=/m mvn -B -f pom.xml -Dmaven.repo.local=/m package\n',
    },
    // What is cleaned up behind it would be gone from the cache too.
    // An empty cache would hide the lists that the RUN before downloaded.
    {
      code: 'FROM debian:13\nRUN apt-get update\nRUN ⟦apt-get⟧ install -y git\n',
      says: says('apt-get install', '/var/cache/apt and /var/lib/apt/lists'),
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get⟧ install -y git && rm -rf /var/lib/apt/lists/*\nRUN ⟦apt⟧ install -y git && apt clean\nRUN ⟦apk⟧ add git && rm -rf /var/cache/{apk,x}\n',
      says: [
        says('apt-get install', '/var/cache/apt and /var/lib/apt/lists'),
        says('apt install', '/var/cache/apt and /var/lib/apt/lists'),
        says('apk add', '/var/cache/apk'),
      ],
    },
    {
      code: 'FROM a:1\nRUN ⟦yum⟧ install -y git && yum clean all\nRUN ⟦dnf⟧ install -y git && rm -rf /var/cache/*\nRUN ⟦npm⟧ ci && npm cache clean --force\nRUN ⟦npm⟧ ci && rm -rf ~/.npm\nRUN ⟦pip⟧ install x && rm -rf $HOME/.cache\n',
      says: [
        says('yum install', '/var/cache/yum'),
        says('dnf install', '/var/cache/dnf'),
        says('npm ci', '/root/.npm'),
        says('npm ci', '/root/.npm'),
        says('pip install', '/root/.cache/pip'),
      ],
    },
    {
      code: 'FROM a:1\nRUN ⟦npm⟧ ci && rm -rf /tmp/* /root/.npmrc\n',
      says: says('npm ci', '/root/.npm'),
      fixed: 'FROM a:1\nRUN --mount=type=cache,target=/root/.npm npm ci && rm -rf /tmp/* /root/.npmrc\n',
    },
    {
      code: 'FROM golang:1.26\nUSER app\nRUN ⟦go⟧ build\n',
      says: says('go build', '/go/pkg/mod and ~/.cache/go-build'),
    },
  ],
});
