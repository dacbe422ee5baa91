import { outdatedMajor } from '../../../server/src/rules/dependencies/outdated-major.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({
  a: { latest: '5.1.0', versions: { '1.0.0': {}, '2.0.0': {}, '2.1.0': {}, '5.1.0': {}, '6.0.0-rc.1': {} } },
  calm: { latest: '1.9.0', versions: { '1.0.0': {}, '1.9.0': {}, '2.0.0-beta': {} } },
});

testRule(outdatedMajor, {
  clean: [
    { code: manifest('"a": "1.0.0"') },
    { code: manifest('"a": "5.0.0"'), registry: known },
    { code: manifest('"a": "^1.0.0"'), registry: known },
    { code: manifest('"calm": "1.0.0"'), registry: known },
  ],
  caught: [
    {
      code: manifest('"a": "⟦1.0.0⟧"'),
      registry: known,
      says: 'a 1.0.0 is 2 major versions behind 5.1.0 (npm.example). Read the release notes and plan the upgrade.',
      fixed: manifest('"a": "5.1.0"'),
    },
    {
      code: manifest('"a": "⟦2.1.0⟧"'),
      registry: known,
      says: 'a 2.1.0 is a major version behind 5.1.0 (npm.example). Read the release notes and plan the upgrade.',
      fixed: manifest('"a": "5.1.0"'),
    },
    {
      path: 'requirements.txt',
      code: 'django⟦==3.2⟧\n',
      registry: registry({ 'PyPI django': { latest: '5.2', versions: { '3.2': {}, '4.2': {}, '5.2': {} } } }),
      says: 'django 3.2 is 2 major versions behind 5.2 (npm.example). Read the release notes and plan the upgrade.',
      fixed: 'django==5.2\n',
    },
  ],
});
