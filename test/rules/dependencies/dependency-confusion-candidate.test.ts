import { dependencyConfusionCandidate } from '../../../server/src/rules/dependencies/dependency-confusion-candidate.ts';
import { testRule } from '../../support/rule-tester.ts';

const own = '{"name":"acme-ui","private":true,"version":"1.0.0"}';
const manifest = '{"dependencies":{"acme-ui":"^1.0.0"}}';
const lock =
  '{"lockfileVersion":3,"packages":{"":{"dependencies":{"acme-ui":"^1.0.0"}},"node_modules/acme-ui":{"version":"1.0.0"}}}';
const linked =
  '{"lockfileVersion":3,"packages":{"":{"dependencies":{"acme-ui":"^1.0.0"}},"node_modules/acme-ui":{"resolved":"packages/ui","link":true}}}';
const pnpm =
  "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      acme-ui:\n        specifier: ^1.0.0\n        version: 1.0.0\n\npackages:\n\n  acme-ui@1.0.0:\n    resolution: {integrity: sha512-aa==}\n";
const workspace = (name = 'acme-ui'): string =>
  `${name} is a private package of this repository (packages/ui/package.json), but this range takes it from the registry, where anybody may publish that name. Ask for the package of the workspace.`;
const entry = (name: string, host: string): string =>
  `"node_modules/${name}":{"version":"1.0.0","resolved":"https://${host}/${name}/-/${name}-1.0.0.tgz"}`;
const locked = (...entries: readonly string[]): string => `{"lockfileVersion":3,"packages":{${entries.join(',')}}}`;
const NPM = 'registry.npmjs.org';
const PRIVATE = 'npm.acme.example';
const files = { 'packages/ui/package.json': own };
const path = 'package-lock.json';

const app = (range: string): string => `{"name":"app","private":true,"dependencies":{"acme-ui":"${range}"}}`;
const pnpmWorkspace = (settings = ''): Record<string, string> => ({
  ...files,
  'pnpm-workspace.yaml': `packages:\n  - packages/*\n${settings}`,
});
const member = 'packages/app/package.json';

testRule(dependencyConfusionCandidate, {
  clean: [
    // npm and Yarn link what fits, and so does pnpm where it is told to or old.
    { path: member, code: app('^1.0.0'), files: { ...files, 'package.json': '{"workspaces":["packages/*"]}' } },
    { path: member, code: app('^1.0.0'), files: pnpmWorkspace('linkWorkspacePackages: true\n') },
    { path: member, code: app('^1.0.0'), files: { ...pnpmWorkspace(), '.npmrc': 'link-workspace-packages=deep\n' } },
    { path: member, code: app('^1.0.0'), files: { ...pnpmWorkspace(), 'package.json': '{"packageManager":"pnpm@8.15.0"}' } },
    { path: member, code: app('workspace:^'), files: pnpmWorkspace() },
    { path: member, code: app('catalog:'), files: pnpmWorkspace() },
    { path: 'other/package.json', code: app('^1.0.0'), files: pnpmWorkspace() },
    // The root has the name of what the repository publishes.
    {
      path: member,
      code: app('^1.0.0'),
      files: { ...pnpmWorkspace(), 'packages/ui/package.json': '{"name":"acme-ui"}', 'packages/root/package.json': own },
    },
    // An example has the name of the library that it shows.
    {
      code: '{"dependencies":{"async":"^3.0.0"}}',
      files: {
        'examples/async/package.json': '{"name":"async","private":true}',
        'package-lock.json': lock.replaceAll('acme-ui', 'async').replaceAll('1.0.0', '3.0.0'),
      },
    },
    { code: manifest, files },
    { code: manifest, files: { ...files, 'package-lock.json': linked } },
    { code: manifest, files: { 'packages/ui/package.json': '{"name":"acme-ui"}', 'package-lock.json': lock } },
    { code: '{"dependencies":{"acme-ui":"workspace:*"}}', files: { ...files, 'pnpm-lock.yaml': pnpm } },
    { code: manifest, files: { 'package-lock.json': lock } },
    { path, code: locked(entry('acme-a', NPM), entry('acme-b', NPM)) },
    { path, code: locked(entry('acme-a', PRIVATE), entry('acme-b', PRIVATE), entry('lodash', NPM)) },
    // A mirror has all sorts of names.
    { path, code: locked(entry('acme-a', PRIVATE), entry('acme-b', PRIVATE), entry('lodash', PRIVATE), entry('acme-c', NPM)) },
    { path, code: locked(entry('acme-a', PRIVATE), entry('acme-c', NPM)) },
  ],
  caught: [
    {
      path: member,
      code: app('⟦^1.0.0⟧'),
      files: pnpmWorkspace(),
      says: workspace(),
      fixed: app('workspace:*'),
    },
    { code: '{"dependencies":{"acme-ui":"⟦^1.0.0⟧"}}', files: { ...files, 'package-lock.json': lock }, says: workspace() },
    {
      code: '{"dependencies":{"acme-ui":"⟦^1.0.0⟧"}}',
      files: { ...files, 'pnpm-lock.yaml': pnpm },
      says: workspace(),
      fixed: '{"dependencies":{"acme-ui":"workspace:*"}}',
    },
    {
      path,
      code: locked(
        entry('acme-a', PRIVATE),
        entry('acme-b', PRIVATE),
        entry('acme-c', NPM).replace('https', '⟦https').replace('.tgz', '.tgz⟧'),
        entry('lodash', NPM),
      ),
      says: `acme-c comes from the public registry, while acme-a and everything else called acme-… comes from ${PRIVATE}. Check that nobody published an internal name.`,
    },
  ],
});
