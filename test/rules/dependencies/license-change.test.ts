import { licenseChange } from '../../../server/src/rules/dependencies/license-change.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
const known = registry({
  a: {
    versions: { '1.0.0': { license: 'MIT' }, '1.1.0': {}, '2.0.0': { license: 'BUSL-1.1' }, '2.1.0': { license: 'BUSL-1.1' } },
  },
  spelt: {
    versions: {
      '1.0.0': { license: 'Apache 2.0' },
      '1.1.0': { license: 'Apache-2.0' },
      '1.2.0': { license: 'Apache License, Version 2.0' },
      '1.3.0': { license: 'GPL-2.0+' },
      '1.4.0': { license: 'GPL-2.0-or-later' },
    },
  },
});

testRule(licenseChange, {
  clean: [
    { code: manifest('"a": "2.0.0"') },
    { code: manifest('"a": "1.0.0"'), registry: known },
    { code: manifest('"a": "1.1.0"'), registry: known },
    { code: manifest('"a": "2.1.0"'), registry: known },
    { code: manifest('"spelt": "1.1.0"'), registry: known },
    { code: manifest('"spelt": "1.2.0"'), registry: known },
    { code: manifest('"spelt": "1.4.0"'), registry: known },
  ],
  caught: [
    {
      code: manifest('"a": "⟦2.0.0⟧"'),
      registry: known,
      says: 'a 2.0.0 is licensed as BUSL-1.1, while 1.0.0 was MIT (npm.example). Read the new licence.',
    },
    {
      path: 'requirements.txt',
      code: 'p⟦==2.0⟧\n',
      registry: registry({ 'PyPI p': { versions: { '1.0': { license: 'GPL-2.0-only' }, '2.0': { license: 'GPL-3.0-only' } } } }),
      says: 'p 2.0 is licensed as GPL-3.0-only, while 1.0 was GPL-2.0-only (npm.example). Read the new licence.',
    },
    {
      code: manifest('"a": "⟦^2.0.0⟧"'),
      files: {
        'package-lock.json': JSON.stringify({
          packages: { '': { dependencies: { a: '^2.0.0' } }, 'node_modules/a': { version: '2.0.0' } },
        }),
      },
      registry: known,
      says: 'a 2.0.0 is licensed as BUSL-1.1, while 1.0.0 was MIT (npm.example). Read the new licence.',
    },
  ],
});
