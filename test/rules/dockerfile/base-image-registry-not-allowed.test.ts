import { baseImageRegistryNotAllowed } from '../../../server/src/rules/dockerfile/base-image-registry-not-allowed.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImageRegistryNotAllowed, {
  clean: [
    'FROM node:24\n',
    {
      code: 'FROM registry.corp.example/node:24\nFROM ghcr.io/team/app:1\nFROM eu.gcr.io/x/y\nFROM localhost:5000/a\n',
      allowedRegistries: ['registry.corp.example', 'ghcr.io/team', '*.gcr.io', 'localhost:5000'],
    },
    {
      code: 'FROM scratch AS b\nFROM b\nCOPY --from=b / /x\nCOPY --from=0 / /x\n',
      allowedRegistries: ['registry.corp.example', 'ghcr.io/team', '*.gcr.io', 'localhost:5000'],
    },
    {
      code: 'FROM $IMAGE\nCOPY --from=$OTHER /a /a\n',
      allowedRegistries: ['registry.corp.example', 'ghcr.io/team', '*.gcr.io', 'localhost:5000'],
    },
    { code: 'FROM node:24\nFROM docker.io/org/app:1\n', allowedRegistries: ['docker.io'] },
    { code: 'FROM node:24\nFROM ghcr.io/x/y\n', allowedRegistries: ['*'] },
    { code: 'FROM node:24\n', allowedRegistries: ['https://index.docker.io/'] },
  ],
  caught: [
    {
      code: 'FROM ⟦node:24⟧\n',
      says: '"node:24" comes from docker.io, which the configuration does not allow.',
      allowedRegistries: ['registry.corp.example'],
    },
    {
      code: 'FROM ⟦ghcr.io⟧/teams/app:1\nFROM ⟦gcr.io⟧/x/y\n',
      says: [
        '"ghcr.io/teams/app:1" comes from ghcr.io, which the configuration does not allow.',
        '"gcr.io/x/y" comes from gcr.io, which the configuration does not allow.',
      ],
      allowedRegistries: ['ghcr.io/team', '*.gcr.io'],
    },
    {
      code: 'FROM ghcr.io/team/a\nCOPY --from=⟦nginx:1⟧ /a /a\nRUN --mount=type=bind,from=⟦quay.io/a/b⟧,target=/b x\n',
      says: [
        '"nginx:1" comes from docker.io, which the configuration does not allow.',
        '"quay.io/a/b" comes from quay.io, which the configuration does not allow.',
      ],
      allowedRegistries: ['ghcr.io/team'],
    },
    {
      code: 'ARG R=quay.io\nFROM ⟦$R⟧/a/b:1\n',
      says: '"quay.io/a/b:1" comes from quay.io, which the configuration does not allow.',
      allowedRegistries: ['ghcr.io'],
    },
  ],
});
