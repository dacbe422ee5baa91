import { deniedLicense } from '../../../server/src/rules/dependencies/denied-license.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const lock = (license: string): string =>
  `{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0","license":"${license}"}}}`;
const says = (license: string): string =>
  `a 1.0.0 is under ${license}, which the policy of this workspace does not allow. Replace the package.`;
const allow = (...allowedLicenses: readonly string[]) => ({ dependencies: { allowedLicenses } });
const deny = (...deniedLicenses: readonly string[]) => ({ dependencies: { deniedLicenses } });
const fine = (license: string, policy: object) => ({ path, code: lock(license), ...policy });
const bad = (license: string, policy: object) => ({ path, code: lock(`⟦${license}⟧`), says: says(license), ...policy });

const known = registry({
  a: { versions: { '1.0.0': { license: 'GPL-3.0-only' }, '1.1.0': { license: 'MIT' } } },
  b: { versions: { '1.0.0': {} } },
});
const asks = (a = '^1.0.0', section = 'dependencies'): string => `{"${section}":{"a":"${a}","b":"1.0.0"}}`;
const yarn = (version: string) => ({ 'yarn.lock': `a@^1.0.0:\n  version "${version}"\n  resolved "https://r.example/a.tgz"\n` });
const told = says('GPL-3.0-only (npm.example)');

testRule(deniedLicense, {
  clean: [
    { code: asks(), files: yarn('1.1.0'), registry: known, ...allow('MIT') },
    { code: asks(), files: yarn('1.0.0'), registry: known },
    { code: asks(), files: yarn('1.0.0'), ...allow('MIT') },
    { code: asks(), registry: known, ...allow('MIT') },
    { code: asks('1.0.0', 'peerDependencies'), registry: known, ...allow('MIT') },
    // The lockfile tells it itself, and is told there.
    {
      code: asks(),
      files: { [path]: lock('ISC').replace('{"node', '{"":{"dependencies":{"a":"^1.0.0"}},"node') },
      registry: known,
      ...allow('MIT'),
    },
    { path, code: lock('GPL-3.0-only') },
    fine('MIT', allow('MIT')),
    fine('mit', allow('MIT')),
    fine('MIT', deny('GPL-3.0-only')),
    fine('(MIT OR GPL-3.0-only)', allow('MIT')),
    fine('(MIT OR GPL-3.0-only)', deny('GPL-3.0')),
    fine('MIT AND ISC', allow('MIT', 'ISC')),
    fine('GPL-3.0-only', allow('GPL-3.0')),
    fine('BSD-3-Clause', allow('BSD-*')),
    fine('GPL-2.0-only WITH Classpath-exception-2.0', allow('GPL-2.0-only WITH Classpath-exception-2.0')),
    fine('Apache 2.0', allow('Apache-2.0')),
    fine('SEE LICENSE IN LICENSE', allow('MIT')),
    fine('Custom', deny('GPL-3.0')),
    // A deprecated id is what the list says to write for it; only and or later stay two licences.
    fine('GPL-3.0', allow('GPL-3.0-only')),
    fine('GPL-2.0+', allow('GPL-2.0-or-later')),
    fine('GPL-2.0-or-later', allow('GPL-2.0+')),
    fine('GPL-3.0-with-GCC-exception', allow('GPL-3.0-only WITH GCC-exception-3.1')),
    fine('GPL-3.0-only WITH GCC-exception-3.1', allow('GPL-3.0-with-GCC-exception')),
    fine('GPL-2.0 WITH Classpath-exception-2.0', allow('GPL-2.0-with-classpath-exception')),
    fine('BSD-2-Clause-NetBSD', allow('BSD-2-Clause')),
    fine('bzip2-1.0.5', allow('bzip2-1.0.5')),
    fine('Apache-2.0+', allow('Apache-2.0')),
    fine('GPL-3.0', deny('GPL-3.0-or-later')),
    fine('GPL-3.0-or-later', deny('GPL-3.0-only')),
    fine('GPL-3.0+', deny('GPL-3.0-only')),
    fine('GPL-3.0', deny('GPL-3.0-only WITH GCC-exception-3.1')),
    {
      path,
      code: '{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/b":{"version":"1.0.0","license":"MIT"}}}',
      ...allow('MIT'),
    },
  ],
  caught: [
    { code: asks('⟦^1.0.0⟧'), files: yarn('1.0.0'), registry: known, ...allow('MIT'), says: told },
    { code: asks('⟦1.0.0⟧'), registry: known, ...deny('GPL-*'), says: told },
    { code: asks('⟦1.0.0⟧', 'devDependencies'), registry: known, ...deny('GPL-*'), says: told, severity: 'low' },
    bad('GPL-3.0-only', allow('MIT')),
    bad('GPL-3.0-only', deny('GPL-3.0-only')),
    bad('GPL-3.0-or-later', deny('GPL-3.0')),
    bad('GPL-3.0', deny('GPL-*')),
    bad('AGPL-3.0-only', deny('AGPL-*')),
    bad('MIT AND GPL-3.0-only', allow('MIT')),
    bad('(MIT AND (ISC OR BSD-2-Clause))', allow('MIT')),
    bad('(GPL-2.0-only OR GPL-3.0-only)', deny('GPL-*')),
    bad('GPL-2.0-only', allow('GPL-2.0-only WITH Classpath-exception-2.0')),
    bad('GPLv3+', deny('GPL-3.0')),
    bad('GPL-3.0-only', deny('GPLv3')),
    bad('AGPL-3.0', deny('AGPL-3.0-only')),
    bad('LGPL-2.1', deny('LGPL-2.1-only')),
    bad('GPL-2.0+', deny('GPL-2.0-or-later')),
    bad('GPL-2.0-or-later', deny('GPL-2.0+')),
    bad('GPL-3.0-with-GCC-exception', deny('GPL-3.0-only')),
    bad('GPL-2.0-only WITH Classpath-exception-2.0', deny('GPL-2.0-with-classpath-exception')),
    bad('wxWindows', deny('LGPL-*')),
    bad('GPL-3.0-or-later', allow('GPL-3.0-only')),
    bad('GPL-3.0-only', allow('GPL-3.0-only WITH GCC-exception-3.1')),
    {
      path,
      code: '{"packages":{"node_modules/a":{"version":"1.0.0","dev":true,"license":"⟦ISC⟧"}}}',
      ...allow('MIT'),
      says: says('ISC'),
      severity: 'low',
    },
    {
      path,
      code: '{"packages":{"node_modules/a":{"version":"1.0.0","license":"⟦ISC⟧"},"node_modules/b/node_modules/a":{"version":"1.0.0","license":"ISC"}}}',
      ...allow('MIT'),
      says: says('ISC'),
    },
  ],
});
