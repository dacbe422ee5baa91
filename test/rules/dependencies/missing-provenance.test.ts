import { missingProvenance } from '../../../server/src/rules/dependencies/missing-provenance.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({
  a: { versions: { '1.0.0': { hasProvenance: false }, '1.1.0': { hasProvenance: true }, '1.2.0': { hasProvenance: false } } },
  never: { versions: { '1.0.0': { hasProvenance: false }, '1.1.0': { hasProvenance: false } } },
});

const lock = JSON.stringify({ packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/a': { version: '1.0.0' } } });

testRule(missingProvenance, {
  clean: [
    { code: manifest('"a": "1.0.0"') },
    { code: manifest('"a": "1.1.0"'), registry: known },
    { code: manifest('"a": "1.2.0"'), registry: known },
    { code: manifest('"never": "1.0.0"'), registry: known },
  ],
  caught: [
    {
      code: manifest('"a": "⟦1.0.0⟧"'),
      registry: registry({ a: { versions: { '1.0.0': { hasProvenance: false }, '2.0.0': { hasProvenance: true } } } }),
      says: 'a 1.0.0 has no provenance, while 2.0.0 has (npm.example). Upgrade to 2.0.0 or later.',
      severity: 'info',
    },
    {
      code: manifest('"a": "⟦1.0.0⟧"'),
      registry: known,
      says: 'a 1.0.0 has no provenance, while 1.1.0 has (npm.example). Upgrade to 1.1.0 or later.',
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock },
      registry: known,
      says: 'a 1.0.0 has no provenance, while 1.1.0 has (npm.example). Upgrade to 1.1.0 or later.',
    },
    {
      path: 'requirements.txt',
      code: 'p⟦==2.0⟧\n',
      registry: registry({ 'PyPI p': { versions: { '2.0': { hasProvenance: false }, '2.1': { hasProvenance: true } } } }),
      says: 'p 2.0 has no provenance, while 2.1 has (npm.example). Upgrade to 2.1 or later.',
    },
  ],
});
