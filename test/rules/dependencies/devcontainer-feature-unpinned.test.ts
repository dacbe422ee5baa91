import { devcontainerFeatureUnpinned } from '../../../server/src/rules/dependencies/devcontainer-feature-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string => `The feature ${name} is taken in its newest version. Name a version: \`${name}:1\`.`;

testRule(devcontainerFeatureUnpinned, {
  clean: [
    {
      path: '.devcontainer/devcontainer.json',
      code: '{ "features": { "ghcr.io/a/b:1": {}, "ghcr.io/a/c:2.1.0": {} } }',
      shown: true,
    },
    {
      path: '.devcontainer/devcontainer.json',
      code: '{"features":{"ghcr.io/a/b:1":{},"ghcr.io/a/c@sha256:abc":{},"./local":{},"https://h.example/f.tgz":{}}}',
    },
    { path: '.devcontainer.json', code: '{"image":"x:latest"}' },
    {
      path: '.devcontainer/devcontainer.json',
      code: '{"features":{"ghcr.io/a/b":{}}}',
      beside: ['.devcontainer/devcontainer.json', '.devcontainer/devcontainer-lock.json'],
    },
  ],
  caught: [
    {
      path: '.devcontainer/devcontainer.json',
      code: '{\n  "features": {\n    "⟦ghcr.io/a/b⟧": {}, // c\n    "⟦ghcr.io/a/c:latest⟧": { "version": "1" },\n  }\n}',
      says: [says('ghcr.io/a/b'), says('ghcr.io/a/c')],
    },
    { path: '.devcontainer.json', code: '{"features":{"⟦h.example:5000/a/b⟧":{}}}', says: says('h.example:5000/a/b') },
    {
      path: '.devcontainer/x/devcontainer.json',
      code: '{"features":{"⟦docker-in-docker⟧":"latest"}}',
      says: says('docker-in-docker'),
    },
  ],
});
