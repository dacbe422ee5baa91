import type { Span } from '../../../base/span.ts';
import type { Dependency, Location } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot, type Registry, type Runtime } from '../file.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { isMistyped } from '../misspelt.ts';
import { LineScanner } from '../npm/lock/line-scanner.ts';
import type { Locked } from '../npm/lock/locked.ts';
import { flatRoot } from '../python/locked.ts';

const SECTIONS = [
  'GEM',
  'GIT',
  'PATH',
  'PLUGIN SOURCE',
  'PLATFORMS',
  'DEPENDENCIES',
  'CHECKSUMS',
  'RUBY VERSION',
  'BUNDLED WITH',
];
const SOURCES = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE']);
/** `name`, `name (requirement or version)`, `name!`, and what follows; one of the brackets may be lost. */
const ENTRY = /^([^\s!()]+)(?:\s*\(([^)]*)\)?)?(!?)(?:\s+(.*))?/;

const NO_SOURCE: ReadonlyMap<string, Field> = new Map();

type Gem = Locked & { integrity?: readonly string[]; requires: string[] };

interface Field {
  readonly text: string;
  readonly span: Span;
}

/** Reads Gemfile.lock and gems.locked (Bundler's own format, https://guides.rubygems.org/gemfile-lock/). */
export function parseGemfileLock(text: string): DependencyFile {
  const lines = new LineScanner(text);
  const locked = new Map<string, Gem>();
  const declared: Dependency[] = [];
  const registries: Registry[] = [];
  const runtimes: Runtime[] = [];
  const folders: Folder[] = [];
  let section = '';
  let source = new Map<string, Field>();
  let current: Gem | undefined;
  let edges = new Set<string>();
  let folder = '';
  let isMixed = false;
  while (lines.advance()) {
    const { level } = lines;
    if (level === 0) {
      section = sectionAt(text, lines) ?? '';
      source = new Map();
      isMixed = false;
      current = undefined;
      continue;
    }
    if (section === 'RUBY VERSION' || section === 'BUNDLED WITH') {
      const runtime = runtimeAt(text, section, lines);
      if (runtime) runtimes.push(runtime);
      continue;
    }
    if (SOURCES.has(section) && level === 1) {
      const key = lines.pair().replace(/:$/, '');
      const field = { text: lines.valueText(), span: { ...lines.value } };
      // Of several registries in one section it is not told which has what.
      if (key === 'remote' && source.has(key) && section === 'GEM') isMixed = true;
      source.set(key, field);
      if (key !== 'remote') continue;
      // Old lockfiles have one section for all registries.
      if (section === 'GEM' && field.text !== '') registries.push({ kind: 'index', url: field.text, urlSpan: field.span });
      folder = field.text;
      continue;
    }
    if (section === 'PLATFORMS') continue;
    const entry = entryAt(text, lines);
    if (entry === undefined) continue;
    if (section === 'DEPENDENCIES') declared.push(declaredOf(entry));
    else if (section === 'CHECKSUMS') {
      const known = locked.get(`${entry.name.text} ${versionOf(entry).text}`);
      const hashes = entry.rest.match(/\bsha\d+=[\w+/=]+/g) ?? [];
      if (known && hashes.length > 0)
        known.integrity = [...(known.integrity ?? []), ...hashes.map((hash) => hash.replace('=', ':'))];
    } else if (level === 2) {
      const version = versionOf(entry);
      const key = `${entry.name.text} ${version.text}`;
      const known = locked.get(key);
      current = known ?? lockedOf(entry, version, section, isMixed ? NO_SOURCE : source);
      edges = new Set(current.requires);
      locked.set(key, current);
      if (section === 'PATH' && !known) folders.push({ folder, gem: current });
    } else if (current && level >= 3 && edges.size < edges.add(entry.name.text).size) current.requires.push(entry.name.text);
  }
  const dependencies = [...locked.values()];
  // What a gem of the repository requires is asked for by its specification.
  const asked = new Set([...declared.map(({ name }) => name), ...folders.flatMap(({ gem }) => gem.requires ?? [])]);
  const required = new Set(dependencies.flatMap(({ requires }) => requires));
  for (const gem of dependencies)
    if (declared.length > 0 ? !asked.has(gem.name) : required.has(gem.name)) gem.kind = 'transitive';
  return dependencyFile({
    ecosystem: 'RubyGems',
    format: 'Gemfile.lock',
    role: 'lockfile',
    dependencies,
    registries,
    runtimes,
    roots: rootsOf(dependencies, declared, folders),
  });
}

interface Folder {
  /** As written: `.`, `engines/a`. */
  readonly folder: string;
  readonly gem: Dependency;
}

/** The Gemfile with what it asked for; the gem specifications that it takes in, which may ask for more. */
function rootsOf(dependencies: readonly Dependency[], declared: readonly Dependency[], folders: readonly Folder[]): LockRoot[] {
  const { path, resolved, linked } = flatRoot(dependencies);
  const span = declared[0]?.span ?? { start: 0, end: 0 };
  return [
    { path, span, ...(declared.length > 0 && { declared }), resolved, linked },
    ...folders
      .filter(({ folder }) => !/^(?:\/|\.\.)/.test(folder))
      .map(({ folder, gem: { name, nameSpan } }) => ({
        path: folder.replace(/^\.\/?/, '').replace(/\/$/, ''),
        name,
        span: nameSpan,
        resolved,
        linked,
      })),
  ];
}

/** The section that a line at the start of a line names, perhaps with a character missing or its line break. */
function sectionAt(text: string, { start, end }: LineScanner): string | undefined {
  const line = text.slice(start, Math.min(end, start + 300));
  return SECTIONS.find((one) => line === one || line.startsWith(`${one} `) || isMistyped(one, line));
}

interface Entry {
  readonly name: Field;
  /** Version or requirements, without brackets. */
  readonly inner: Field | undefined;
  readonly rest: string;
  /** Of the whole entry. */
  readonly span: Span;
}

function entryAt(text: string, { start, end }: LineScanner): Entry | undefined {
  const match = ENTRY.exec(text.slice(start, end));
  const [, name, inner, , rest = ''] = match ?? [];
  if (match === null || name === undefined || name.endsWith(':')) return undefined;
  const open = inner === undefined ? -1 : match[0].indexOf('(', name.length) + 1;
  return {
    name: { text: name, span: { start, end: start + name.length } },
    inner: inner === undefined ? undefined : { text: inner, span: { start: start + open, end: start + open + inner.length } },
    rest,
    span: { start, end },
  };
}

/** A version may have its platform behind it: `1.16.0-x86_64-linux-gnu`. */
function versionOf({ inner, name }: Entry): Field {
  if (inner === undefined) return { text: '', span: name.span };
  const text = inner.text.split('-', 1)[0] ?? '';
  return { text, span: { start: inner.span.start, end: inner.span.start + text.length } };
}

function lockedOf({ name, span }: Entry, version: Field, section: string, source: ReadonlyMap<string, Field>): Gem {
  const location = locationIn(section, source);
  const remote = section === 'GEM' ? source.get('remote') : undefined;
  return {
    ecosystem: 'RubyGems',
    name: name.text,
    rawName: name.text,
    nameSpan: name.span,
    use: 'locked',
    kind: 'direct',
    groups: [],
    section,
    source: section === 'GIT' ? 'git' : section === 'PATH' ? 'path' : section === 'PLUGIN SOURCE' ? 'url' : 'registry',
    ...(version.text !== '' && { version: version.text, versionSpan: version.span }),
    ...(location && { location }),
    ...(remote && remote.text !== '' && { resolved: [{ url: remote.text, urlSpan: remote.span }] }),
    requires: [],
    span,
  };
}

function locationIn(section: string, source: ReadonlyMap<string, Field>): Location | undefined {
  const remote = source.get('remote');
  if (remote === undefined || section === 'GEM') return undefined;
  if (section === 'PATH') return pathLocation(remote.text, remote.span);
  const revision = source.get('revision');
  const location = locationOf(remote.text, remote.span, -1, undefined);
  return revision === undefined || revision.text === ''
    ? location
    : { ...location, hasRefKey: true, ref: revision.text, refSpan: revision.span, isCommit: isCommitHash(revision.text) };
}

/** What the Gemfile asked for: `rack (~> 3.0)`, `mine!`. */
const declaredOf = ({ name, inner, span }: Entry): Dependency => ({
  ecosystem: 'RubyGems',
  name: name.text,
  rawName: name.text,
  nameSpan: name.span,
  use: 'declared',
  kind: 'direct',
  groups: [],
  section: 'DEPENDENCIES',
  source: 'registry',
  ...(inner && { requirement: inner.text, requirementSpan: inner.span }),
  span,
});

/** `ruby 3.3.0p0`, `2.6.7`. Another implementation, which has releases of its own, stands in brackets behind: `ruby 3.1.4p0 (jruby 9.4.3.0)`. */
function runtimeAt(text: string, section: string, { start, end }: LineScanner): Runtime | undefined {
  if (section === 'BUNDLED WITH')
    return { name: 'bundler', requirement: text.slice(start, end), requirementSpan: { start, end } };
  const version = /^ruby (\S+)\s*$/.exec(text.slice(start, end))?.[1];
  return version === undefined
    ? undefined
    : { name: 'ruby', requirement: version, requirementSpan: { start: start + 5, end: start + 5 + version.length } };
}
