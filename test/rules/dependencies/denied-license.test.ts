import { deniedLicense } from '../../../server/src/rules/dependencies/denied-license.ts';
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

testRule(deniedLicense, {
  clean: [
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
