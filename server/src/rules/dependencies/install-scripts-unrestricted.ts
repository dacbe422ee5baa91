import { dependencyRule } from '../../engine/rule.ts';
import { settingProblems, type SettingRow } from './shared/setting-rows.ts';

/**
 * https://pnpm.io/settings#dangerouslyallowallbuilds, https://docs.npmjs.com/cli/using-npm/config#ignore-scripts,
 * https://yarnpkg.com/configuration/yarnrc#enableScripts, https://bun.com/docs/pm/lifecycle.
 */
const ROWS: readonly SettingRow[] = [
  { formats: ['pnpm-workspace.yaml'], key: /^dangerouslyAllowAllBuilds$/, value: /^true$/, instead: 'false' },
  { formats: ['package.json'], section: /^pnpm$/, key: /^dangerouslyAllowAllBuilds$/, value: /^true$/, instead: 'false' },
  { formats: ['.npmrc'], key: /^dangerously-allow-all-(?:builds|scripts)$/, value: /^true$/, instead: 'false' },
  { formats: ['pnpm-workspace.yaml'], key: /^neverBuiltDependencies$/, value: /^\[\]$/ },
  { formats: ['package.json'], section: /^pnpm$/, key: /^neverBuiltDependencies$/, value: /^\[\]$/ },
  { formats: ['.npmrc'], key: /^never-built-dependencies(?:\[\])?$/, value: /^(?:\[\])?$/ },
  {
    formats: ['pnpm-workspace.yaml', 'package.json'],
    section: /^(?:pnpm\.)?allowBuilds$/,
    key: /^\*{1,2}$/,
    value: /^true$/,
    instead: 'false',
  },
  { formats: ['.npmrc', '.yarnrc'], key: /^ignore-scripts$/, value: /^false$/, instead: 'true' },
  { formats: ['.yarnrc.yml'], key: /^enableScripts$/, value: /^(?:true|1)$/, instead: 'false' },
  { formats: ['bunfig.toml'], section: /^install$/, key: /^ignoreScripts$/, value: /^false$/, instead: 'true' },
];

export const installScriptsUnrestricted = dependencyRule(
  {
    id: 'dependencies/install-scripts-unrestricted',
    title: 'Every package may run code while it is installed',
    why: 'Most attacks through packages run in an install script, before anyone imported a line of the package. Few packages need one. Turn scripts off and allow those that need them by name (`allowScripts` of npm, `allowBuilds` of pnpm, `trustedDependencies` of Bun, `dependenciesMeta` of Yarn).',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      set: '`{setting}` lets every package run code while it is installed. Turn it off and allow the packages that need it by name.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-506', 'https://pnpm.io/settings#allowbuilds'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => settingProblems(model, ROWS, 'suggested'),
);
