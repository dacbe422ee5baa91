import { dependencyRule } from '../../engine/rule.ts';
import { settingProblems, type SettingRow } from './shared/setting-rows.ts';

/** https://docs.npmjs.com/cli/using-npm/config#allow-git, https://yarnpkg.com/configuration/yarnrc#approvedGitRepositories. */
const ROWS: readonly SettingRow[] = [
  { formats: ['.npmrc'], key: /^allow-git$/, value: /^(?:all|true)$/, instead: 'root' },
  { formats: ['.yarnrc.yml'], key: /^approvedGitRepositories$/, value: /^\*{1,2}$/ },
];

export const gitDepsAllowed = dependencyRule(
  {
    id: 'dependencies/git-deps-allowed',
    title: 'Packages may come from any git repository',
    why: 'A package from git has no release that a registry keeps, can be replaced by whoever may push, and may run code while it is prepared, even where install scripts are off. Allow git only for what the project itself asks for.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      set: '`{setting}` lets any package come from any git repository. Allow only those that the project needs.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-1357', 'https://docs.npmjs.com/cli/using-npm/config#allow-git'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => settingProblems(model, ROWS, 'safe'),
);
