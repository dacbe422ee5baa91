import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { isPublicHost } from './shared/hosts.ts';
import { keyOf } from './shared/fixes.ts';
import { type Fetched, fetched, grouped, hostOf, isLocalHost, MANY } from './shared/locked-urls.ts';
import { causesOfPlainHttp } from './shared/told-elsewhere.ts';

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
      many: '{name} and {count} other packages are downloaded from {host} over {protocol}, where anyone on the way can replace them. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'CWE-829'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model } = context;
    if (model.role !== 'lockfile') return;
    const causeOf = causesOfPlainHttp(context);
    for (const { url, urlSpan } of model.registries) {
      const found = insecure(file.text, { url, urlSpan }, model.ecosystem);
      if (found)
        yield {
          message: 'registry',
          data: { host: found.host },
          span: found.span,
          key: `registry/${found.host}`,
          fixes: using([found]),
          ...causeOf(found.host),
        };
    }
    for (const packages of grouped(packagesOf(context), ({ found: [first] }) => first && first.newText + first.host).values()) {
      const isMany = packages.length > MANY;
      for (const { dependency, found, all } of isMany ? together(packages) : packages) {
        const [first] = found;
        if (first === undefined) continue;
        const { host } = first;
        const protocol = first.newText === 'https' ? 'plain HTTP' : 'the git protocol';
        const { rawName: name } = dependency;
        const common = {
          span: first.span,
          key: `${keyOf(model, dependency)}/${dependency.path ?? dependency.version ?? ''}`,
          fixes: using(all ?? found),
          ...causeOf(host, dependency),
        };
        yield isMany
          ? { message: 'many', data: { name, host, protocol, count: String(packages.length - 1) }, ...common }
          : { message: 'insecure', data: { name, host, protocol }, ...common };
      }
    }
  },
);

interface Package {
  readonly dependency: Dependency;
  readonly found: readonly Insecure[];
  /** What is mended with it: that of all packages from the same host. */
  readonly all?: readonly Insecure[];
}

function* packagesOf({ file, model }: Context<'dependencies'>): Generator<Package> {
  const told = new Set(model.registries.map(({ urlSpan }) => urlSpan.start));
  for (const [dependency, addresses] of grouped(
    fetched(model).filter(({ url }) => INSECURE.test(url)),
    (one) => one.dependency,
  )) {
    const found = addresses.flatMap((one) =>
      told.has(one.urlSpan.start) ? [] : (insecure(file.text, one, model.ecosystem) ?? []),
    );
    if (found.length > 0) yield { dependency, found };
  }
}

const together = (packages: readonly Package[]): Package[] =>
  packages.slice(0, 1).map((first) => ({ ...first, all: packages.flatMap(({ found }) => found) }));

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
