import { type Context, dependencyRule, type Related } from '../../engine/rule.ts';
import {
  type Dependency,
  type DependencyFile,
  digestOf,
  hashedIn,
  readDigests,
  shortDigest,
} from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { isPublicHost } from './shared/hosts.ts';
import { hostOf, MANY } from './shared/locked-urls.ts';
import { publishedEntries } from './shared/published-entries.ts';

export const lockfileIntegrityConflict = dependencyRule(
  {
    id: 'dependencies/lockfile-integrity-conflict',
    title: 'Same package version is locked with different hashes',
    why: 'A published version never changes, so two hashes of one algorithm for it mean that two different files were downloaded: from a registry that repacks packages, or because one of them was tampered with. Find out which of them the registry gives, and let the package manager write the other entry again.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      conflict:
        '{name} {version} has another hash here than in {other}, so the two are not the same file. Compare both with the registry.',
      registry:
        '{name} {version} has another hash here than {source} gives, so what was locked is not what the registry has. Find out why before you install it.',
    },
    aliases: [],
    references: ['CWE-494', 'CWE-353', 'OWASP A08:2021'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'lockfile') return;
    yield* unlikeRegistry(context);
    const others = env.workspace
      .all('dependencies')
      .filter(([path, { digests, ecosystem }]) => path !== file.path && digests !== undefined && ecosystem === model.ecosystem);
    const own = new Map<string, string>();
    const told = new Map<string, number>();
    for (const dependency of hashedIn(model)) {
      const digest = digestOf(dependency);
      if (digest === undefined) continue;
      const first = own.get(digest.key) ?? digest.hash;
      own.set(digest.key, first);
      const short = others.length > 0 ? shortDigest(digest) : digest;
      const elsewhere = others.find(([, facts]) => (readDigests(facts).get(short.key) ?? short.hash) !== short.hash)?.[0];
      const other = first === digest.hash ? elsewhere : 'another entry of this file';
      if (other === undefined) continue;
      // Another registry repacks all of them: a few examples are enough.
      const count = (told.get(other) ?? 0) + 1;
      told.set(other, count);
      if (count > MANY) continue;
      const { rawName: name, version = '' } = dependency;
      const related: Related[] =
        other === elsewhere ? [{ path: other, span: { start: 0, end: 0 }, note: 'The other hash is in this lockfile.' }] : [];
      yield {
        message: 'conflict',
        data: { name, version, other },
        ...placeOf(model, dependency),
        related,
      };
    }
  },
);

function placeOf(model: DependencyFile, dependency: Dependency) {
  const { path, version = '', versionSpan, nameSpan, variant } = dependency;
  const key = `${keyOf(model, dependency)}/${path ?? version}${variant === undefined ? '' : `/${variant}`}`;
  return { span: versionSpan ?? nameSpan, key };
}

/** Against the hash of the same algorithm that the registry gives. A package of another registry may be another one. */
function* unlikeRegistry(context: Context<'dependencies'>) {
  const { model, env } = context;
  const { source } = env.registry;
  let count = 0;
  for (const { dependency, facts } of publishedEntries(context)) {
    const { hash } = digestOf(dependency) ?? {};
    const algorithm = hash === undefined ? undefined : /^\w+-/.exec(hash)?.[0];
    const given = algorithm === undefined ? undefined : facts.integrity?.filter((one) => one.startsWith(algorithm));
    if (hash === undefined || given === undefined || given.length === 0 || given.includes(hash)) continue;
    const hosts = (dependency.resolved ?? []).map(({ url }) => hostOf(url));
    if (hosts.some((host) => host !== undefined && host !== source && !isPublicHost(dependency.ecosystem, host))) continue;
    if (++count > MANY) return;
    const { key, span } = placeOf(model, dependency);
    const { rawName: name, version = '' } = dependency;
    yield { message: 'registry' as const, data: { name, version, source }, span, key: `${key}/registry` };
  }
}
