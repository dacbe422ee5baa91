import { packageManagerUnpinned } from '../../../server/src/rules/dependencies/package-manager-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

const MISSING =
  'Which package manager installs this project, and in which version, is left to each machine. Set `packageManager`.';

testRule(packageManagerUnpinned, {
  clean: [
    '{"name":"x","packageManager":"pnpm@10.0.0+sha512.abc","dependencies":{"a":"1"}}',
    '{"name":"x","engines":{"npm":">=11"},"dependencies":{"a":"1"}}',
    '{"name":"x","devEngines":{"packageManager":{"name":"pnpm","version":"10"}},"dependencies":{"a":"1"}}',
    '{"name":"x"}',
    {
      path: 'packages/a/package.json',
      code: '{"name":"x","dependencies":{"a":"1"}}',
      files: { 'package.json': '{"packageManager":"pnpm@10.0.0"}' },
    },
  ],
  caught: [
    {
      code: '{\n  "⟦name⟧": "x",\n  "dependencies": { "a": "1" }\n}\n',
      files: { 'yarn.lock': '# yarn lockfile v1\n\n\na@1:\n  version "1.0.0"\n' },
      says: MISSING,
      fixed: '{\n  "packageManager": "yarn@VERSION",\n  "name": "x",\n  "dependencies": { "a": "1" }\n}\n',
      left: 1,
    },
    {
      code: '{"packageManager":"⟦pnpm@10.0.0⟧"}',
      says: 'pnpm@10.0.0 has no hash, so whatever is downloaded under its name would run. Add it, as `corepack use` writes it.',
    },
    { code: '{"packageManager":"⟦yarn@^4⟧"}', says: '"yarn@^4" is not an exact version of a package manager. Give one version.' },
    {
      code: '{"⟦dependencies⟧":{"a":"1"}}',
      says: MISSING,
      fixed: '{"packageManager": "npm@VERSION", "dependencies":{"a":"1"}}',
      left: 1,
    },
  ],
});
