import { dockerfileRule } from '../../engine/rule.ts';
import { YUM as MANAGER } from './support/package-managers.ts';
import { unanswered, type Asker } from './support/unanswered.ts';

const YUM: Asker = {
  names: MANAGER.names,
  options: MANAGER.options,
  asks: /^(?:install|groupinstall|localinstall|reinstall|update|upgrade|downgrade|remove|erase|swap|distro-sync)$/,
  quiet: /^(?:-y|--assumeyes|--assumeno|--downloadonly|-h|--help|--version)$/,
  configured: /\bassumeyes\s*=\s*(?:1|yes|true)/i,
};

export const yumNoYes = dockerfileRule(
  {
    id: 'dockerfile/yum-no-yes',
    title: '`yum` asks a question during the build',
    why: 'Nobody can answer during a build, so yum aborts when it asks whether to go on. `-y` answers yes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      asks: '`{command}` asks whether to go on, and nobody can answer during a build. Add `-y`.',
    },
    aliases: [
      'droast:DF027',
      'hadolint:DL3030',
      'kics:yum_install_allows_manual_input',
      'semgrep:missing-yum-assume-yes-switch',
      'tally:hadolint/DL3030',
    ],
    references: ['https://man7.org/linux/man-pages/man8/yum.8.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unanswered(model, YUM),
);
