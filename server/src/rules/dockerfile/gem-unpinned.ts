import { dockerfileRule } from '../../engine/rule.ts';
import { GEM } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const gemUnpinned = dockerfileRule(
  {
    id: 'dockerfile/gem-unpinned',
    title: '`gem` installs whatever version is newest',
    why: 'Without a version whatever was published last is installed, so two builds of the same file differ, and a version that somebody published in bad faith gets in unseen.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['droast:DF053', 'hadolint:DL3028', 'kics:gem_install_without_version'],
    references: ['CWE-1357', 'https://guides.rubygems.org/command-reference/#gem-install'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [GEM]),
);
