import { hash64 } from '../../../base/hash.ts';
import type { Dependency } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';

/** A hash, and what it is of. */
export interface Digest {
  readonly key: string;
  readonly hash: string;
}

const COMPARABLE: ReadonlySet<Dependency['ecosystem']> = new Set(['npm', 'crates.io', 'Go']);

/**
 * What a package manager compares a download with, and for what: `name@version` with the hash's algorithm. Only of formats that have one hash for a package: of
 * Python each of several files has its own, and a lockfile need not name all.
 */
export function digestOf({ ecosystem, name, version, source, integrity, path, variant }: Dependency): Digest | undefined {
  if (!COMPARABLE.has(ecosystem) || (source !== 'registry' && source !== 'alias')) return undefined;
  // Berry packs a patched package itself.
  if (path?.includes('@patch:') === true) return undefined;
  const [written, ...others] = integrity ?? [];
  if (written === undefined || version === undefined || others.length > 0) return undefined;
  // `sha512-…`, `h1:…` of Go, and of Berry `10c0/…`, which is a hash of an archive that it made itself: comparable where the prefix is the same.
  const algorithm =
    /^(?:sha\d+|md5)(?=-)|^h\d(?=:)|^\w+(?=\/)/.exec(written)?.[0] ?? (ecosystem === 'crates.io' ? 'sha256' : undefined);
  return algorithm === undefined
    ? undefined
    : { key: `${name}@${version}${variant === undefined ? '' : `/${variant}`} ${algorithm}`, hash: written.trimEnd() };
}

/** What a lockfile has hashes of: its packages, and in go.sum their go.mod files, too. */
export const hashedIn = ({
  format,
  dependencies,
  roots,
}: Pick<DependencyFile, 'format' | 'dependencies' | 'roots'>): readonly Dependency[] =>
  format === 'go.sum'
    ? [...dependencies, ...roots.flatMap(({ resolved }) => [...resolved.values()].filter(({ variant }) => variant !== undefined))]
    : dependencies;

/** A digest as facts have it. */
export const shortDigest = ({ key, hash }: Digest): Digest => ({ key: hash64(key), hash: hash64(hash).slice(0, 8) });

/** The digests of a lockfile in one text, 24 characters each: small, because every lockfile has thousands and few workspaces compare them. */
export const lockDigests = (file: Pick<DependencyFile, 'format' | 'dependencies' | 'roots'>): string =>
  hashedIn(file)
    .map((dependency) => {
      const digest = digestOf(dependency);
      if (!digest) return '';
      const { key, hash } = shortDigest(digest);
      return key + hash;
    })
    .join('');

const READ = new WeakMap<object, ReadonlyMap<string, string>>();

/** Key → hash, both short. */
export function readDigests(facts: { readonly digests?: string }): ReadonlyMap<string, string> {
  const known = READ.get(facts);
  if (known) return known;
  const result = new Map<string, string>();
  const { digests = '' } = facts;
  for (let at = 0; at < digests.length; at += 24) result.set(digests.slice(at, at + 16), digests.slice(at + 16, at + 24));
  READ.set(facts, result);
  return result;
}
