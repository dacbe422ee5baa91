import { hash64 } from '../../../base/hash.ts';
import type { Dependency } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';

/** A hash, and what it is of. */
export interface Digest {
  readonly key: string;
  readonly hash: string;
}

/**
 * What a package manager compares a download with, and for what: `name@version` with the hash's algorithm. Only of formats that have one hash for a package: of
 * Python each of several files has its own, and a lockfile need not name all.
 */
export function digestOf({ ecosystem, name, version, source, integrity, path }: Dependency): Digest | undefined {
  if ((ecosystem !== 'npm' && ecosystem !== 'crates.io') || (source !== 'registry' && source !== 'alias')) return undefined;
  // Berry packs a patched package itself.
  if (path?.includes('@patch:') === true) return undefined;
  const [written, ...others] = integrity ?? [];
  if (written === undefined || version === undefined || others.length > 0) return undefined;
  // `sha512-…`, and of Berry `10c0/…`, which is a hash of an archive that it made itself: comparable where the prefix is the same.
  const algorithm = /^(?:sha\d+|md5)(?=-)|^\w+(?=\/)/.exec(written)?.[0] ?? (ecosystem === 'npm' ? undefined : 'sha256');
  return algorithm === undefined ? undefined : { key: `${name}@${version} ${algorithm}`, hash: written };
}

/** A digest as facts have it. */
export const shortDigest = ({ key, hash }: Digest): Digest => ({ key: hash64(key), hash: hash64(hash).slice(0, 8) });

/** The digests of a lockfile in one text, 24 characters each: small, because every lockfile has thousands and few workspaces compare them. */
export const lockDigests = ({ dependencies }: Pick<DependencyFile, 'dependencies'>): string =>
  dependencies
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
