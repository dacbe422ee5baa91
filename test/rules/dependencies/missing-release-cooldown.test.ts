import { missingReleaseCooldown } from '../../../server/src/rules/dependencies/missing-release-cooldown.ts';
import { testRule } from '../../support/rule-tester.ts';

const manager = (name: string, key: string): string =>
  `${name} installs releases as soon as they are published. Let it wait some days with \`${key}\`.`;
const zero = (key: string): string =>
  `\`${key}\` is zero, so releases are installed as soon as they are published. Let them wait some days.`;
const updater = (tool: string, key: string): string =>
  `${tool} proposes releases as soon as they are published. Let it wait some days with \`${key}\`.`;

const LOCK = '{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"1"}}}}';

const YARN_1 = '# yarn lockfile v1\n\n\na@1:\n  version "1.0.0"\n';
const BERRY = '__metadata:\n  version: 8\n\n"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n';

const UV = 'version = 1\n\n[[package]]\nname = "x"\nversion = "1"\nsource = { virtual = "." }\n';

const unit = (name: string, units: string, key: string, value: string, age: string): string =>
  `${name} counts ${units}, so \`${key}\` with ${value} is ${age}. Write how long releases shall wait in that unit.`;

testRule(missingReleaseCooldown, {
  clean: [
    // Times that may be meant.
    ...['1', '7', '30'].map((days) => ({ path: '.npmrc', code: `min-release-age=${days}\n` })),
    ...['60', '1440', '10080', '43200'].map((minutes) => ({
      path: 'pnpm-workspace.yaml',
      code: `minimumReleaseAge: ${minutes}\n`,
    })),
    ...['1d', '"7d"', '12h', '10080'].map((age) => ({ path: '.yarnrc.yml', code: `npmMinimalAgeGate: ${age}\n` })),
    ...['86400', '604800'].map((seconds) => ({ path: 'bunfig.toml', code: `[install]\nminimumReleaseAge = ${seconds}\n` })),
    ...['"7 days"', '"P3D"', '"2026-01-01"'].map((age) => ({ path: 'uv.toml', code: `exclude-newer = ${age}\n` })),
    { path: '.npmrc', code: 'save-exact=true\nmin-release-age=3\n' },
    { path: '.npmrc', code: 'save-exact=true\n', files: { 'package.json': '{"packageManager":"npm@10.9.0"}' } },
    { path: '.npmrc', code: 'save-exact=true\n', files: { 'pnpm-workspace.yaml': 'minimumReleaseAge: 1440\n' } },
    { path: '.npmrc', code: 'save-exact=true\n', files: { 'renovate.json': '{"extends":["config:best-practices"]}' } },
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\n', files: { 'package.json': '{"packageManager":"pnpm@11.0.0"}' } },
    { path: 'pnpm-workspace.yaml', code: 'a: b\nminimumReleaseAge: 1440\n' },
    { path: '.yarnrc.yml', code: 'nodeLinker: node-modules\n', files: { 'package.json': '{"packageManager":"yarn@4.15.0"}' } },
    { path: '.yarnrc.yml', code: 'nodeLinker: node-modules\n', files: { 'package.json': '{"packageManager":"yarn@4.5.1"}' } },
    { path: '.yarnrc.yml', code: 'npmMinimalAgeGate: "3d"\n' },
    // Yarn 1 reads no such file.
    { path: '.yarnrc.yml', code: 'nodeLinker: node-modules\n', files: { 'yarn.lock': YARN_1 } },
    { code: '{"dependencies":{"a":"1"}}', files: { 'yarn.lock': YARN_1 } },
    { code: '{"packageManager":"yarn@1.22.22","dependencies":{"a":"1"}}' },
    { path: 'w/package.json', code: '{"dependencies":{"a":"1"}}', files: { 'yarn.lock': YARN_1 } },
    { path: 'bunfig.toml', code: '[test]\nroot = "x"\n' },
    { path: 'bunfig.toml', code: '[install]\nminimumReleaseAge = 259200\n' },
    { path: 'uv.toml', code: 'exclude-newer = "2026-01-01T00:00:00Z"\n' },
    { path: 'pyproject.toml', code: '[project]\nname = "x"\n' },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "x"\n',
      files: { 'uv.lock': UV, 'uv.toml': 'exclude-newer = "3 days"\n' },
    },
    { path: 'pyproject.toml', code: '[build-system]\nrequires = []\n', files: { 'uv.lock': UV } },
    { path: 'pnpm-workspace.yaml', code: 'packages: [a]\n', files: { '.npmrc': 'minimum-release-age=1440\n' } },
    { path: 'pnpm-workspace.yaml', code: '# nothing\n' },
    { path: 'renovate.json', code: '{"extends":["github>corp/presets"]}' },
    { path: 'renovate.json', code: '{"packageRules":[{"minimumReleaseAge":"3 days"}]}' },
    {
      path: '.github/dependabot.yml',
      code: 'version: 2\nupdates:\n  - package-ecosystem: npm\n    cooldown:\n      default-days: 5\n',
    },
    {
      path: '.github/dependabot.yml',
      code: 'version: 2\nupdates:\n  - package-ecosystem: npm\n',
      files: { '.npmrc': 'min-release-age=3\n' },
    },
    '{"name":"x","dependencies":{"a":"1"}}',
    { path: 'a/package.json', code: '{"dependencies":{"a":"1"}}', files: { 'package.json': '{}', 'package-lock.json': LOCK } },
    { code: '{"dependencies":{"a":"1"}}', files: { '.npmrc': 'a=b\n', 'package-lock.json': LOCK } },
  ],
  caught: [
    // The unit of another package manager.
    {
      path: 'pnpm-workspace.yaml',
      code: 'minimumReleaseAge: ⟦7⟧\n',
      says: unit('pnpm', 'minutes', 'minimumReleaseAge', '7', '7 minutes'),
      fixed: 'minimumReleaseAge: 4320\n',
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'minimumReleaseAge: ⟦604800⟧\n',
      says: unit('pnpm', 'minutes', 'minimumReleaseAge', '604800', 'about 1 year'),
      fixed: 'minimumReleaseAge: 4320\n',
    },
    {
      path: '.npmrc',
      code: 'min-release-age=⟦4320⟧\n',
      says: unit('npm', 'days', 'min-release-age', '4320', 'about 11 years'),
      fixed: 'min-release-age=3\n',
    },
    {
      path: '.yarnrc.yml',
      code: 'npmMinimalAgeGate: ⟦3⟧\n',
      says: unit('yarn', 'minutes', 'npmMinimalAgeGate', '3', '3 minutes'),
      fixed: 'npmMinimalAgeGate: 4320\n',
    },
    {
      path: 'bunfig.toml',
      code: '[install]\nminimumReleaseAge = ⟦10080⟧\n',
      says: unit('bun', 'seconds', 'minimumReleaseAge', '10080', 'about 2 hours'),
      fixed: '[install]\nminimumReleaseAge = 259200\n',
    },
    // Files that say nothing of it at all.
    {
      path: 'pnpm-workspace.yaml',
      code: '# c\n⟦packages⟧:\n  - a\n',
      says: manager('pnpm', 'minimumReleaseAge'),
      fixed: '# c\npackages:\n  - a\nminimumReleaseAge: 4320\n',
    },
    {
      path: 'pyproject.toml',
      code: '[⟦project⟧]\nname = "x"\n',
      files: { 'uv.lock': UV },
      says: manager('uv', 'exclude-newer'),
      fixed: '[project]\nname = "x"\n\n[tool.uv]\nexclude-newer = "3 days"\n',
    },
    {
      path: 'bunfig.toml',
      code: '[⟦test⟧]\nroot = "x"\n',
      files: { 'bun.lock': '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{}}' },
      says: manager('bun', 'minimumReleaseAge'),
      fixed: '[test]\nroot = "x"\n\n[install]\nminimumReleaseAge = 259200\n',
    },
    {
      path: 'pyproject.toml',
      code: 'tool.uv.⟦managed⟧ = true\n',
      says: manager('uv', 'exclude-newer'),
      fixed: 'tool.uv.managed = true\ntool.uv.exclude-newer = "3 days"\n',
    },
    {
      path: '.npmrc',
      code: '# c\n⟦save-exact⟧=true',
      says: manager('npm', 'min-release-age'),
      fixed: '# c\nsave-exact=true\nmin-release-age=3\n',
    },
    { path: '.npmrc', code: 'min-release-age=⟦0⟧\n', says: zero('min-release-age'), fixed: 'min-release-age=3\n' },
    {
      path: 'pnpm-workspace.yaml',
      code: '⟦linkWorkspacePackages⟧: true\n',
      says: manager('pnpm', 'minimumReleaseAge'),
      fixed: 'linkWorkspacePackages: true\nminimumReleaseAge: 4320\n',
    },
    {
      path: '.yarnrc.yml',
      code: '⟦nodeLinker⟧: node-modules\n',
      says: manager('yarn', 'npmMinimalAgeGate'),
      fixed: 'nodeLinker: node-modules\nnpmMinimalAgeGate: 4320\n',
    },
    {
      path: '.yarnrc.yml',
      code: 'npmMinimalAgeGate: ⟦0⟧\n',
      says: zero('npmMinimalAgeGate'),
      fixed: 'npmMinimalAgeGate: 4320\n',
    },
    {
      path: 'bunfig.toml',
      code: '[install]\n⟦exact⟧ = true\n\n[test]\nroot = "x"\n',
      says: manager('bun', 'minimumReleaseAge'),
      fixed: '[install]\nexact = true\nminimumReleaseAge = 259200\n\n[test]\nroot = "x"\n',
    },
    {
      path: 'uv.toml',
      code: '⟦index-url⟧ = "https://h.example"\n[pip]\nx = 1\n',
      says: manager('uv', 'exclude-newer'),
      fixed: 'index-url = "https://h.example"\nexclude-newer = "3 days"\n[pip]\nx = 1\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.uv]\n⟦managed⟧ = true\n',
      says: manager('uv', 'exclude-newer'),
      fixed: '[tool.uv]\nmanaged = true\nexclude-newer = "3 days"\n',
    },
    {
      path: 'renovate.json',
      code: '{\n  "⟦extends⟧": ["config:recommended", ":semanticCommits"]\n}\n',
      says: updater('Renovate', 'minimumReleaseAge'),
      fixed: '{\n  "minimumReleaseAge": "3 days",\n  "extends": ["config:recommended", ":semanticCommits"]\n}\n',
    },
    {
      path: 'renovate.json5',
      code: "{ ⟦extends⟧: ['config:base'] }",
      says: updater('Renovate', 'minimumReleaseAge'),
      fixed: '{ minimumReleaseAge: "3 days", extends: [\'config:base\'] }',
    },
    {
      path: '.github/dependabot.yml',
      code: 'version: 2\nupdates:\n  - package-ecosystem: "⟦npm⟧"\n    directory: /\n',
      says: updater('Dependabot', 'cooldown'),
      fixed: 'version: 2\nupdates:\n  - package-ecosystem: "npm"\n    cooldown:\n      default-days: 3\n    directory: /\n',
    },
    {
      path: '.github/dependabot.yml',
      code: 'version: 2\nupdates:\n- directory: /\n  package-ecosystem: ⟦github-actions⟧\n- package-ecosystem: npm\n  cooldown: { default-days: ⟦0⟧ }\n',
      says: [updater('Dependabot', 'cooldown'), zero('default-days')],
      fixed:
        'version: 2\nupdates:\n- directory: /\n  package-ecosystem: github-actions\n  cooldown:\n    default-days: 3\n- package-ecosystem: npm\n  cooldown: { default-days: 3 }\n',
    },
    {
      code: '{"⟦name⟧":"x","dependencies":{"a":"1"}}',
      files: { 'package-lock.json': LOCK },
      says: manager('npm', 'min-release-age'),
      others: { '.npmrc': 'min-release-age=3\n' },
    },
    {
      code: '{"⟦name⟧":"x","dependencies":{"a":"1"}}',
      files: { 'yarn.lock': BERRY },
      says: manager('yarn', 'npmMinimalAgeGate'),
      others: { '.yarnrc.yml': 'npmMinimalAgeGate: 4320\n' },
    },
    // On the way from Yarn 1.
    {
      code: '{"⟦packageManager⟧":"yarn@4.12.0","dependencies":{"a":"1"}}',
      files: { 'yarn.lock': YARN_1 },
      says: manager('yarn', 'npmMinimalAgeGate'),
      others: { '.yarnrc.yml': 'npmMinimalAgeGate: 4320\n' },
    },
    {
      code: '{"⟦packageManager⟧":"pnpm@10.20.0","dependencies":{"a":"1"}}',
      says: manager('pnpm', 'minimumReleaseAge'),
      others: { 'pnpm-workspace.yaml': 'minimumReleaseAge: 4320\n' },
    },
  ],
});
