import { dockerfileRule } from '../../engine/rule.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { unanswered, type Asker } from './support/unanswered.ts';

const APT_GET: Asker = {
  names: /^apt-get$/,
  options: APT_OPTIONS,
  asks: /^(?:install|reinstall|build-dep|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|autopurge)$/,
  quiet:
    /^(?:-y|--yes|--assume-yes|--assume-no|--force-yes|--trivial-only|-s|--simulate|--dry-run|--just-print|--recon|--no-act|--print-uris|-h|--help)$/,
  isQuiet: ({ options }) => {
    const quiet = options.filter(({ name }) => name === '-q' || name === '--quiet');
    return quiet.length > 1 || quiet.some(({ value }) => value === '2') || options.some(({ name }) => name === '-=');
  },
  configured: /assume-yes(?:["'=]|\s+\\?["'=])/i,
};

export const aptGetNoYes = dockerfileRule(
  {
    id: 'dockerfile/apt-get-no-yes',
    title: '`apt-get` asks a question during the build',
    why: 'Nobody can answer during a build, so apt-get aborts when it asks whether to go on. `-y` answers yes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { asks: '`{command}` asks whether to go on, and nobody can answer during a build. Add `-y`.' },
    aliases: [
      'droast:DF015',
      'hadolint:DL3014',
      'kics:apt_get_missing_flags_to_avoid_manual_input',
      'semgrep:missing-assume-yes-switch',
      'tally:hadolint/DL3014',
      'trivy:DS-0021',
    ],
    references: ['https://manpages.debian.org/stable/apt/apt-get.8.en.html'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  ({ model }) => unanswered(model, APT_GET),
);
