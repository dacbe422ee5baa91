import { dependencyRule } from '../../engine/rule.ts';
import { settingProblems, type SettingRow } from './shared/setting-rows.ts';

/** https://pnpm.io/settings#blockexoticsubdeps, https://docs.npmjs.com/cli/using-npm/config#allow-remote. */
const ROWS: readonly SettingRow[] = [
  { formats: ['pnpm-workspace.yaml'], key: /^blockExoticSubdeps$/, value: /^false$/, instead: 'true' },
  { formats: ['package.json'], section: /^pnpm$/, key: /^blockExoticSubdeps$/, value: /^false$/, instead: 'true' },
  { formats: ['.npmrc'], key: /^block-exotic-subdeps$/, value: /^false$/, instead: 'true' },
  { formats: ['.npmrc'], key: /^allow-remote$/, value: /^all$/, instead: 'root' },
];

export const exoticSubdepsAllowed = dependencyRule(
  {
    id: 'dependencies/exotic-subdeps-allowed',
    title: 'Dependencies of dependencies may come from anywhere',
    why: 'A package may ask for packages from a git repository or the URL of an archive, past the registry with its checks, its provenance and its release times. Only the project itself should have a reason for that, so block it for what it depends on.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      set: '`{setting}` lets dependencies pull in packages from git repositories and URLs. Allow only what the project itself asks for.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-1357', 'https://pnpm.io/settings#blockexoticsubdeps'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => settingProblems(model, ROWS, 'safe'),
);
