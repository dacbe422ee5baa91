import { dockerfileRule } from '../../engine/rule.ts';
import { ZYPPER } from './support/package-managers.ts';
import { uncleaned, type Leftovers } from './support/uncleaned.ts';

const LEFTOVERS: Leftovers = {
  manager: ZYPPER,
  removed: /\bzypper\b[^\n&|;]*\s(?:clean|cc)\b|\/var\/cache\/zypp|\/var\/cache\/?(?:\s|\*|\/\*|$)/,
  clean: () => 'zypper clean --all',
};

export const zypperCacheNotCleaned = dockerfileRule(
  {
    id: 'dockerfile/zypper-cache-not-cleaned',
    title: 'Cache of `zypper` stays in the image',
    why: '`zypper` keeps what it downloads, packages and lists of them, and the running program never reads any of it. Only what is removed in the same RUN leaves the image.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      left: 'What `{command}` downloads stays in the image. Run `{clean}` in the same RUN.',
    },
    aliases: ['droast:DF045', 'hadolint:DL3036', 'kics:missing_zypper_clean', 'semgrep:missing-zypper-clean', 'trivy:DS-0020'],
    references: ['https://docs.docker.com/build/building/best-practices/#run'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => uncleaned(model, LEFTOVERS),
);
