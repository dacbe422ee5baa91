/** All that can be reached from `starts` over `edges`. Does not recurse. */
export function reachable<T>(starts: Iterable<T>, edges: (from: T) => Iterable<T>): Set<T> {
  const seen = new Set(starts);
  const open = [...seen];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const target of edges(next)) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  return seen;
}
