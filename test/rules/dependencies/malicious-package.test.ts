import { maliciousPackage } from '../../../server/src/rules/dependencies/malicious-package.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';
import { MALICIOUS } from '../../support/xml-cases.ts';

const given = {
  advisories: advisories(
    { id: 'MAL-1', name: 'evil', kind: 'malicious', severity: 'critical', ranges: [['0']], summary: 'it steals' },
    { id: 'MAL-2', name: 'hijacked', kind: 'malicious', severity: 'critical', ranges: [['1.5.0', '1.5.1']], summary: 'it mines' },
    {
      id: 'MAL-3',
      aliases: ['GHSA-3'],
      name: 'once',
      kind: 'malicious',
      severity: 'critical',
      versions: ['3.3.6'],
      summary: 'it pulls in worse',
    },
    {
      id: 'MAL-4',
      name: 'py-evil',
      ecosystem: 'PyPI',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
    {
      id: 'MAL-5',
      name: 'example.com/evil',
      ecosystem: 'Go',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
    ...(['RubyGems', 'Packagist', 'Hex', 'Pub'] as const).map((ecosystem) => ({
      id: `MAL-${ecosystem}`,
      name: ecosystem === 'Packagist' ? 'acme/evil' : 'evil',
      ecosystem,
      kind: 'malicious' as const,
      severity: 'critical' as const,
      ranges: [['0']] as const,
      summary: 'it steals',
    })),
    {
      id: 'MAL-6',
      name: 'm:evil',
      ecosystem: 'Maven',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
    { id: 'CVE-1', name: 'weak', ranges: [['0']] },
    {
      id: 'MAL-7',
      name: 'taken',
      kind: 'malicious',
      severity: 'critical',
      versions: ['2.1.0', '2.2.9', '3.0.0'],
      instead: ['2.1.1', '2.2.8', '4.0.0'],
      summary: 'it mines',
    },
    {
      id: 'MAL-8',
      name: 'taken',
      ecosystem: 'PyPI',
      kind: 'malicious',
      severity: 'critical',
      versions: ['1.2.9'],
      instead: ['1.2.8'],
      summary: 'it mines',
    },
    {
      id: 'MAL-9',
      name: 'reqeusts',
      ecosystem: 'PyPI',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
  ),
};
const removeText = (subject: string, summary: string, ids: string): string =>
  `${subject} is malicious: ${summary}. Remove it and rotate the secrets of every machine that installed it (${ids}; test data, 2026-11-01).`;
const raise = (subject: string): string =>
  `${subject} is malicious: it mines. Use 1.5.1 and rotate the secrets of every machine that installed it (MAL-2; test data, 2026-11-01).`;
const lock = (...packages: readonly (readonly [path: string, version: string])[]): string =>
  JSON.stringify({
    packages: {
      '': { dependencies: { hijacked: '^1.0.0' } },
      ...Object.fromEntries(packages.map(([path, version]) => [path, { version }])),
    },
  });

testRule(maliciousPackage, {
  clean: [
    { path: 'Gemfile', code: "gem 'evil', path: 'evil'\n# gem 'evil'\ngem 'evil-not'\n", ...given },
    { path: 'composer.json', code: '{"conflict": {"acme/evil": "*"}, "require": {"evil": "1"}}', ...given },
    { path: 'mix.exs', code: 'defp deps do\n  [{:evil, "~> 1.0", hex: :good}, {:x, in_umbrella: true}]\nend\n', ...given },
    { code: '{"dependencies":{"weak":"1.0.0"}}', ...given },
    { code: '{"dependencies":{"hijacked":"1.5.1"}}', ...given },
    { code: '{"dependencies":{"hijacked":"^1.4.0"}}', ...given },
    { code: '{"dependencies":{"once":"3.3.5"}}', ...given },
    { code: '{"dependencies":{"x":"npm:y@1"}}', ...given },
    { code: '{"dependencies":{"evil":"file:./evil"}}', ...given },
    { code: '{"name":"evil"}', ...given },
    {
      code: '{"dependencies":{"hijacked":"^1.0.0"}}',
      files: { 'package-lock.json': lock(['node_modules/hijacked', '1.6.0']) },
      ...given,
    },
    { path: 'requirements.txt', code: '# py-evil==1\n', ...given },
    { path: 'go.mod', code: 'exclude example.com/evil v1.0.0\n', ...given },
    ...MALICIOUS.clean,
    { path: 'build.gradle', code: "dependencies { implementation 'm:evil:1.0', 'm:good:1' }\n", advisories: advisories() },
    { path: 'build.gradle', code: "configurations.all { exclude group: 'm', module: 'evil' }\n", ...given },
  ],
  caught: [
    // Whatever a tag stands for, every version is malicious.
    {
      code: '{ "dependencies": { "⟦evil⟧": "latest" } }',
      says: removeText('Every version of evil', 'it steals', 'MAL-1'),
      fixed: '{ "dependencies": {} }',
      ...given,
    },
    {
      ...given,
      path: 'Gemfile',
      code: "gem '⟦evil⟧', require: false\ngem 'good'\n",
      says: removeText('Every version of evil', 'it steals', 'MAL-RubyGems'),
      fixed: "gem 'good'\n",
    },
    {
      ...given,
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n      evil\n    evil (⟦1.0.0⟧)\n\nDEPENDENCIES\n  a\n',
      says: removeText('evil 1.0.0', 'it steals', 'MAL-RubyGems'),
    },
    {
      ...given,
      path: 'composer.json',
      code: '{"require-dev": {"⟦Acme/Evil⟧": "^1.0", "a/b": "1"}}',
      says: removeText('Every version that Acme/Evil ^1.0 admits', 'it steals', 'MAL-Packagist'),
      fixed: '{"require-dev": {"a/b": "1"}}',
    },
    {
      ...given,
      path: 'mix.exs',
      code: 'defp deps do\n  [\n    {:⟦evil⟧, VERSION},\n    {:b, "~> 1.0"}\n  ]\nend\n',
      says: removeText('Every version of evil', 'it steals', 'MAL-Hex'),
      fixed: 'defp deps do\n  [\n    {:b, "~> 1.0"}\n  ]\nend\n',
    },
    {
      ...given,
      path: 'pubspec.yaml',
      code: 'dependencies:\n  ⟦evil⟧:\n  a: ^1.0.0\n',
      says: removeText('Every version of evil', 'it steals', 'MAL-Pub'),
      fixed: 'dependencies:\n  a: ^1.0.0\n',
    },
    {
      code: '{"dependencies":{"⟦evil⟧":"^1.0.0","b":"1"}}',
      says: removeText('Every version that evil ^1.0.0 admits', 'it steals', 'MAL-1'),
      fixed: '{"dependencies":{"b":"1"}}',
      ...given,
    },
    {
      code: '{"dependencies":{"⟦evil⟧":"*"}}',
      says: removeText('Every version of evil', 'it steals', 'MAL-1'),
      fixed: '{"dependencies":{}}',
      ...given,
    },
    {
      code: '{"devDependencies":{"b":"1","⟦evil⟧":"2.0.0"}}',
      says: removeText('evil 2.0.0', 'it steals', 'MAL-1'),
      fixed: '{"devDependencies":{"b":"1"}}',
      ...given,
    },
    {
      code: '{"dependencies":{"⟦safe⟧":"npm:evil@2.0.0"}}',
      says: removeText('safe (evil) 2.0.0', 'it steals', 'MAL-1'),
      fixed: '{"dependencies":{}}',
      ...given,
    },
    {
      code: '{"dependencies":{"hijacked":"⟦1.5.0⟧"}}',
      says: raise('hijacked 1.5.0'),
      fixed: '{"dependencies":{"hijacked":"1.5.1"}}',
      alternatives: {},
      ...given,
    },
    {
      code: '{"dependencies":{"hijacked":"⟦^1.0.0⟧"}}',
      files: { 'package-lock.json': lock(['node_modules/hijacked', '1.5.0']) },
      says: raise('hijacked 1.5.0 (locked in package-lock.json)'),
      fixed: '{"dependencies":{"hijacked":"^1.5.1"}}',
      alternatives: {},
      ...given,
    },
    {
      code: '{"dependencies":{"once":"⟦^3.0.0⟧"}}',
      files: { 'package-lock.json': lock(['node_modules/once', '3.3.6']).replace('hijacked', 'once') },
      says: 'once 3.3.6 (locked in package-lock.json) is malicious: it pulls in worse. Lock another version and rotate the secrets of every machine that installed it (MAL-3, GHSA-3; test data, 2026-11-01).',
      ...given,
    },
    {
      code: '{"dependencies":{"⟦evil⟧":"^1.0.0"}}',
      files: { 'package-lock.json': lock(['node_modules/evil', '1.2.0']).replace('hijacked', 'evil') },
      says: removeText('evil 1.2.0 (locked in package-lock.json)', 'it steals', 'MAL-1'),
      fixed: '{"dependencies":{}}',
      ...given,
    },
    {
      code: '{"dependencies":{"once":"⟦3.3.6⟧"}}',
      says: 'once 3.3.6 is malicious: it pulls in worse. Ask for another version, such as the one before, and rotate the secrets of every machine that installed it (MAL-3, GHSA-3; test data, 2026-11-01).',
      ...given,
    },
    // Of a hijacked package a good release is named: above in the same major version, else before, else above that.
    ...(
      [
        ['2.1.0', '2.1.1'],
        ['2.2.9', '2.2.8'],
        ['3.0.0', '4.0.0'],
      ] as const
    ).map(([asked, good]) => ({
      code: `{"dependencies":{"taken":"⟦${asked}⟧"}}`,
      says: `taken ${asked} is malicious: it mines. Use ${good} and rotate the secrets of every machine that installed it (MAL-7; test data, 2026-11-01).`,
      fixed: `{"dependencies":{"taken":"${good}"}}`,
      alternatives: {},
      ...given,
    })),
    {
      path: 'requirements.txt',
      code: 'taken⟦==1.2.9⟧\n',
      fixed: 'taken==1.2.8\n',
      says: 'taken 1.2.9 is malicious: it mines. Use 1.2.8 and rotate the secrets of every machine that installed it (MAL-8; test data, 2026-11-01).',
      ...given,
    },
    // What imitates another package is gone, or it is the other one.
    {
      path: 'requirements.txt',
      code: '⟦reqeusts⟧==2.0.0\n',
      says: 'reqeusts 2.0.0 is malicious: it steals. Remove it, ask for requests if that is meant, and rotate the secrets of every machine that installed it (MAL-9; test data, 2026-11-01).',
      fixed: '',
      alternatives: { 'Replace reqeusts by requests': 'requests==2.0.0\n' },
      ...given,
    },
    {
      path: 'requirements.txt',
      code: 'requests==2.0.0\n⟦reqeusts⟧==2.0.0\n',
      says: 'reqeusts 2.0.0 is malicious: it steals. Remove it, ask for requests if that is meant, and rotate the secrets of every machine that installed it (MAL-9; test data, 2026-11-01).',
      fixed: 'requests==2.0.0\n',
      alternatives: {},
      ...given,
    },
    {
      path: 'requirements.txt',
      code: 'a==1\n⟦Py.Evil⟧>=1  # no\n',
      says: removeText('Every version that Py.Evil >=1 admits', 'it steals', 'MAL-4'),
      fixed: 'a==1\n',
      ...given,
    },
    {
      path: 'go.mod',
      code: 'require (\n\t⟦example.com/evil⟧ v1.0.0\n)\n',
      says: removeText('example.com/evil v1.0.0', 'it steals', 'MAL-5'),
      fixed: 'require (\n)\n',
      ...given,
    },
    {
      path: 'package-lock.json',
      code: lock(['node_modules/hijacked', '1.6.0'], ['node_modules/evil', '⟦9.0.0⟧']),
      files: { 'package.json': '{"dependencies":{"hijacked":"^1.0.0"}}' },
      says: removeText('evil 9.0.0', 'it steals', 'MAL-1'),
      ...given,
    },
    ...MALICIOUS.caught,
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'm:good:1'\n  implementation '⟦m:evil⟧:1.0'\n}\n",
      ...given,
      says: removeText('m:evil 1.0', 'it steals', 'MAL-6'),
      fixed: "dependencies {\n  implementation 'm:good:1'\n}\n",
    },
    {
      path: 'gradle.lockfile',
      code: 'm:evil:⟦1.0⟧=runtimeClasspath\n',
      ...given,
      says: removeText('m:evil 1.0', 'it steals', 'MAL-6'),
    },
  ],
});
