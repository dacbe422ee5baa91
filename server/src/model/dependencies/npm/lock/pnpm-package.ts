import type { Span } from '../../../../base/span.ts';
import type { Group, Location, Source } from '../../dependency.ts';
import { locationOf } from '../../location.ts';
import { unquoted, type LineScanner } from './line-scanner.ts';
import type { Locked } from './locked.ts';

/** One entry of `packages` or `snapshots` while it is read. */
export interface PnpmEntry {
  /** As written, with the peers that it was installed with. */
  readonly key: string;
  readonly keySpan: Span;
  end: number;
  name: string | undefined;
  /** The `version` that stands in the entry, where the key has none. */
  version: Span | undefined;
  resolution: string;
  resolutionSpan: Span | undefined;
  dev: boolean | undefined;
  optional: boolean;
  requiresBuild: boolean;
  deprecated: string | undefined;
  /** Names with the version or key they lead to. */
  readonly requires: (readonly [name: string, target: string])[];
}

export const pnpmEntry = (text: string, { start, end }: Span): PnpmEntry => ({
  key: text.slice(start, end),
  keySpan: { start, end },
  end,
  name: undefined,
  version: undefined,
  resolution: '',
  resolutionSpan: undefined,
  dev: undefined,
  optional: false,
  requiresBuild: false,
  deprecated: undefined,
  requires: [],
});

const COMMIT = /(?:#|\/)([0-9a-f]{40})(?:[#?(]|$)/i;
const INTEGRITY = /(?:^|[{,\s])integrity: ?([^,}\s]+)/;
const TARBALL = /(?:^|[{,\s])tarball: ?([^,}\s]+)/;

/** A line inside an entry. `section` is the list of dependencies that it stands in. */
export function readPnpmField(entry: PnpmEntry, section: string, lines: LineScanner): void {
  entry.end = lines.end;
  const key = lines.pair();
  const value = lines.valueText();
  if (lines.level >= 3) {
    if (section === 'dependencies' || section === 'optionalDependencies') entry.requires.push([key, value]);
    else if (section === 'resolution' && lines.level === 3) {
      entry.resolution += ` ${key}: ${value}`;
      entry.resolutionSpan = { start: entry.resolutionSpan?.start ?? lines.start, end: lines.end };
    } else if (entry.deprecated === '') entry.deprecated = lines.text.slice(lines.start, lines.end);
    return;
  }
  switch (key) {
    case 'resolution':
      if (value === '') break;
      entry.resolution = value;
      entry.resolutionSpan = lines.value;
      break;
    case 'name':
      entry.name = value;
      break;
    case 'version':
      entry.version = lines.value;
      break;
    case 'dev':
      entry.dev = value === 'true';
      break;
    case 'optional':
      entry.optional = value === 'true';
      break;
    case 'requiresBuild':
      entry.requiresBuild = value === 'true';
      break;
    case 'deprecated':
      // A message of several lines stands below; its first line tells enough.
      entry.deprecated = /^[|>][-+]?$/.test(value) ? '' : value.replaceAll("''", "'");
      break;
  }
}

interface KeyParts {
  readonly name: string;
  readonly nameSpan: Span;
  /** Behind the name: a version, or where the package comes from. */
  readonly rest: Span;
}

/** Before version 9 a registry other than the usual one heads the key. */
const HOST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//;

/** `a@1.0.0(p@2.0.0)`, with a slash before it in version 6, `/a/1.0.0_p@2.0.0` in version 5. */
function partsOf(entry: PnpmEntry): KeyParts | undefined {
  const { key } = entry;
  if (key.startsWith('/')) return partsFrom(entry, 1);
  const host = HOST.exec(key.slice(0, 200))?.[0].length;
  if (host === undefined) return partsFrom(entry, 0);
  const parts = partsFrom(entry, host);
  const rest = parts && key.slice(parts.rest.start - entry.keySpan.start, parts.rest.end - entry.keySpan.start);
  return rest !== undefined && /^\d[^/]*$/.test(rest) ? parts : undefined;
}

function partsFrom({ key, keySpan }: PnpmEntry, from: number): KeyParts | undefined {
  const scope = key[from] === '@' ? key.indexOf('/', from) : from - 1;
  if (scope < from - 1) return undefined;
  let split = scope + 1;
  while (split < key.length && key[split] !== '@' && key[split] !== '/') split++;
  if (split >= key.length || split === scope + 1 || (from === 0 && key[split] === '/')) return undefined;
  let end = key.indexOf('(', split);
  if (end < 0) end = key.length;
  // Version 5.0 writes the peers behind another slash: `/a/1.0.0/p@2.0.0`.
  const peers = key[split] === '/' ? key.slice(split + 1).search(/_|\/(?=(?:@[^/@]+\/)?[^@/]+@\d)/) : -1;
  const at = (offset: number): number => keySpan.start + offset;
  return {
    name: key.slice(from, split),
    nameSpan: { start: at(from), end: at(split) },
    rest: { start: at(split + 1), end: at(peers < 0 ? end : split + 1 + peers) },
  };
}

/** The locked package of an entry of `packages`; undefined where its name is lost. Its `kind` is told by the importers. */
export function lockedPnpmPackage(text: string, entry: PnpmEntry): Locked | undefined {
  const parts = partsOf(entry);
  const name = entry.name ?? parts?.name;
  if (name === undefined) return undefined;
  const rest = parts ? text.slice(parts.rest.start, parts.rest.end) : '';
  const source = parts ? sourceOf(rest) : COMMIT.test(entry.key) ? 'git' : entry.key.startsWith('file:') ? 'path' : 'url';
  const versionSpan = source === 'registry' ? parts?.rest : entry.version;
  const groups: Group[] = [];
  if (entry.dev === true) groups.push('dev');
  if (entry.optional) groups.push('optional');
  const integrity = INTEGRITY.exec(entry.resolution)?.[1];
  return {
    ecosystem: 'npm',
    name,
    rawName: name,
    nameSpan: parts?.nameSpan ?? entry.keySpan,
    use: 'locked',
    kind: 'direct',
    groups,
    section: 'packages',
    source,
    ...(versionSpan && { version: text.slice(versionSpan.start, versionSpan.end), versionSpan }),
    ...(source !== 'registry' && { location: placeOf(text, entry, parts?.rest ?? entry.keySpan) }),
    ...(source === 'registry' && resolvedOf(text, entry)),
    ...(integrity !== undefined && { integrity: [integrity] }),
    ...(entry.requiresBuild && { hasInstallScript: true }),
    ...(entry.deprecated !== undefined && { deprecated: entry.deprecated }),
    path: entry.key,
    requires: entry.requires.map(([required]) => required),
    span: { start: entry.keySpan.start, end: entry.end },
  };
}

function sourceOf(rest: string): Source {
  if (/^\d/.test(rest)) return 'registry';
  if (/^(?:file|link):/.test(rest)) return 'path';
  if (COMMIT.test(rest) || /^git[+:@]/.test(rest)) return 'git';
  return /^[a-z+]+:/.test(rest) ? 'url' : 'registry';
}

/** The address in the key, or the tarball's where version 5 and 6 leave the protocol out. */
function placeOf(text: string, entry: PnpmEntry, key: Span): Location {
  const own = text.slice(key.start, key.end);
  const place = /^[a-z+]+:/.test(own) ? key : (tarballOf(text, entry) ?? key);
  return locationWithCommit(text.slice(place.start, place.end), place);
}

function tarballOf(text: string, { resolution, resolutionSpan }: PnpmEntry): Span | undefined {
  const tarball = resolution.includes('tarball') ? TARBALL.exec(resolution)?.[1] : undefined;
  if (tarball === undefined || !resolutionSpan) return undefined;
  const found = text.slice(resolutionSpan.start, resolutionSpan.end).indexOf(tarball);
  if (found < 0) return undefined;
  const start = resolutionSpan.start + found;
  return unquoted(text, start, start + tarball.length);
}

function resolvedOf(text: string, entry: PnpmEntry): Pick<Locked, 'resolved'> | undefined {
  const urlSpan = tarballOf(text, entry);
  if (urlSpan === undefined) return undefined;
  const url = text.slice(urlSpan.start, urlSpan.end);
  return /^https?:/i.test(url) ? { resolved: [{ url, urlSpan }] } : undefined;
}

function locationWithCommit(url: string, place: Span): Location {
  const commit = COMMIT.exec(url);
  if (!commit) return locationOf(url, place, -1, undefined);
  const ref = { start: commit.index + 1, end: commit.index + 41 };
  return locationOf(url, place, url[commit.index] === '#' ? commit.index : -1, ref);
}
