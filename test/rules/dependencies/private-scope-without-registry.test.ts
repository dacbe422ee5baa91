import { privateScopeWithoutRegistry } from '../../../server/src/rules/dependencies/private-scope-without-registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const entry = (name: string, resolved: string): string =>
  `"node_modules/${name}":{"version":"1.0.0","resolved":"${resolved}","integrity":"sha512-aa=="}`;
const lock = (...entries: readonly string[]): string => `{"lockfileVersion":3,"packages":{${entries.join(',')}}}`;
const A = entry('a', 'https://registry.npmjs.org/a/-/a-1.0.0.tgz');
const B = 'https://npm.acme.example/repo/@acme/b/-/b-1.0.0.tgz';
const own = lock(A, entry('@acme/b', B));
const marked = own.replace(B, '⟦$&⟧');
const says = (scope = '@acme', host = 'npm.acme.example'): string =>
  `Packages of ${scope} come from ${host}, but no setting says so, and a fresh installation asks the public registry. Set ${scope}:registry.`;

testRule(privateScopeWithoutRegistry, {
  clean: [
    { path, code: lock(A, entry('@acme/b', 'https://registry.npmjs.org/@acme/b/-/b-1.0.0.tgz')) },
    { path, code: own, files: { '.npmrc': '@acme:registry=https://npm.acme.example/repo/\n' }, shown: true },
    { path, code: own, files: { '.npmrc': '@acme:registry=https://other.example/\n' } },
    { path, code: own, files: { '.npmrc': 'registry=https://npm.acme.example/repo/\n' } },
    { path, code: own, files: { '.yarnrc.yml': 'npmScopes:\n  acme:\n    npmRegistryServer: https://npm.acme.example\n' } },
    { path, code: own, files: { 'bunfig.toml': '[install.scopes]\nacme = "https://npm.acme.example/"\n' } },
    { path, code: own, dependencies: { allowedHosts: ['npm.acme.example'] } },
    { path, code: lock(A, entry('@acme/b', 'https://codeload.github.com/@acme/b/tar.gz/v1')) },
    { path, code: lock(A, entry('@acme/b', 'https://evil.example/x.tgz')) },
    // A mirror for everything.
    { path, code: lock(entry('a', 'https://npm.acme.example/a/-/a-1.0.0.tgz'), entry('@acme/b', B)) },
    // Not the whole scope.
    { path, code: lock(A, entry('@acme/b', B), entry('@acme/c', 'https://registry.npmjs.org/@acme/c/-/c-1.0.0.tgz')) },
    { path, code: lock(A, entry('@acme/b', 'http://localhost:4873/@acme/b/-/b-1.0.0.tgz')) },
  ],
  caught: [
    { path, code: marked, says: says() },
    {
      path,
      code: marked,
      beside: [],
      says: says(),
      others: { '.npmrc': '@acme:registry=https://npm.acme.example/repo/\n' },
    },
    {
      path,
      code: marked,
      files: { '.npmrc': '@other:registry=https://npm.other.example/\n' },
      says: says(),
      others: { '.npmrc': '@acme:registry=https://npm.acme.example/repo/\n@other:registry=https://npm.other.example/\n' },
    },
    {
      path: 'web/yarn.lock',
      code: '"@acme/b@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "@acme/b@npm:1.0.0::__archiveUrl=⟦https%3A%2F%2Fnpm.pkg.github.com%2Fdownload%2F%40acme%2Fb%2F1.0.0%2Faa⟧"\n',
      beside: [],
      says: says('@acme', 'npm.pkg.github.com'),
      others: { 'web/.npmrc': '@acme:registry=https://npm.pkg.github.com/\n' },
    },
  ],
});
