import { dockerfileRule } from '../../engine/rule.ts';
import { GO } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const goInstallUnpinned = dockerfileRule(
  {
    id: 'dockerfile/go-install-unpinned',
    title: '`go` installs whatever version is newest',
    why: 'Without a version whatever was published last is installed, so two builds of the same file differ, and a version that somebody published in bad faith gets in unseen.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['droast:DF054', 'hadolint:DL3062'],
    references: ['CWE-1357', 'https://go.dev/ref/mod#go-install'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [GO]),
);
