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
    { code: 'FROM node:24\nFROM library/node\n', allowedRegistries: ['docker.io/library'] },
    { code: 'FROM bitnami/redis:7\nFROM bitnami/node\n', allowedRegistries: ['bitnami'] },
    { code: 'FROM ghcr.io/team-a/app:1\nFROM ghcr.io/team-b/x/y\n', allowedRegistries: ['ghcr.io/team-*'] },
    { code: 'FROM GHCR.io/Team/app:1\n', allowedRegistries: ['ghcr.io/team/'] },
    { code: 'FROM a.corp.example:5000/x\n', allowedRegistries: ['*.corp.example:5000'] },
    // Contexts that the build names, and stages of another file.
    { code: 'FROM ghcr.io/a/b\nCOPY --from=assets / /\nONBUILD COPY --from=builder / /\n', allowedRegistries: ['ghcr.io'] },
    { code: 'ARG R\nFROM $R/node:24\nFROM ghcr.io/$X\nFROM ghcr.io/a:$T\n', allowedRegistries: ['ghcr.io/a'] },
    { code: 'FROM ghcr.io/a AS x\nFROM x\nRUN --mount=from=x,target=/x true\n', allowedRegistries: ['ghcr.io'] },
    { code: 'FROM {{ registry }}/node\n', allowedRegistries: ['ghcr.io'] },
  ],
  caught: [
    {
      code: 'FROM ⟦node⟧:24\n',
      says: '"node:24" comes from docker.io, which the configuration does not allow.',
      allowedRegistries: ['registry.corp.example'],
    },
    {
      code: 'FROM ⟦ghcr.io/teams/app⟧:1\nFROM ⟦gcr.io⟧/x/y\n',
      says: [
        '"ghcr.io/teams/app:1" comes from ghcr.io, of which the configuration allows other repositories only.',
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
    {
      code: 'FROM ⟦evil.example⟧/$IMAGE\nFROM node:$TAG\nFROM ⟦quay.io⟧/a/b:${TAG} AS x\n',
      says: [
        '"evil.example/$IMAGE" comes from evil.example, which the configuration does not allow.',
        '"quay.io/a/b" comes from quay.io, which the configuration does not allow.',
      ],
      allowedRegistries: ['docker.io'],
    },
    {
      code: 'FROM ⟦localhost:5000⟧/a\nFROM ⟦xcorp.example⟧/a\nFROM ⟦corp.example.evil.example⟧/a\n',
      says: ['localhost:5000', 'xcorp.example', 'corp.example.evil.example'].map(
        (registry) => `"${registry}/a" comes from ${registry}, which the configuration does not allow.`,
      ),
      allowedRegistries: ['*.corp.example', 'localhost', 'corp.example'],
    },
    {
      code: 'FROM ghcr.io/a\nCOPY --from=⟦nginx⟧ /a /a\n',
      says: '"nginx" comes from docker.io, which the configuration does not allow.',
      allowedRegistries: ['ghcr.io'],
    },
    {
      code: 'FROM ⟦other/app⟧\n',
      says: '"other/app" comes from docker.io, of which the configuration allows other repositories only.',
      allowedRegistries: ['docker.io/library'],
    },
  ],
});
