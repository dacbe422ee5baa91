import type { Span } from '../../../../base/span.ts';
import type { Location, Source } from '../../dependency.ts';
import { locationOf } from '../../location.ts';
import { parseNpmSpec } from '../spec.ts';
import type { Locked } from './locked.ts';

/** A name with what is asked of it: `a@^1.0.0`, `a@npm:^1.0.0`. */
export interface Descriptor {
  readonly name: string;
  readonly nameSpan: Span;
  readonly range: string;
  readonly rangeSpan: Span;
}

/** One entry of yarn.lock while it is read. */
export interface YarnEntry {
  readonly descriptors: readonly Descriptor[];
  readonly start: number;
  end: number;
  version: Span | undefined;
  /** Version 1: the URL with the hash of what was downloaded. */
  resolved: Span | undefined;
  /** Berry: the package with its protocol and version. */
  resolution: Span | undefined;
  readonly integrity: string[];
  readonly requires: Descriptor[];
}

const CODELOAD = /\/(?:tar\.gz|legacy\.tar\.gz|zip|tarball)\/([0-9a-f]{40})(?:[#?]|$)/i;

/** The descriptor between two offsets; undefined for what has no `@` behind a name. */
export function descriptorIn(text: string, { start, end }: Span): Descriptor | undefined {
  const written = text.slice(start, end);
  const at = written.indexOf('@', 1);
  if (at < 0) return undefined;
  return {
    name: written.slice(0, at),
    nameSpan: { start, end: start + at },
    range: written.slice(at + 1),
    rangeSpan: { start: start + at + 1, end },
  };
}

/** The locked package that an entry stands for; undefined for packages of the repository itself and entries whose name is lost. */
export function lockedYarnPackage(text: string, entry: YarnEntry): Locked | undefined {
  const first = entry.descriptors[0];
  if (first === undefined || workspaceOf(text, entry) !== undefined) return undefined;
  const origin =
    entry.resolution === undefined ? originOfVersion1(text, first, entry) : originOfBerry(text, first, entry.resolution);
  return {
    ecosystem: 'npm',
    rawName: first.name,
    nameSpan: first.nameSpan,
    use: 'locked',
    kind: 'direct',
    groups: [],
    section: 'packages',
    ...origin,
    ...(entry.version && { version: text.slice(entry.version.start, entry.version.end), versionSpan: entry.version }),
    ...((origin.source === 'registry' || origin.source === 'alias') && resolvedOf(text, entry)),
    ...(entry.integrity.length > 0 && { integrity: entry.integrity }),
    path: text.slice(first.nameSpan.start, first.rangeSpan.end),
    requires: entry.requires.map(({ name }) => name),
    span: { start: entry.start, end: entry.end },
  };
}

/** The folder of a package of the repository: `app@workspace:.`. */
export function workspaceOf(text: string, { resolution }: YarnEntry): string | undefined {
  if (resolution === undefined) return undefined;
  const range = descriptorIn(text, resolution)?.range ?? '';
  if (!range.startsWith('workspace:')) return undefined;
  const folder = range.slice('workspace:'.length);
  return folder === '.' ? '' : folder;
}

const ARCHIVE = '::__archiveUrl=';

/** Version 1 writes where the archive is, with its SHA-1; Berry only where the registry's answer was not the usual place. */
function resolvedOf(text: string, { resolved, resolution }: YarnEntry): Pick<Locked, 'resolved'> | undefined {
  if (resolved) {
    const written = text.slice(resolved.start, resolved.end);
    const hash = written.lastIndexOf('#');
    const url = hash < 0 ? written : written.slice(0, hash);
    if (!/^https?:/i.test(url)) return undefined;
    const sha1 = hash >= 0 && written.length - hash === 41 ? written.slice(hash + 1) : undefined;
    const urlSpan = { start: resolved.start, end: resolved.start + url.length };
    return { resolved: [{ url, urlSpan, ...(sha1 !== undefined && /^[0-9a-f]+$/i.test(sha1) && { sha1 }) }] };
  }
  const written = resolution ? text.slice(resolution.start, resolution.end) : '';
  const at = written.indexOf(ARCHIVE);
  if (!resolution || at < 0) return undefined;
  const from = at + ARCHIVE.length;
  const next = written.indexOf('&', from);
  const to = next < 0 ? written.length : next;
  const url = decoded(written.slice(from, to));
  if (url === undefined || !/^https?:/i.test(url)) return undefined;
  return { resolved: [{ url, urlSpan: { start: resolution.start + from, end: resolution.start + to } }] };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

interface Origin {
  readonly name: string;
  readonly source: Source;
  readonly location?: Location;
}

function originOfVersion1(text: string, { name, range, rangeSpan }: Descriptor, { resolved }: YarnEntry): Origin {
  if (isRange(range)) return { name, source: 'registry' };
  const spec = parseNpmSpec(name, range, rangeSpan);
  if (spec.source === 'registry' || spec.source === 'alias') return { name: spec.name, source: spec.source };
  if (resolved === undefined || spec.source === 'path')
    return { name, source: spec.source, ...(spec.location && { location: spec.location }) };
  return { name, source: spec.source, location: fetchedFrom(text, resolved, spec.source) };
}

/** Starts as versions and ranges do: the common case, told without a look at all protocols. */
const isRange = (range: string): boolean => /^[\d^~<>=*]/.test(range);

function originOfBerry(text: string, { name: rawName }: Descriptor, resolution: Span): Origin {
  const found = descriptorIn(text, resolution);
  if (found === undefined) return { name: rawName, source: 'registry' };
  const { name, range, rangeSpan } = found;
  // A patched package is the package with a few lines changed: what is known of it still holds.
  if (range.startsWith('npm:') || range.startsWith('patch:') || isRange(range))
    return { name, source: name === rawName ? 'registry' : 'alias' };
  const { source } = parseNpmSpec(name, range, rangeSpan);
  if (source === 'registry' || source === 'alias') return { name, source };
  return { name: rawName, source, location: fetchedFrom(text, rangeSpan, source) };
}

/** The forges' archives have the commit in their path; everything else behind a `#`, Yarn's own with `commit=` before it. */
function fetchedFrom(text: string, place: Span, source: Source): Location {
  const url = text.slice(place.start, place.end);
  const archive = source === 'git' ? CODELOAD.exec(url) : null;
  const commit = archive?.[1];
  if (archive && commit !== undefined) {
    const start = archive.index + archive[0].indexOf(commit);
    return locationOf(url, place, -1, { start, end: start + commit.length });
  }
  const hash = url.indexOf('#');
  if (hash < 0) return locationOf(url, place, -1, undefined);
  const start = url.startsWith('commit=', hash + 1) ? hash + 8 : hash + 1;
  return locationOf(url, place, hash, { start, end: url.length });
}
