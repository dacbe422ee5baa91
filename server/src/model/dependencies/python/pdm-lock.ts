import type { Dependency } from '../dependency.ts';
import type { DependencyFile } from '../file.ts';
import { locationOf, pathLocation } from '../location.ts';
import { lockBlocks, type LockBlock } from '../toml/lock-lines.ts';
import { hashesOf, listed, pairOf, resolvedIn, textOf, TEXTS } from '../toml/lock-values.ts';
import { flatLockfile, groupsOf, lockedPackage } from './locked.ts';
import { normalizedPythonName } from './name.ts';
import { separateLocation } from '../toml/lock-location.ts';

/** The name that a requirement (PEP 508) in a list begins with. */
const REQUIRED = /(?:^|[[,])[ \t]*"([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/gm;

/** Reads pdm.lock (PDM's own format, https://pdm-project.org/en/latest/usage/lockfile/). A package with extras has a block more. */
export const parsePdmLock = (text: string): DependencyFile =>
  flatLockfile(
    'pdm.lock',
    lockBlocks(text).flatMap((block) => packageOf(text, block) ?? []),
  );

function packageOf(text: string, block: LockBlock): Dependency | undefined {
  const integrity = hashesOf(text, [pairOf(block, 'files')]);
  const own = normalizedPythonName(textOf(text, pairOf(block, 'name'))?.text ?? '');
  const marker = textOf(text, pairOf(block, 'marker'))?.text;
  return lockedPackage(text, block, 'package', {
    groups: groupsOf(listed(text, pairOf(block, 'groups'), TEXTS)),
    // The block of the extras requires the package itself.
    requires: listed(text, pairOf(block, 'dependencies'), REQUIRED)
      .map(normalizedPythonName)
      .filter((name) => name !== own),
    ...(marker !== undefined && { marker }),
    ...(integrity.length > 0 && { integrity }),
    ...(originOf(text, block) ?? resolvedIn(text, [pairOf(block, 'files')])),
  });
}

function originOf(text: string, block: LockBlock): Pick<Dependency, 'source' | 'location'> | undefined {
  const git = textOf(text, pairOf(block, 'git'));
  if (git) {
    const ref = textOf(text, pairOf(block, 'revision')) ?? textOf(text, pairOf(block, 'ref'));
    return { source: 'git', location: separateLocation(git, ref) };
  }
  const url = textOf(text, pairOf(block, 'url'));
  if (url) return { source: 'url', location: locationOf(url.text, url.span, -1, undefined) };
  const path = textOf(text, pairOf(block, 'path'));
  return path && { source: 'path', location: pathLocation(path.text, path.span) };
}
