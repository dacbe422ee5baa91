import { unknownLicense } from '../../../server/src/rules/dependencies/unknown-license.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const lock = (a: string): string =>
  `{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"${a}},"node_modules/b":{"version":"1.0.0","license":"MIT"}}}`;
const dependencies = { allowedLicenses: ['MIT'] };
const missing = 'a 1.0.0 names no licence, so the policy cannot be checked. Find out under which terms it may be used.';
const unknown = (license: string): string =>
  `a 1.0.0 names the licence "${license}", which is not an SPDX expression, so the policy cannot be checked. Find out what it is.`;

const known = registry({
  a: { versions: { '1.0.0': {}, '1.1.0': { license: 'MIT' }, '1.2.0': { license: 'Our own' } } },
  // A registry that tells no licence of any version.
  b: { versions: { '1.0.0': {} } },
});
const ask = (version: string) => ({ code: `{"dependencies":{"a":"${version}","b":"1.0.0"}}`, registry: known, dependencies });
const registered = (text: string, of: string): string =>
  text.replace('1.0.0', of).replace(/(licen[cs]e(?: "[^"]*")?),/, '$1 (npm.example),');

testRule(unknownLicense, {
  clean: [
    ask('1.1.0'),
    ask('^1.0.0'),
    { ...ask('1.0.0'), dependencies: {} },
    { path, code: lock('') },
    { path, code: lock(',"license":"SEE LICENSE IN x"') },
    { path, code: lock(',"license":"MIT"'), dependencies },
    { path, code: lock(',"license":"GPL-3.0-only"'), dependencies },
    { path, code: lock(',"license":"Apache 2.0"'), dependencies },
    // A lockfile that tells no licences.
    { path, code: '{"lockfileVersion":2,"packages":{"node_modules/a":{"version":"1.0.0"}}}', dependencies },
    { path: 'yarn.lock', code: 'a@^1:\n  version "1.0.0"\n', dependencies },
  ],
  caught: [
    { ...ask('⟦1.0.0⟧'), says: registered(missing, '1.0.0') },
    { ...ask('⟦1.2.0⟧'), says: registered(unknown('Our own'), '1.2.0') },
    { path, code: lock('').replace('node_modules/a', '⟦node_modules/a⟧'), dependencies, says: missing },
    {
      path,
      code: lock('').replace('node_modules/a', '⟦node_modules/a⟧'),
      dependencies: { deniedLicenses: ['GPL-3.0'] },
      says: missing,
    },
    { path, code: lock(',"license":"⟦SEE LICENSE IN LICENSE.md⟧"'), dependencies, says: unknown('SEE LICENSE IN LICENSE.md') },
    { path, code: lock(',"license":"⟦UNLICENSED⟧"'), dependencies, says: unknown('UNLICENSED') },
    { path, code: lock(',"license":"⟦BSD⟧"'), dependencies, says: unknown('BSD') },
    { path, code: lock(',"license":"⟦Our own⟧"'), dependencies, says: unknown('Our own') },
  ],
});
