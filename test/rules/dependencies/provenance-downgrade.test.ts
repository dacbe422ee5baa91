import { provenanceDowngrade } from '../../../server/src/rules/dependencies/provenance-downgrade.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({
  a: {
    versions: {
      '1.0.0': { hasProvenance: false },
      '1.1.0': { hasProvenance: true },
      '1.2.0': { hasProvenance: false },
      '1.3.0': {},
    },
  },
  never: { versions: { '1.0.0': { hasProvenance: false } } },
});

const lock = JSON.stringify({ packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/a': { version: '1.2.0' } } });

testRule(provenanceDowngrade, {
  clean: [
    { code: manifest('"a": "1.2.0"') },
    { code: manifest('"a": "1.0.0"'), registry: known },
    { code: manifest('"a": "1.1.0"'), registry: known },
    { code: manifest('"a": "1.3.0"'), registry: known, shown: true },
    { code: manifest('"never": "1.0.0"'), registry: known },
  ],
  caught: [
    {
      code: manifest('"a": "⟦1.2.0⟧"'),
      registry: known,
      says: 'a 1.2.0 has no provenance, though 1.1.0 had it (npm.example). Find out why before installing it.',
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock },
      registry: known,
      says: 'a 1.2.0 has no provenance, though 1.1.0 had it (npm.example). Find out why before installing it.',
    },
    {
      path: 'requirements.txt',
      code: 'p⟦==2.0⟧\n',
      registry: registry({ 'PyPI p': { versions: { '1.0': { hasProvenance: true }, '2.0': { hasProvenance: false } } } }),
      says: 'p 2.0 has no provenance, though 1.0 had it (npm.example). Find out why before installing it.',
    },
  ],
});
