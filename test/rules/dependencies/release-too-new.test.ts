import { releaseTooNew } from '../../../server/src/rules/dependencies/release-too-new.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const manifest = (dependencies: string): string => `{\n  "dependencies": {\n    ${dependencies}\n  }\n}\n`;
// The tester's day is in `today` of its environment.
const known = registry({
  a: {
    versions: {
      '1.0.0': { published: '2025-01-01T00:00:00Z' },
      '1.1.0': { published: '2999-01-01T10:00:00.000Z' },
      '1.2.0': {},
      '2.0.0': { published: '2999-01-01T10:00:00.000Z' },
    },
  },
});

const recent = registry({
  '@s/b': { versions: { '1.0.0': { published: '2025-01-01T00:00:00Z' }, '1.1.0': { published: '2026-11-18T10:00:00Z' } } },
});
const says = (days: number): string =>
  `@s/b 1.1.0 was published on 2026-11-18, less than ${days} days ago (npm.example). 1.0.0 is the release before.`;
/** The age that a project demands, in the unit of each package manager. */
const week: readonly Readonly<Record<string, string>>[] = [
  { '.npmrc': 'min-release-age=7\n' },
  { 'pnpm-workspace.yaml': 'minimumReleaseAge: 10080\n' },
  { '.yarnrc.yml': 'npmMinimalAgeGate: "1w"\n' },
  { 'bunfig.toml': '[install]\nminimumReleaseAge = 604800\n' },
];

testRule(releaseTooNew, {
  clean: [
    { code: manifest('"@s/b": "1.1.0"'), registry: recent },
    { code: manifest('"@s/b": "1.1.0"'), registry: recent, files: { '.npmrc': 'min-release-age=1\n' } },
    { code: manifest('"@s/b": "1.1.0"'), registry: recent, files: { '.npmrc': 'min-release-age=0\n' } },
    // Let through by name.
    ...['@s/b', '"@s/*"', '"@s/b@1.0.9 || 1.1.0"', '"*"'].map((one) => ({
      code: manifest('"@s/b": "1.1.0"'),
      registry: recent,
      files: {
        'pnpm-workspace.yaml': `minimumReleaseAge: 10080\nminimumReleaseAgeExclude:\n  - ${one.replace(/^@.*/, '"$&"')}\n`,
      },
    })),
    { code: manifest('"a": "1.1.0"') },
    { code: manifest('"a": "1.0.0"'), registry: known },
    { code: manifest('"a": "1.2.0"'), registry: known },
    { code: manifest('"a": "^1.0.0"'), registry: known },
  ],
  caught: [
    ...week.map((files) => ({
      code: manifest('"@s/b": "⟦1.1.0⟧"'),
      registry: recent,
      files,
      says: says(7),
      fixed: manifest('"@s/b": "1.0.0"'),
    })),
    {
      path: 'packages/a/package.json',
      code: manifest('"@s/b": "⟦1.1.0⟧"'),
      registry: recent,
      files: { 'pnpm-workspace.yaml': 'minimumReleaseAge: 14400\nminimumReleaseAgeExclude:\n  - "@s/b@1.0.0"\n  - "@t/*"\n' },
      says: says(10),
      fixed: manifest('"@s/b": "1.0.0"'),
    },
    {
      path: 'requirements.txt',
      code: 'b⟦==1.1⟧\n',
      registry: registry({ 'PyPI b': { versions: { '1.1': { published: '2026-11-18T10:00:00Z' } } } }),
      files: { 'pyproject.toml': '[tool.uv]\nexclude-newer = "1 week"\n', '.npmrc': 'min-release-age=1\n' },
      says: 'b 1.1 was published on 2026-11-18, less than 7 days ago (npm.example). Wait until others have tried it.',
    },
    {
      code: manifest('"a": "⟦1.1.0⟧"'),
      registry: known,
      says: 'a 1.1.0 was published on 2999-01-01, less than 3 days ago (npm.example). 1.0.0 is the release before.',
      fixed: manifest('"a": "1.0.0"'),
    },
    {
      code: manifest('"a": "⟦2.0.0⟧"'),
      registry: known,
      says: 'a 2.0.0 was published on 2999-01-01, less than 3 days ago (npm.example). Wait until others have tried it.',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\nc = "⟦=1.1.0⟧"\n',
      registry: registry({
        'crates.io c': {
          versions: { '1.0.0': { published: '2024-01-01T00:00:00Z' }, '1.1.0': { published: '2999-01-01T00:00:00Z' } },
        },
      }),
      says: 'c 1.1.0 was published on 2999-01-01, less than 3 days ago (npm.example). 1.0.0 is the release before.',
      fixed: '[dependencies]\nc = "=1.0.0"\n',
    },
  ],
});
