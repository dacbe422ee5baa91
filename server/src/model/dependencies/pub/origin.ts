import { asMapping, entryOf, type YamlMapping } from '../../yaml/index.ts';
import type { Dependency } from '../dependency.ts';
import type { Registry } from '../file.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { fieldOf } from './yaml.ts';

type Origin = Partial<Pick<Dependency, 'name' | 'source' | 'location'>> & { readonly registry?: Registry };

/** Where a package comes from whose entry has keys: `git`, `path`, `sdk`, `hosted` (https://dart.dev/tools/pub/dependencies#dependency-sources). */
export function locatedIn(text: string, details: YamlMapping | undefined): Origin {
  if (details === undefined) return {};
  const value = (key: string): ReturnType<typeof asMapping> | undefined => asMapping(entryOf(details, key)?.value);
  const field = (key: string, of = details): ReturnType<typeof fieldOf> => fieldOf(text, entryOf(of, key)?.value);
  const path = field('path');
  if (path) return { source: 'path', location: pathLocation(path.text, path.span) };
  // What comes with an SDK is in no registry.
  if (entryOf(details, 'sdk')) return { source: 'path' };
  if (entryOf(details, 'git')) return gitOrigin(text, details);
  const hosted = value('hosted');
  const url = hosted ? field('url', hosted) : field('hosted');
  const name = hosted && field('name', hosted)?.text;
  return {
    ...(name !== undefined && { name }),
    ...(url && { registry: { kind: 'extra-index', url: url.text, urlSpan: url.span } }),
  };
}

function gitOrigin(text: string, details: YamlMapping): Origin {
  const git = asMapping(entryOf(details, 'git')?.value);
  const url = fieldOf(text, git ? entryOf(git, 'url')?.value : entryOf(details, 'git')?.value);
  if (!url) return { source: 'git' };
  const location = { ...locationOf(url.text, url.span, -1, undefined), hasRefKey: true };
  const entry = entryOf(git, 'ref');
  const ref = fieldOf(text, entry?.value);
  if (!entry || !ref) return { source: 'git', location };
  return {
    source: 'git',
    location: { ...location, ref: ref.text, refSpan: ref.span, refKeySpan: entry.key.span, isCommit: isCommitHash(ref.text) },
  };
}
