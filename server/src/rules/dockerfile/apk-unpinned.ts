import { dockerfileRule } from '../../engine/rule.ts';
import { APK } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const apkUnpinned = dockerfileRule(
  {
    id: 'dockerfile/apk-unpinned',
    title: '`apk` installs whatever version is newest',
    why: 'Without a version the newest one is installed, so two builds of the same file differ. Many teams rely on the release of Alpine instead, because pinned versions disappear from the mirrors.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: ['droast:DF052', 'hadolint:DL3018', 'kics:unpinned_package_version_in_apk_add'],
    references: ['CWE-1357', 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [APK]),
);
