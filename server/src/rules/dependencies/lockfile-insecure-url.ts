import { dependencyRule } from '../../engine/rule.ts';
import { isPublicHost } from './shared/hosts.ts';
import { keyOf } from './shared/fixes.ts';
import { fetched, hostOf, isLocalHost } from './shared/locked-urls.ts';

const INSECURE = /^(?:git\+)?(http|git)(?=:\/\/)/i;
const FORGE = /^(?:github\.com|gitlab\.com|bitbucket\.org)$/;

export const lockfileInsecureUrl = dependencyRule(
  {
    id: 'dependencies/lockfile-insecure-url',
    title: 'Locked package is downloaded without encryption',
    why: 'Whoever sits between the machine and the server can replace what comes over plain HTTP or the git protocol, and a package manager runs what it downloads. A hash helps only where there is one and the lockfile was not written behind the same attacker. Use HTTPS, and correct the registry that the package manager is configured with, or the next update brings the address back.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      insecure: '{name} is downloaded from {host} over {protocol}, where anyone on the way can replace it. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'CWE-829'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model }) {
    if (model.role !== 'lockfile') return;
    for (const { dependency, url, urlSpan } of fetched(model)) {
      const protocol = INSECURE.exec(url);
      const host = hostOf(url);
      if (!protocol?.[1] || host === undefined || isLocalHost(host)) continue;
      const start = urlSpan.start + protocol[0].length - protocol[1].length;
      const span = { start, end: start + protocol[1].length };
      // Of an address that is written with escapes the place is only known as a whole.
      const isExact = file.text.slice(span.start, span.end) === protocol[1];
      const isGit = protocol[1].toLowerCase() === 'git';
      const isSame = isPublicHost(model.ecosystem, host) || FORGE.test(host);
      yield {
        message: 'insecure',
        data: { name: dependency.rawName, host, protocol: isGit ? 'the git protocol' : 'plain HTTP' },
        span: isExact ? span : urlSpan,
        key: `${keyOf(model, dependency)}/${dependency.path ?? dependency.version ?? ''}`,
        ...(isExact && {
          fixes: [
            {
              title: 'Use HTTPS',
              applicability: isSame ? 'safe' : 'suggested',
              edits: [{ span, newText: isGit && !url.startsWith('git+') ? 'git+https' : 'https' }],
            },
          ],
        }),
      };
    }
  },
);
