import { dockerfileRule } from '../../engine/rule.ts';
import { ZYPPER as MANAGER } from './support/package-managers.ts';
import { unanswered, type Asker } from './support/unanswered.ts';

const ZYPPER: Asker = {
  names: MANAGER.names,
  options: MANAGER.options,
  asks: /^(?:install|in|remove|rm|update|up|dist-upgrade|dup|patch|source-install|si|install-new-recommends|inr)$/,
  quiet: /^(?:-n|--non-interactive|-y|--no-confirm|-D|--dry-run|-h|--help)$/,
  configured: /\bZYPP_NON_INTERACTIVE\b/,
};

export const zypperNonInteractive = dockerfileRule(
  {
    id: 'dockerfile/zypper-non-interactive',
    title: '`zypper` asks a question during the build',
    why: 'Nobody can answer during a build, so zypper aborts when it asks whether to go on. `-y` answers yes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      asks: '`{command}` asks whether to go on, and nobody can answer during a build. Add `-y`.',
    },
    aliases: ['droast:DF043', 'hadolint:DL3034', 'kics:missing_zypper_non_interactive_switch', 'tally:hadolint/DL3034'],
    references: ['https://manpages.opensuse.org/Tumbleweed/zypper/zypper.8.en.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unanswered(model, ZYPPER),
);
