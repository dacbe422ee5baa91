import { yankedVersion } from '../../../server/src/rules/dependencies/yanked-version.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({
  a: { versions: { '1.0.0': {}, '1.1.0': { isYanked: true }, '1.2.0': {}, '2.0.0': {} } },
  lonely: { versions: { '1.0.0': {}, '1.1.0': { isYanked: true } } },
  fork: { versions: { '1.0.0': {} } },
  'crates.io c': { versions: { '1.0.0': { isYanked: true }, '1.0.1': {} } },
});
const lock = JSON.stringify({ packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/a': { version: '1.1.0' } } });

const core = { 'core/go.mod': 'module go.example/core\n\nretract v1.2.0\nretract [v1.4.0, v1.4.3] // broken\n' };
const requires = (version: string, more = ''): string => `module go.example/app\n\nrequire go.example/core ${version}\n${more}`;

testRule(yankedVersion, {
  clean: [
    ...['v1.2.1', 'v1.3.9', 'v1.4.4'].map((version) => ({ path: 'go.mod', code: requires(version), files: core })),
    { path: 'go.mod', code: requires('v1.2.0') },
    { path: 'go.mod', code: requires('v1.2.0', '\nreplace go.example/core => ./core\n'), files: core },
    { path: 'go.mod', code: requires('v1.2.0').replace('core', 'cores'), files: core },
    { code: manifest('"a": "1.1.0"') },
    { code: manifest('"a": "1.0.0"'), registry: known },
    { code: manifest('"a": "^1.1.0"'), registry: known },
    { code: manifest('"unknown": "1.1.0"'), registry: known },
    { code: manifest('"fork": "9.9.9"'), registry: known },
    { code: manifest('"a": "file:../a"'), registry: known },
    { code: manifest('"a": "1.1.0"'), files: { 'packages/a/package.json': '{"name":"a"}' }, registry: known },
    { code: '{"overrides":{"a":"1.1.0"}}', registry: known },
  ],
  caught: [
    ...['v1.2.0', 'v1.4.0', 'v1.4.2', 'v1.4.3'].map((version) => ({
      path: 'go.mod',
      code: requires(`⟦${version}⟧`),
      files: core,
      says: `go.example/core ${version} was withdrawn by its authors (retract in core/go.mod). Require a version that is still offered.`,
    })),
    {
      code: manifest('"a": "⟦1.1.0⟧"'),
      registry: known,
      says: 'a 1.1.0 was withdrawn by its authors (npm.example). Use 1.2.0.',
      fixed: manifest('"a": "1.2.0"'),
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock },
      registry: known,
      says: 'a 1.1.0 was withdrawn by its authors (npm.example). Use 1.2.0.',
      fixed: manifest('"a": "^1.2.0"'),
    },
    {
      code: manifest('"a": "⟦1.1.7⟧"'),
      registry: known,
      says: 'a 1.1.7 is no longer in the registry (npm.example). Use 1.2.0.',
      fixed: manifest('"a": "1.2.0"'),
    },
    {
      code: manifest('"lonely": "⟦1.1.0⟧"'),
      registry: known,
      says: 'lonely 1.1.0 was withdrawn, and there is no good later release (npm.example). Look for another package.',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\nc = "⟦=1.0.0⟧"\n',
      registry: known,
      says: 'c 1.0.0 was withdrawn by its authors (npm.example). Use 1.0.1.',
      fixed: '[dependencies]\nc = "=1.0.1"\n',
    },
  ],
});
