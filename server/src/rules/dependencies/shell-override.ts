import { dependencyRule } from '../../engine/rule.ts';
import { settingKey } from './shared/settings.ts';

/** Settings that name the program which runs scripts, or git. */
const KEYS = /^(?:script-shell|scriptShell|shell|git)$/;
/** Shells and git as people have them, wherever they are installed. */
const KNOWN =
  /^(?:[a-z]:)?(?:(?:[\\/]+[^\\/]+)*[\\/]+)?(?:(?:ba|da|z|k|fi|a)?sh|nu|pwsh|powershell|cmd|git|busybox|bun|system)(?:\.exe)?$/i;
/** A path that lies in the project, relative and with a folder, or where everybody may write. */
const IN_PROJECT = /^(?:\.{1,2}[\\/]|[^\\/:$%~]+[\\/]|\/(?:tmp|var\/tmp|dev\/shm)\/)/;

export const shellOverride = dependencyRule(
  {
    id: 'dependencies/shell-override',
    title: 'Scripts are run by a program other than a shell',
    why: 'Whatever this setting names is started for each script, also with `ignore-scripts` where git is concerned, and sees each command with all its environment variables. A program of the repository there runs code of whoever wrote it, on every machine that opens the project. Name a shell that the machine has.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      override:
        '`{key}` starts {program} for each command, which is not a known shell. Remove it, or name a shell of the machine.',
    },
    aliases: [],
    references: ['CWE-426', 'CWE-506', 'https://docs.npmjs.com/cli/using-npm/config#script-shell'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== '.npmrc' && model.format !== 'pnpm-workspace.yaml' && model.format !== '.yarnrc') return;
    for (const setting of model.settings) {
      const { section, key, value, valueSpan } = setting;
      if (section !== '' || !KEYS.test(key) || value === '' || /[$%]/.test(value)) continue;
      if (KNOWN.test(value) && !IN_PROJECT.test(value)) continue;
      yield { message: 'override', data: { key, program: value }, span: valueSpan, key: settingKey(setting) };
    }
  },
);
