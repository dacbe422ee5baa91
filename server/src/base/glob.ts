import picomatch from 'picomatch/posix';

/**
 * A test for workspace paths. `patterns` are globs (`*`, `**`, `?`, `[…]`, `{a,b}`) relative to `folder`, read as people mean them: one without a slash
 * matches a name at any depth, one that names a folder matches all that is in it, and `!` takes out again what an earlier one matched.
 */
export function globMatcher(patterns: readonly string[], folder = ''): (path: string) => boolean {
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    return { negated, matches: single(negated ? pattern.slice(1) : pattern) };
  });
  const prefix = folder === '' ? '' : `${folder}/`;
  return (path) => {
    if (!path.startsWith(prefix)) return false;
    const inner = path.slice(prefix.length);
    let matched = false;
    for (const { negated, matches } of rules) if (matches(inner)) matched = !negated;
    return matched;
  };
}

function single(pattern: string): (path: string) => boolean {
  const trimmed = pattern.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (trimmed === '') return () => false;
  const anchored = pattern.startsWith('/') || trimmed.includes('/') ? trimmed : `**/${trimmed}`;
  try {
    return picomatch([anchored, `${anchored}/**`], { dot: true });
  } catch {
    // Picomatch throws on patterns beyond its length limit; such a pattern matches nothing.
    return () => false;
  }
}
