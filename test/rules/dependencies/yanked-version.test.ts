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

testRule(yankedVersion, {
  clean: [
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
