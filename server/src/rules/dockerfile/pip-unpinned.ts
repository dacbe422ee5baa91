import { dockerfileRule } from '../../engine/rule.ts';
import { PIP } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const pipUnpinned = dockerfileRule(
  {
    id: 'dockerfile/pip-unpinned',
    title: '`pip` installs whatever version is newest',
    why: 'Without a version whatever was published last is installed, so two builds of the same file differ, and a version that somebody published in bad faith gets in unseen.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['droast:DF051', 'hadolint:DL3013', 'kics:unpinned_package_version_in_pip_install'],
    references: ['CWE-1357', 'https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [PIP]),
);
