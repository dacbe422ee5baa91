import type { Dependency } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';
import { locationOf, pathLocation } from '../location.ts';
import { lockBlocks, type LockBlock } from '../toml/lock-lines.ts';
import { fieldOf, hashesOf, listed, NAMES, pairOf, resolvedIn, textOf, type LockText } from '../toml/lock-values.ts';
import { flatLockfile, lockedPackage } from './locked.ts';
import { normalizedPythonName } from './name.ts';
import { separateLocation } from '../toml/lock-location.ts';

/** Reads pylock.toml (PEP 751, https://packaging.python.org/specifications/pylock-toml/). */
export const parsePylock = (text: string): DependencyFile =>
  flatLockfile(
    'pylock.toml',
    lockBlocks(text).flatMap((block) => packageOf(text, block) ?? []),
  );

function packageOf(text: string, block: LockBlock): Dependency | undefined {
  // Wheels are a list of inline tables, or tables of their own.
  const files = block.pairs.filter(({ section, key }) => /^(?:wheels|sdist|archive)$/.test(section || key));
  const integrity = hashesOf(text, files);
  for (const pair of block.pairs) {
    const hash = pair.section.endsWith('.hashes') ? textOf(text, pair)?.text : undefined;
    if (hash !== undefined) integrity.push(`${pair.key}:${hash}`);
  }
  const marker = textOf(text, pairOf(block, 'marker'))?.text;
  return lockedPackage(text, block, 'packages', {
    requires: listed(text, pairOf(block, 'dependencies'), NAMES).map(normalizedPythonName),
    ...(marker !== undefined && { marker }),
    ...(integrity.length > 0 && { integrity }),
    ...(originOf(text, block) ?? resolvedIn(text, files)),
  });
}

function originOf(text: string, block: LockBlock): Pick<Dependency, 'source' | 'location'> | undefined {
  const field = (table: string, key: string): LockText | undefined =>
    textOf(text, pairOf(block, key, table)) ?? fieldOf(text, pairOf(block, table), key);
  const git = field('vcs', 'url');
  if (git) return { source: 'git', location: separateLocation(git, field('vcs', 'commit-id')) };
  const archive = field('archive', 'url');
  if (archive) return { source: 'url', location: locationOf(archive.text, archive.span, -1, undefined) };
  const path = field('directory', 'path') ?? field('archive', 'path');
  return path && { source: 'path', location: pathLocation(path.text, path.span) };
}
