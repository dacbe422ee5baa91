import type { Span } from '../../../../base/span.ts';
import type { Dependency } from '../../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot } from '../../file.ts';
import { catalogSection } from '../catalog.ts';
import { declaredInLock } from './declared.ts';
import { LineScanner, unquoted } from './line-scanner.ts';
import type { Locked } from './locked.ts';
import { descriptorIn, lockedYarnPackage, workspaceOf, type Descriptor, type YarnEntry } from './yarn-entry.ts';

/** How a project asks for what a catalog says. */
const CATALOG = 'catalog:';

/**
 * Reads yarn.lock of Yarn 1 (https://classic.yarnpkg.com/lang/en/docs/yarn-lock/) and of Berry, which is YAML of the same shape
 * (https://yarnpkg.com/configuration/manifest, https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-parsers). Berry lists the packages of the
 * repository among the others and says what they ask for; Yarn 1 says neither.
 */
export function parseYarnLock(text: string): DependencyFile {
  const entries = entriesOf(text);
  const packages = new Map<YarnEntry, Locked>();
  const byDescriptor = new Map<string, YarnEntry>();
  for (const entry of entries) {
    const locked = lockedYarnPackage(text, entry);
    if (locked) packages.set(entry, locked);
    for (const { name, range } of entry.descriptors) byDescriptor.set(`${name}@${range}`, entry);
  }
  const projects = entries.filter((entry) => workspaceOf(text, entry) !== undefined);
  const isBerry = projects.length > 0 || entries.some(({ resolution }) => resolution !== undefined);
  if (!isBerry) markTransitive(entries, packages);
  const alone = aloneByName(packages);
  const catalog = isBerry ? catalogRootOf(projects, packages, alone) : undefined;
  const roots = isBerry
    ? [...projects.map((entry) => rootOf(text, entry, byDescriptor, packages, alone)), ...(catalog ? [catalog] : [])]
    : [rootOfVersion1(byDescriptor, packages)];
  if (isBerry) {
    const direct = new Set<Dependency>(roots.flatMap(({ resolved }) => [...resolved.values()]));
    for (const locked of packages.values()) if (!direct.has(locked)) locked.kind = 'transitive';
  }
  return dependencyFile({
    ecosystem: 'npm',
    format: 'yarn.lock',
    role: 'lockfile',
    dependencies: [...packages.values()],
    roots,
    edges: edgesOf(packages, byDescriptor, alone),
  });
}

/** The packages that are locked once, by their names. */
function aloneByName(packages: ReadonlyMap<YarnEntry, Locked>): ReadonlyMap<string, Locked | undefined> {
  const alone = new Map<string, Locked | undefined>();
  for (const locked of packages.values()) alone.set(locked.rawName, alone.has(locked.rawName) ? undefined : locked);
  return alone;
}

/**
 * What the catalogs of .yarnrc.yml lead to. The lockfile does not say which versions they have: a package that is locked once is found by its section and name, each one
 * that projects take from a catalog also by what the catalog may say.
 */
function catalogRootOf(
  projects: readonly YarnEntry[],
  packages: ReadonlyMap<YarnEntry, Locked>,
  alone: ReadonlyMap<string, Locked | undefined>,
): LockRoot | undefined {
  const resolved = new Map<string, Dependency>();
  const names = new Set<string>();
  for (const { requires } of projects)
    for (const { name, range } of requires) {
      if (!range.startsWith(CATALOG)) continue;
      names.add(name);
      const locked = alone.get(name);
      if (locked) resolved.set(`${catalogSection(range.slice(CATALOG.length))} ${name}`, locked);
    }
  if (names.size === 0) return undefined;
  for (const [{ descriptors }, locked] of packages)
    for (const { name, range } of descriptors) if (names.has(name)) resolved.set(`${name}@${range}`, locked);
  return { path: '', span: { start: 0, end: 0 }, keyedBy: 'catalog', resolved, linked: new Set() };
}

/** What a resolution changed is found by its name, if that is locked once. */
function edgesOf(
  packages: ReadonlyMap<YarnEntry, Locked>,
  byDescriptor: ReadonlyMap<string, YarnEntry>,
  alone: ReadonlyMap<string, Locked | undefined>,
): ReadonlyMap<Dependency, readonly Dependency[]> {
  const edges = new Map<Dependency, readonly Dependency[]>();
  for (const [{ requires }, locked] of packages)
    edges.set(
      locked,
      requires.flatMap(({ name, range }) => {
        const target = byDescriptor.get(`${name}@${range}`) ?? byDescriptor.get(`${name}@npm:${range}`);
        return (target ? packages.get(target) : alone.get(name)) ?? [];
      }),
    );
  return edges;
}

function entriesOf(text: string): YarnEntry[] {
  const entries: YarnEntry[] = [];
  const lines = new LineScanner(text);
  let entry: YarnEntry | undefined;
  let section = '';
  while (lines.advance()) {
    if (lines.level === 0) {
      // Berry writes a key of more than 1024 characters behind `? `, and the colon on a line of its own.
      if (entry && lines.end - lines.start === 1 && text[lines.start] === ':') continue;
      section = '';
      entry = entryAt(text, lines);
      entries.push(entry);
      continue;
    }
    if (entry === undefined) continue;
    entry.end = lines.end;
    const key = lines.pair();
    const isEmpty = lines.value.start === lines.value.end;
    if (lines.level === 1) section = isEmpty ? key : '';
    if (isEmpty) continue;
    if (lines.level === 1) field(entry, key, lines);
    else if (lines.level === 2 && (section === 'dependencies' || section === 'optionalDependencies'))
      entry.requires.push({ name: key, nameSpan: lines.key, range: lines.valueText(), rangeSpan: lines.value });
  }
  return entries;
}

function field(entry: YarnEntry, key: string, lines: LineScanner): void {
  switch (key) {
    case 'version':
      entry.version = lines.value;
      break;
    case 'resolved':
      entry.resolved = lines.value;
      break;
    case 'resolution':
      entry.resolution = lines.value;
      break;
    case 'integrity':
    case 'checksum':
      entry.integrity.push(...lines.valueText().split(' '));
      break;
  }
}

/** Yarn 1 quotes each descriptor that needs it, Berry the whole list. */
function entryAt(text: string, line: LineScanner): YarnEntry {
  const { end } = line;
  const start = text.startsWith('? ', line.start) ? line.start + 2 : line.start;
  const stop = text[end - 1] === ':' ? end - 1 : end;
  const descriptors: Descriptor[] = [];
  for (let from = start; from < stop;) {
    const comma = text.slice(from, stop).indexOf(', ');
    const to = comma < 0 ? stop : from + comma;
    const found = descriptorIn(text, unquoted(text, from, to));
    if (found) descriptors.push(found);
    from = to + 2;
  }
  return {
    descriptors,
    start,
    end,
    version: undefined,
    resolved: undefined,
    resolution: undefined,
    integrity: [],
    requires: [],
  };
}

function rootOf(
  text: string,
  entry: YarnEntry,
  byDescriptor: ReadonlyMap<string, YarnEntry>,
  packages: ReadonlyMap<YarnEntry, Locked>,
  alone: ReadonlyMap<string, Locked | undefined>,
): LockRoot {
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  const declared = entry.requires.map((asked) => declaredInLock('dependencies', asked.nameSpan, asked.rangeSpan, text));
  for (const { name, range } of entry.requires) {
    // Yarn 2 and 3 leave the protocol of the registry out of what is asked for.
    const target = byDescriptor.get(`${name}@${range}`) ?? byDescriptor.get(`${name}@npm:${range}`);
    const locked = range.startsWith(CATALOG) ? alone.get(name) : target && packages.get(target);
    if (locked) resolved.set(name, locked);
    else if (target !== undefined || range.startsWith('workspace:')) linked.add(name);
  }
  const name = entry.descriptors[0]?.name;
  const span: Span = entry.descriptors[0]?.nameSpan ?? { start: entry.start, end: entry.start };
  return { path: workspaceOf(text, entry) ?? '', ...(name !== undefined && { name }), span, declared, resolved, linked };
}

/** Yarn 1 does not say who asks: every descriptor may be one of the manifests'. */
function rootOfVersion1(byDescriptor: ReadonlyMap<string, YarnEntry>, packages: ReadonlyMap<YarnEntry, Locked>): LockRoot {
  const resolved = new Map<string, Dependency>();
  for (const [descriptor, entry] of byDescriptor) {
    const locked = packages.get(entry);
    if (locked) resolved.set(descriptor, locked);
  }
  return { path: '', span: { start: 0, end: 0 }, keyedBy: 'descriptor', resolved, linked: new Set() };
}

/**
 * Yarn 1: what another package asks for in the same words is taken for transitive. Whether a manifest asks for it as well is known only with the manifest.
 */
function markTransitive(entries: readonly YarnEntry[], packages: ReadonlyMap<YarnEntry, Locked>): void {
  const asked = new Set(entries.flatMap(({ requires }) => requires.map(({ name, range }) => `${name}@${range}`)));
  for (const entry of entries) {
    const locked = packages.get(entry);
    if (locked && entry.descriptors.every(({ name, range }) => asked.has(`${name}@${range}`))) locked.kind = 'transitive';
  }
}
