import { dockerfileRule } from '../../engine/rule.ts';
import { YUM, DNF, ZYPPER } from './support/package-managers.ts';
import { unpinnedInstalls } from './support/unpinned.ts';

export const rpmPackageUnpinned = dockerfileRule(
  {
    id: 'dockerfile/rpm-package-unpinned',
    title: 'Yum, dnf or zypper installs whatever version is newest',
    why: 'Without a version the newest one is installed, so two builds of the same file differ. Many teams rely on the distribution’s release instead.',
    severity: 'info',
    confidence: 'medium',
    profiles: [],
    messages: {
      unpinned: '{packages} may be another version in the next build. Say which one: {pinned}.',
    },
    aliases: [
      'hadolint:DL3033',
      'hadolint:DL3037',
      'hadolint:DL3041',
      'kics:missing_version_specification_in_dnf_install',
      'kics:yum_install_without_version',
      'kics:zypper_install_without_version',
    ],
    references: ['CWE-1357', 'https://dnf.readthedocs.io/en/latest/command_ref.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => unpinnedInstalls(model, [YUM, DNF, ZYPPER]),
);
