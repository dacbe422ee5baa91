import { dockerfileRule } from '../../engine/rule.ts';
import { DNF } from './support/package-managers.ts';
import { uncleaned, type Leftovers } from './support/uncleaned.ts';

const LEFTOVERS: Leftovers = {
  manager: DNF,
  removed:
    /\b(?:yum|t?dnf5?|microdnf)\b[^\n&|;]*\sclean\s|\/var\/cache\/(?:yum|t?dnf|libdnf5|\{[\w,]*(?:yum|dnf))|\/var\/cache\/?(?:\s|\*|\/\*|$)/,
  clean: (program) => `${program} clean all`,
};

export const dnfCacheNotCleaned = dockerfileRule(
  {
    id: 'dockerfile/dnf-cache-not-cleaned',
    title: 'Cache of `dnf` stays in the image',
    why: '`dnf` keeps what it downloads, packages and lists of them, and the running program never reads any of it. Only what is removed in the same RUN leaves the image.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      left: 'What `{command}` downloads stays in the image. Run `{clean}` in the same RUN.',
    },
    aliases: [
      'droast:DF046',
      'hadolint:DL3040',
      'kics:missing_dnf_clean_all',
      'semgrep:missing-dnf-clean-all',
      'trivy:DS-0019',
      'trivy:DS-0027',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#run'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => uncleaned(model, LEFTOVERS),
);
