import type { Span } from '../../../base/span.ts';
import type { Dependency, DependencyFile } from '../../../model/dependencies/index.ts';

/** Algorithms that collisions are known of. */
const WEAK = /^(?:sha1|md5)[-:]/i;

/** Whether a package of a registry is meant, whose files have hashes. Bundled ones are inside another package. */
export const isFromRegistry = ({ source, groups }: Dependency): boolean =>
  (source === 'registry' || source === 'alias') && !groups.includes('bundled');

/** The hash that a package is held against, where nothing better than a broken algorithm is there. */
export function weakHash(
  text: string,
  { integrity, resolved, span }: Dependency,
): { readonly algorithm: string; readonly span: Span } | undefined {
  const [first] = integrity ?? [];
  if (first === undefined) {
    const old = resolved?.[0];
    if (old?.sha1 === undefined) return undefined;
    const start = old.urlSpan.end + 1;
    return { algorithm: 'SHA-1', span: { start, end: start + old.sha1.length } };
  }
  if (!integrity?.every((one) => WEAK.test(one))) return undefined;
  const inside = text.slice(span.start, span.end).indexOf(first);
  const at = span.start + inside;
  return {
    algorithm: /^md5/i.test(first) ? 'MD5' : 'SHA-1',
    span: inside >= 0 ? { start: at, end: at + first.length } : span,
  };
}

/** Whether an entry has no hash that a package manager would compare. */
export function lacksIntegrity(text: string, format: DependencyFile['format'], dependency: Dependency): boolean {
  const { integrity, resolved, version, span } = dependency;
  if (!isFromRegistry(dependency) || version === undefined) return false;
  if (integrity?.some((one) => one !== '' && one !== '<none>') === true || resolved?.[0]?.sha1 !== undefined) return false;
  // Berry has no checksum of packages for other machines than the one that wrote the file.
  return format !== 'yarn.lock' || !/\n {2}conditions:/.test(text.slice(span.start, span.end));
}
