import type { LockedFacts, RootFacts } from '../facts.ts';

/**
 * What Cargo.lock remembers of one manifest, which it knows by the package's name only. Beside the lockfile there may be a manifest of the whole workspace, whose
 * requirements are those of its packages.
 */
export function cargoRoot(roots: readonly RootFacts[], name: string | undefined, isBeside: boolean): RootFacts | undefined {
  const own = name === undefined ? undefined : roots.find((root) => root.name === name);
  if (!isBeside) return own;
  const all = together(roots);
  if (own === undefined) return all;
  const linked = new Set(own.linked);
  const locked = new Set(own.resolved.map(({ rawName }) => rawName));
  return {
    ...own,
    resolved: [...all.resolved.filter(({ rawName }) => !linked.has(rawName) && !locked.has(rawName)), ...own.resolved],
    linked: [...all.linked.filter((one) => !locked.has(one)), ...linked],
  };
}

/** What the packages of a workspace resolved alike. */
function together(roots: readonly RootFacts[]): RootFacts {
  const resolved = new Map<string, LockedFacts>();
  const linked = new Set(roots.flatMap((root) => root.linked));
  for (const entry of roots.flatMap((root) => root.resolved)) {
    const same = resolved.get(entry.rawName);
    if (same && same.version !== entry.version) linked.add(entry.rawName);
    resolved.set(entry.rawName, entry);
  }
  for (const name of linked) resolved.delete(name);
  return { path: '', span: { start: 0, end: 0 }, resolved: [...resolved.values()], linked: [...linked] };
}
