import { dockerfileRule } from '../../engine/rule.ts';
import { YUM } from './support/package-managers.ts';
import { uncleaned, type Leftovers } from './support/uncleaned.ts';

const LEFTOVERS: Leftovers = {
  manager: YUM,
  removed:
    /\b(?:yum|dnf|microdnf)\b[^\n&|;]*\sclean\s|\/var\/cache\/(?:yum|dnf|\{[\w,]*(?:yum|dnf))|\/var\/cache\/?(?:\s|\*|\/\*|$)/,
  clean: () => 'yum clean all',
};

export const yumCacheNotCleaned = dockerfileRule(
  {
    id: 'dockerfile/yum-cache-not-cleaned',
    title: 'Cache of `yum` stays in the image',
    why: '`yum` keeps what it downloads, packages and lists of them, and the running program never reads any of it. Only what is removed in the same RUN leaves the image.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      left: 'What `{command}` downloads stays in the image. Run `{clean}` in the same RUN.',
    },
    aliases: ['droast:DF047', 'hadolint:DL3032', 'kics:yum_clean_all_missing', 'trivy:DS-0015'],
    references: ['https://docs.docker.com/build/building/best-practices/#run'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  ({ model }) => uncleaned(model, LEFTOVERS),
);
