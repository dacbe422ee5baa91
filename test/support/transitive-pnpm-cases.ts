import { advisories } from './advisories.ts';
import type { Caught } from './rule-tester.ts';

const everything = {
  advisories: advisories({ id: 'GHSA-1', name: 'c', ranges: [['0', '1.2.3']], summary: 'it breaks' }),
};
const says =
  'a brings in c 1.1.0 (a › b › c@1.1.0), which is affected by GHSA-1, high: it breaks. 1.2.3 is the smallest safe version; raise what brings it in, or force the version (test data, 2026-11-01).';

const manifest = (dependencies: string, more = ''): string => `{\n  "dependencies": {\n    ${dependencies}\n  }${more}\n}\n`;

const pnpm =
  "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0(p@1.0.0)\n\npackages:\n\n  a@1.0.0: {}\n\n  b@1.0.0: {}\n\n  c@1.1.0: {}\n\n  p@1.0.0: {}\n\nsnapshots:\n\n  a@1.0.0(p@1.0.0):\n    dependencies:\n      b: 1.0.0\n      p: 1.0.0\n\n  b@1.0.0:\n    dependencies:\n      c: 1.1.0\n\n  c@1.1.0: {}\n\n  p@1.0.0: {}\n";

/** Which of its two places pnpm is told in. */
export const TRANSITIVE_IN_PNPM: readonly Caught[] = [
  {
    code: manifest('"a": "⟦^1.0.0⟧"'),
    files: { 'pnpm-lock.yaml': pnpm },
    says,
    fixed: manifest('"a": "^1.0.0"', ',\n  "pnpm": {\n    "overrides": {\n      "c": "^1.2.3"\n    }\n  }'),
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "pnpm": { "overrides": {} }'),
    files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'packages: [x]\n' },
    says,
    fixed: manifest('"a": "^1.0.0"', ',\n  "pnpm": { "overrides": {\n    "c": "^1.2.3"\n  } }'),
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"'),
    files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'packages:\n  - x/*\n' },
    says,
    fixed: manifest('"a": "^1.0.0"', ',\n  "pnpm": {\n    "overrides": {\n      "c": "^1.2.3"\n    }\n  }'),
    ...everything,
  },
  // pnpm reads overrides in its own file since 10.5, and since 11 nowhere else.
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "packageManager": "pnpm@9.15.4"'),
    files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'packages:\n  - x/*\n' },
    says,
    fixed: manifest(
      '"a": "^1.0.0"',
      ',\n  "packageManager": "pnpm@9.15.4",\n  "pnpm": {\n    "overrides": {\n      "c": "^1.2.3"\n    }\n  }',
    ),
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "packageManager": "pnpm@10.5.0+sha512.aa"'),
    files: { 'pnpm-lock.yaml': pnpm },
    says,
    others: { 'pnpm-workspace.yaml': "overrides:\n  'c': ^1.2.3\n" },
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "packageManager": "pnpm@10.20.0"'),
    files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'packages:\n  - x/*\n' },
    says,
    others: { 'pnpm-workspace.yaml': "packages:\n  - x/*\n\noverrides:\n  'c': ^1.2.3\n" },
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"'),
    files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'overrides:\n  x: 1.0.0\n' },
    says,
    others: { 'pnpm-workspace.yaml': "overrides:\n  x: 1.0.0\n  'c': ^1.2.3\n" },
    ...everything,
  },
  // A file of its own would take the place of what is there.
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "packageManager": "pnpm@10.20.0",\n  "pnpm": { "overrides": { "x": "1.0.0" } }'),
    files: { 'pnpm-lock.yaml': pnpm },
    says,
    fixed: manifest(
      '"a": "^1.0.0"',
      ',\n  "packageManager": "pnpm@10.20.0",\n  "pnpm": { "overrides": { "x": "1.0.0", "c": "^1.2.3" } }',
    ),
    ...everything,
  },
  {
    code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "packageManager": "pnpm@11.0.1",\n  "pnpm": { "overrides": { "x": "1.0.0" } }'),
    files: { 'pnpm-lock.yaml': pnpm },
    says,
    others: { 'pnpm-workspace.yaml': "overrides:\n  'c': ^1.2.3\n" },
    ...everything,
  },
];
