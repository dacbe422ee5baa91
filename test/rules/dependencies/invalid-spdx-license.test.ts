import { invalidSpdxLicense } from '../../../server/src/rules/dependencies/invalid-spdx-license.ts';
import { testRule } from '../../support/rule-tester.ts';

const npm = (license: string): string => `{"name":"a","license":"${license}"}`;
const msbuild = (license: string): string =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageLicenseExpression>${license}</PackageLicenseExpression></PropertyGroup></Project>`;
const known = (license: string, meant: string): string =>
  `"${license}" is not an SPDX expression, so tools see no licence. Write ${meant}.`;
const unknown = (license: string): string =>
  `"${license}" is not an SPDX expression, so tools see no licence. Write the id from the SPDX list.`;
const fixable = (license: string, meant: string) => ({
  code: npm(`⟦${license}⟧`),
  says: known(license, meant),
  fixed: npm(meant),
});

testRule(invalidSpdxLicense, {
  clean: [
    ...[
      'MIT',
      'Apache-2.0',
      '(MIT OR Apache-2.0)',
      'MIT OR (ISC AND BSD-3-Clause)',
      'GPL-3.0',
      'GPL-2.0+',
      'GPL-3.0-or-later WITH Bison-exception-2.2',
      'UNLICENSED',
      'SEE LICENSE IN LICENSE.md',
      'LicenseRef-Acme',
      'DocumentRef-x:LicenseRef-y',
      '',
      '0BSD',
      '${license}',
    ].map(npm),
    '{"name":"a"}',
    '{"name":"a","license":{"type":"MIT"}}',
    '{"private":true,"license":"Our own"}',
    { path: 'Cargo.toml', code: '[package]\nname = "a"\nlicense = "MIT OR Apache-2.0"\n' },
    { path: 'Cargo.toml', code: '[package]\nname = "a"\nlicense = "mit"\n' },
    { path: 'pyproject.toml', code: '[project]\nlicense = "MIT AND (Apache-2.0 OR BSD-2-Clause)"\n' },
    { path: 'pyproject.toml', code: '[project]\nlicense = { text = "MIT License" }\n' },
    { path: 'pyproject.toml', code: '[tool.poetry]\nlicense = "Proprietary"\n' },
    { path: 'package-lock.json', code: '{"packages":{"":{"license":"Nonsense"}}}' },
    { path: 'a.gemspec', code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = "Nonstandard"\nend\n' },
    { path: 'a.gemspec', code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.licenses = ["MIT", "Ruby"]\nend\n' },
    { path: 'a.gemspec', code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = LICENSE\nend\n' },
    {
      path: 'a.gemspec',
      code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = "Proprietary"\n  s.metadata["allowed_push_host"] = "https://gems.example"\nend\n',
    },
    { path: 'composer.json', code: '{"name":"a/b","license":"proprietary"}' },
    { path: 'composer.json', code: '{"name":"a/b","license":["MIT","(LGPL-2.1-only or GPL-3.0-or-later)"]}' },
    { path: 'mix.exs', code: 'def project, do: [app: :a, package: [licenses: ["Apache-2.0", "MIT"]]]\n' },
    ...['MIT', 'MIT OR Apache-2.0', 'UNLICENSED', '$(OurLicense)', 'LicenseRef-Acme'].map((one) => ({
      path: 'a.csproj',
      code: msbuild(one),
    })),
    {
      path: 'a.csproj',
      code: '<Project><PropertyGroup><PackageLicenseFile>LICENSE.txt</PackageLicenseFile></PropertyGroup></Project>',
    },
    {
      path: 'a.csproj',
      code: msbuild(
        "Our own</PackageLicenseExpression><IsPackable>false</IsPackable><PackageLicenseExpression Condition=\"'$(X)' == '1'\">MIT",
      ),
    },
  ],
  caught: [
    fixable('Apache 2.0', 'Apache-2.0'),
    fixable('Apache License 2.0', 'Apache-2.0'),
    fixable('Apache License, Version 2.0', 'Apache-2.0'),
    fixable('Apache2', 'Apache-2.0'),
    fixable('apache-2', 'Apache-2.0'),
    fixable('mit', 'MIT'),
    fixable('MIT License', 'MIT'),
    fixable('The MIT License', 'MIT'),
    // One licence with two names is nothing to choose from.
    fixable('MIT/X11', 'MIT'),
    fixable('X11 / MIT', 'MIT'),
    fixable('MIT/Expat License', 'MIT'),
    fixable('zlib/libpng', 'Zlib'),
    fixable('MIT/Apache-2.0', 'MIT OR Apache-2.0'),
    fixable('MIT or Apache 2.0', 'MIT OR Apache-2.0'),
    fixable('MIT, ISC', 'MIT OR ISC'),
    fixable('MIT/ISC and Zlib', '(MIT OR ISC) AND Zlib'),
    fixable('MIT and ISC', 'MIT AND ISC'),
    fixable('(mit OR apache-2.0)', '(MIT OR Apache-2.0)'),
    fixable('New BSD', 'BSD-3-Clause'),
    fixable('BSD-3', 'BSD-3-Clause'),
    fixable('3-Clause BSD License', 'BSD-3-Clause'),
    fixable('Simplified BSD License', 'BSD-2-Clause'),
    fixable('MPL 2.0', 'MPL-2.0'),
    fixable('Mozilla Public License 2.0', 'MPL-2.0'),
    fixable('GPLv3+', 'GPL-3.0-or-later'),
    fixable('ISC License', 'ISC'),
    fixable('CC0', 'CC0-1.0'),
    fixable('https://opensource.org/licenses/MIT', 'MIT'),
    fixable('http://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0'),
    fixable('Apache-2.0 OR MIT License', 'Apache-2.0 OR MIT'),
    fixable('unlicensed', 'UNLICENSED'),
    fixable('Proprietary', 'UNLICENSED'),
    {
      code: npm('⟦GPLv3⟧'),
      says: known('GPLv3', 'GPL-3.0-only or GPL-3.0-or-later'),
      fixed: npm('GPL-3.0-only'),
      alternatives: { 'Write GPL-3.0-or-later': npm('GPL-3.0-or-later') },
    },
    {
      code: npm('⟦GNU Lesser General Public License v2.1⟧'),
      says: known('GNU Lesser General Public License v2.1', 'LGPL-2.1-only or LGPL-2.1-or-later'),
      fixed: npm('LGPL-2.1-only'),
      alternatives: { 'Write LGPL-2.1-or-later': npm('LGPL-2.1-or-later') },
    },
    {
      code: npm('⟦BSD⟧'),
      says: known('BSD', 'BSD-3-Clause or BSD-2-Clause'),
      fixed: npm('BSD-3-Clause'),
      alternatives: { 'Write BSD-2-Clause': npm('BSD-2-Clause') },
    },
    { code: npm('⟦Our own⟧'), says: unknown('Our own') },
    { code: npm('⟦MIT OR⟧'), says: unknown('MIT OR') },
    fixable('(MIT', 'MIT'),
    {
      path: 'Cargo.toml',
      code: '[package]\nlicense = "⟦MIT/Apache-2.0⟧"\n',
      says: known('MIT/Apache-2.0', 'MIT OR Apache-2.0'),
      fixed: '[package]\nlicense = "MIT OR Apache-2.0"\n',
    },
    {
      path: 'Cargo.toml',
      code: '[workspace.package]\nlicense = "⟦MIT/Apache-2.0⟧"\n',
      says: known('MIT/Apache-2.0', 'MIT OR Apache-2.0'),
      fixed: '[workspace.package]\nlicense = "MIT OR Apache-2.0"\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nlicense = "⟦MIT License⟧"\n',
      says: known('MIT License', 'MIT'),
      fixed: '[project]\nlicense = "MIT"\n',
    },
    {
      path: 'a.gemspec',
      code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = "⟦Apache 2.0⟧"\nend\n',
      says: '"Apache 2.0" is not an SPDX expression, so tools see no licence. Write Apache-2.0.',
      fixed: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = "Apache-2.0"\nend\n',
    },
    {
      path: 'a.gemspec',
      code: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = \'⟦mit⟧\'\nend\n',
      says: '"mit" is not an SPDX expression, so tools see no licence. Write MIT.',
      fixed: 'Gem::Specification.new do |s|\n  s.name = "a"\n  s.license = \'MIT\'\nend\n',
    },
    {
      path: 'a.csproj',
      code: msbuild('⟦Apache 2.0⟧'),
      says: known('Apache 2.0', 'Apache-2.0'),
      fixed: msbuild('Apache-2.0'),
    },
    { path: 'Directory.Build.props', code: msbuild('⟦Proprietary⟧'), says: unknown('Proprietary') },
    {
      path: 'Cargo.toml',
      code: '[package]\nlicense = "⟦MIT/X11⟧"\n',
      says: known('MIT/X11', 'MIT'),
      fixed: '[package]\nlicense = "MIT"\n',
    },
    {
      path: 'composer.json',
      code: '{"name":"a/b","license":["⟦Apache 2.0⟧"]}',
      says: '"Apache 2.0" is not an SPDX expression, so tools see no licence. Write Apache-2.0.',
      fixed: '{"name":"a/b","license":["Apache-2.0"]}',
    },
    {
      path: 'mix.exs',
      code: 'def project, do: [app: :a, package: [licenses: ["⟦Apache 2.0⟧"]]]\n',
      says: '"Apache 2.0" is not an SPDX expression, so tools see no licence. Write Apache-2.0.',
      fixed: 'def project, do: [app: :a, package: [licenses: ["Apache-2.0"]]]\n',
    },
    {
      path: 'composer.json',
      code: '{"name":"a/b","license":["⟦MIT","whatever it is⟧"]}',
      says: '"MIT OR whatever it is" is not an SPDX expression, so tools see no licence. Write the id from the SPDX list.',
    },
  ],
});
