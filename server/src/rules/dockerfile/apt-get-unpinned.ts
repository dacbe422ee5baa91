import { dockerfileRule } from '../../engine/rule.ts';
import { APT } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const aptGetUnpinned = dockerfileRule(
  {
    id: 'dockerfile/apt-get-unpinned',
    title: '`apt-get` installs whatever version is newest',
    why: 'Without a version the newest one is installed, so two builds of the same file differ. Many teams rely on the distribution’s stable versions instead, because pinned ones disappear from the mirrors.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['droast:DF005', 'hadolint:DL3008', 'kics:apt_get_install_pin_version_not_defined'],
    references: ['CWE-1357', 'https://manpages.debian.org/stable/apt/apt-get.8.en.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [APT]),
);
