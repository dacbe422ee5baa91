import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { isPublicHost } from './shared/hosts.ts';
import { keyOf } from './shared/fixes.ts';
import { type Fetched, fetched, grouped, hostOf, isLocalHost } from './shared/locked-urls.ts';

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
      registry:
        'The packages of this lockfile are downloaded from {host} over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
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
    for (const { url, urlSpan } of model.registries) {
      const found = insecure(file.text, { url, urlSpan }, model.ecosystem);
      if (found)
        yield {
          message: 'registry',
          data: { host: found.host },
          span: found.span,
          key: `registry/${found.host}`,
          fixes: using([found]),
        };
    }
    const suspects = fetched(model).filter(({ url }) => INSECURE.test(url));
    for (const [dependency, addresses] of grouped(suspects, (one) => one.dependency)) {
      const found = addresses.flatMap((one) => insecure(file.text, one, model.ecosystem) ?? []);
      const [first] = found;
      if (first === undefined) continue;
      yield {
        message: 'insecure',
        data: {
          name: dependency.rawName,
          host: first.host,
          protocol: first.newText === 'https' ? 'plain HTTP' : 'the git protocol',
        },
        span: first.span,
        key: `${keyOf(model, dependency)}/${dependency.path ?? dependency.version ?? ''}`,
        fixes: using(found),
      };
    }
  },
);

interface Insecure {
  readonly host: string;
  readonly span: Span;
  readonly newText: string;
  /** Absent where the text is written with escapes: then the place of the protocol is not known. */
  readonly isExact: boolean;
  /** Whether the host is known to answer both alike. */
  readonly isSame: boolean;
}

function insecure(text: string, { url, urlSpan }: Pick<Fetched, 'url' | 'urlSpan'>, ecosystem: Ecosystem): Insecure | undefined {
  const protocol = INSECURE.exec(url);
  const host = hostOf(url);
  if (!protocol?.[1] || host === undefined || isLocalHost(host)) return undefined;
  const start = urlSpan.start + protocol[0].length - protocol[1].length;
  const span = { start, end: start + protocol[1].length };
  const isExact = text.slice(span.start, span.end) === protocol[1];
  return {
    host,
    span: isExact ? span : urlSpan,
    newText: protocol[1].toLowerCase() === 'git' ? 'git+https' : 'https',
    isExact,
    isSame: isPublicHost(ecosystem, host) || FORGE.test(host),
  };
}

/** A package may have many files. */
function using(found: readonly Insecure[]): Fix[] {
  if (!found.every(({ isExact }) => isExact)) return [];
  const applicability = found.every(({ isSame }) => isSame) ? 'safe' : 'suggested';
  return [{ title: 'Use HTTPS', applicability, edits: found.map(({ span, newText }) => ({ span, newText })) }];
}
