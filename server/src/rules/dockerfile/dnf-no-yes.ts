import { dockerfileRule } from '../../engine/rule.ts';
import { DNF as MANAGER } from './support/package-managers.ts';
import { unanswered, type Asker } from './support/unanswered.ts';

const DNF: Asker = {
  // microdnf never asks, and has `-y` only for the sake of dnf: https://github.com/rpm-software-management/microdnf.
  names: /^(?:dnf5?|tdnf)$/,
  options: MANAGER.options,
  asks: /^(?:install|in|groupinstall|localinstall|reinstall|update|upgrade|up|downgrade|remove|rm|erase|autoremove|swap|distro-sync)$/,
  quiet: /^(?:-y|--assumeyes|--assumeno|--downloadonly|-h|--help|--version)$/,
  configured: /\b(?:assumeyes|defaultyes)\s*=\s*(?:1|yes|true)/i,
};

export const dnfNoYes = dockerfileRule(
  {
    id: 'dockerfile/dnf-no-yes',
    title: '`dnf` asks a question during the build',
    why: 'Nobody can answer during a build, so dnf aborts when it asks whether to go on. `-y` answers yes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      asks: '`{command}` asks whether to go on, and nobody can answer during a build. Add `-y`.',
    },
    aliases: [
      'hadolint:DL3038',
      'kics:missing_flag_from_dnf_install',
      'semgrep:missing-dnf-assume-yes-switch',
      'tally:hadolint/DL3038',
    ],
    references: ['https://dnf.readthedocs.io/en/latest/command_ref.html'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unanswered(model, DNF),
);
