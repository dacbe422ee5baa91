import type { Dependency } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';
import { lockBlocks, type LockBlock, type LockPair } from '../toml/lock-lines.ts';
import { separateLocation } from '../toml/lock-location.ts';
import { hashesOf, listed, pairOf, textOf, TEXTS, type LockText } from '../toml/lock-values.ts';
import { flatLockfile, groupsOf, lockedPackage } from './locked.ts';
import { normalizedPythonName } from './name.ts';

/** Reads poetry.lock, versions 1.0 to 2.1 (Poetry's own format, https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock). */
export function parsePoetryLock(text: string): DependencyFile {
  const blocks = lockBlocks(text);
  const files = new Map<string, LockPair>();
  // Version 1 lists the hashes of all packages at the end.
  for (const { header, pairs } of blocks)
    if (header === 'metadata') for (const pair of pairs) if (pair.section === 'files') files.set(pair.key, pair);
  return flatLockfile(
    'poetry.lock',
    blocks.flatMap((block) => packageOf(text, block, files) ?? []),
  );
}

function packageOf(text: string, block: LockBlock, files: ReadonlyMap<string, LockPair>): Dependency | undefined {
  const requires = requiredNames(block).map(normalizedPythonName);
  const category = textOf(text, pairOf(block, 'category'))?.text;
  const groups = groupsOf(category === undefined ? listed(text, pairOf(block, 'groups'), TEXTS) : [category]);
  const isOptional = text.startsWith('true', pairOf(block, 'optional')?.start ?? -1);
  const read = lockedPackage(text, block, 'package', {
    groups: isOptional ? [...groups, 'optional'] : groups,
    requires,
    ...originOf(text, block),
  });
  if (read === undefined) return undefined;
  const integrity = hashesOf(text, [pairOf(block, 'files') ?? files.get(read.rawName)]);
  return integrity.length === 0 ? read : { ...read, integrity };
}

/** Keys of `[package.dependencies]`; what has conditions may have a table of its own, `[package.dependencies.name]`. */
const requiredNames = ({ pairs }: LockBlock): string[] => [
  ...new Set(
    pairs.flatMap(({ section, key }) =>
      section === 'dependencies' ? key : section.startsWith('dependencies.') ? section.slice('dependencies.'.length) : [],
    ),
  ),
];

/** `[package.source]` with `type`, `url`, `reference` and `resolved_reference`; `legacy` is another index. */
function originOf(
  text: string,
  block: LockBlock,
): Pick<Dependency, 'source' | 'location'> | Pick<Dependency, 'resolved'> | undefined {
  const field = (key: string): LockText | undefined => textOf(text, pairOf(block, key, 'source'));
  const type = field('type')?.text;
  const url = field('url');
  if (url === undefined || type === undefined) return undefined;
  if (type === 'legacy') return { resolved: [{ url: url.text, urlSpan: url.span }] };
  const source = type === 'git' ? 'git' : type === 'url' ? 'url' : 'path';
  return { source, location: separateLocation(url, field('resolved_reference') ?? field('reference')) };
}
