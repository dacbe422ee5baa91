import { BUILT_IN_ADVISORIES, NO_ADVISORIES } from '../../../server/src/engine/builtin-advisories.ts';
import { ADVISORIES_DATE } from '../../../server/src/knowledge/advisories/index.ts';
import { vulnerableToolchain } from '../../../server/src/rules/dependencies/vulnerable-toolchain.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = advisories(
  {
    id: 'GO-1',
    aliases: ['CVE-1'],
    ecosystem: 'Go',
    name: 'stdlib',
    ranges: [
      ['0', '1.21.5'],
      ['1.27.0-0', '1.27.3'],
    ],
    summary: 'it breaks',
  },
  { id: 'GO-2', ecosystem: 'Go', name: 'toolchain', ranges: [['1.27.0-0', '1.27.4']], severity: 'low' },
  { id: 'GO-3', ecosystem: 'Go', name: 'stdlib', ranges: [['1.30.0']] },
  { id: 'GO-4', name: 'node', ranges: [['0']] },
);
const everything = { path: 'go.mod', advisories: known };
const tail = (safe: string): string => `${safe} is the smallest safe release (test data, 2026-11-01).`;
const facts = (safe: string, of = ''): string =>
  `${safe} is the smallest safe release${of} (built-in facts, ${ADVISORIES_DATE}).`;
const engines = (range: string): string => `{ "engines": { "node": "${range}" } }`;
const LATER_NODE_FACTS = 'CVE-2025-23166, CVE-2025-27210, CVE-2025-59465, CVE-2026-21710';
const node22 = (version: string): string =>
  `Node.js ${version} is affected by CVE-2025-23083, high: a hook about workers gets around the permission model. Also affected by ${LATER_NODE_FACTS}. ${facts('22.22.2')}`;
const ruby33 = `Ruby 3.3.0 is affected by CVE-2024-27282, medium: a crafted regular expression reads memory of the process. ${facts('3.3.1')}`;

testRule(vulnerableToolchain, {
  clean: [
    { code: 'module example.com/m\n\ngo 1.21.5\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.20.1\n', path: 'go.mod', advisories: NO_ADVISORIES },
    // A language version: which release builds it is not said.
    { code: 'module example.com/m\n\ngo 1.20\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.27.0\n\ntoolchain go1.27.4\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.22\n\ntoolchain default\n', ...everything },
    { ...everything, path: 'package.json', code: engines('1.22.0') },
    // Releases without the vulnerability are meant as well.
    engines('22'),
    { path: 'Pipfile', code: '[requires]\npython_version = "3.12"\n', advisories: BUILT_IN_ADVISORIES },
    engines('22.x'),
    engines('^22.3.0'),
    engines('>=22.3.0'),
    engines('>=22.3.0 <23'),
    engines('24.14.1'),
    { path: '.nvmrc', code: '22\n' },
    { path: '.nvmrc', code: 'lts/jod\n' },
    { path: '.python-version', code: '3.12\n' },
    { path: '.java-version', code: '17\n' },
    { path: 'Gemfile', code: "ruby '~> 3.3.0'\n" },
    // JRuby has releases of its own.
    { path: 'Gemfile', code: "ruby '3.3.0', engine: 'jruby', engine_version: '10.0.0.0'\n" },
    { path: 'Gemfile.lock', code: 'RUBY VERSION\n   ruby 3.3.0p0 (jruby 10.0.0.0)\n' },
    { path: 'pyproject.toml', code: '[project]\nrequires-python = ">=3.12.3"\n' },
    // What packages are chosen for need not be what runs them.
    { path: 'composer.json', code: '{ "config": { "platform": { "php": "8.3.1" } } }' },
    { path: '.tool-versions', code: 'node nightly\ndeno 1.2.3\n' },
  ],
  caught: [
    {
      code: 'module example.com/m\n\ngo ⟦1.27.1⟧\n',
      says: `Go 1.27.1, the lowest release that this line admits, is affected by GO-1 (CVE-1), high: it breaks. Also affected by GO-2. ${tail('1.27.4')}`,
      severity: 'low',
      fixed: 'module example.com/m\n\ngo 1.27.4\n',
      ...everything,
    },
    {
      code: 'module example.com/m\n\ngo 1.21.0\n\ntoolchain ⟦go1.27.1⟧\n',
      says: `Go 1.27.1 is affected by GO-1 (CVE-1), high: it breaks. Also affected by GO-2. ${tail('1.27.4')}`,
      fixed: 'module example.com/m\n\ngo 1.21.0\n\ntoolchain go1.27.4\n',
      ...everything,
    },
    {
      code: 'module example.com/m\n\ngo ⟦1.31.0⟧\n',
      says: 'Go 1.31.0, the lowest release that this line admits, is affected by GO-3, high: bad things happen. No safe release is known (test data, 2026-11-01).',
      severity: 'info',
      ...everything,
    },
    // The line itself gets no more fixes: the next one that does.
    {
      code: 'module example.com/m\n\ngo ⟦1.20.1⟧\n',
      says: 'Go 1.20.1, the lowest release that this line admits, is affected by GO-1 (CVE-1), high: it breaks. 1.26.0 is the smallest safe release that is supported (test data, 2026-11-01).',
      severity: 'low',
      fixed: 'module example.com/m\n\ngo 1.26.0\n',
      ...everything,
    },
    {
      path: '.go-version',
      code: '⟦1.25.12⟧\n',
      advisories: BUILT_IN_ADVISORIES,
      says: `Go 1.25.12 is affected by GO-2026-6089 (CVE-2026-56853), medium: the time limit for headers is not kept while HTTP/2 is looked for. ${facts('1.26.6', ' that is supported')}`,
      fixed: '1.26.6\n',
    },
    { code: engines('⟦22.3.0⟧'), says: node22('22.3.0'), fixed: engines('22.22.2') },
    { code: engines('⟦~22.3.0⟧'), says: node22('~22.3.0'), fixed: engines('~22.22.2') },
    { path: '.nvmrc', code: 'v⟦22.3.0⟧', says: node22('22.3.0'), fixed: 'v22.22.2' },
    { path: '.nvmrc', code: '⟦22.3⟧\n', says: node22('22.3'), fixed: '22.22.2\n' },
    {
      code: '{ "volta": { "node": "⟦22.3.0⟧" } }',
      says: node22('22.3.0'),
      fixed: '{ "volta": { "node": "22.22.2" } }',
    },
    {
      code: engines('⟦20.20.0⟧'),
      says: `Node.js 20.20.0 is affected by CVE-2026-21710, high: a header that is called __proto__ crashes a server that reads distinct headers. ${facts('24.14.1', ' that is supported')}`,
      fixed: engines('24'),
    },
    {
      path: '.tool-versions',
      code: 'java temurin-⟦17.0.2⟧+8\nerlang ⟦27.1⟧\nphp ⟦8.5.0⟧\n',
      says: [
        `Java 17.0.2 is affected by CVE-2022-21449, high: empty ECDSA signatures are accepted as valid. ${facts('17.0.3')}`,
        `Erlang/OTP 27.1 is affected by CVE-2025-32433, critical: everybody who reaches its SSH server can run code, without a password. ${facts('27.3.3')}`,
        `PHP 8.5.0 is affected by CVE-2025-14178, high: merging huge arrays writes behind the memory of the result. ${facts('8.5.1')}`,
      ],
      fixed: 'java temurin-17.0.2+8\nerlang 27.3.3\nphp 8.5.1\n',
    },
    { path: 'Gemfile', code: "ruby '⟦3.3.0⟧'\n", says: ruby33, fixed: "ruby '3.3.1'\n" },
    { path: 'Gemfile.lock', code: 'RUBY VERSION\n   ruby ⟦3.3.0p0⟧\n', says: ruby33 },
    {
      path: 'pyproject.toml',
      code: '[project]\nrequires-python = "⟦==3.13.5⟧"\n',
      says: `Python 3.13.5 is affected by CVE-2025-8194, high: a crafted tar archive is read without end. ${facts('3.13.6')}`,
      fixed: '[project]\nrequires-python = "==3.13.6"\n',
    },
  ],
});
