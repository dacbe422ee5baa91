import { dockerfileRule } from '../../engine/rule.ts';
import { BUN, NPM, PNPM, YARN } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const npmUnpinned = dockerfileRule(
  {
    id: 'dockerfile/npm-unpinned',
    title: '`npm` installs whatever version is newest',
    why: 'Without a version whatever was published last is installed, so two builds of the same file differ, and a version that somebody published in bad faith gets in unseen.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['hadolint:DL3016', 'kics:npm_install_without_pinned_version'],
    references: ['CWE-1357', 'https://docs.npmjs.com/cli/commands/npm-install'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [NPM, PNPM, YARN, BUN]),
);
