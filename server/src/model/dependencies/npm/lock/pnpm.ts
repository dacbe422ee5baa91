import type { Dependency } from '../../dependency.ts';
import { dependencyFile, type DependencyFile } from '../../file.ts';
import { lacksOne } from '../../misspelt.ts';
import { LineScanner } from './line-scanner.ts';
import type { Locked } from './locked.ts';
import { groupOf, readAsked, type PnpmAsked, type PnpmImporter } from './pnpm-importer.ts';
import { PnpmGraph } from './pnpm-graph.ts';
import { lockedPnpmPackage, pnpmEntry, readPnpmField, type PnpmEntry } from './pnpm-package.ts';
import { catalogRootOf, developmentOnly, rootOfImporter } from './pnpm-roots.ts';

const SECTIONS = ['importers', 'packages', 'snapshots', 'catalogs'];

/**
 * Reads pnpm-lock.yaml, versions 5 to 9 (https://github.com/pnpm/spec/tree/master/lockfile). Version 9 splits what a package is (`packages`) from what it
 * was installed with (`snapshots`).
 */
export function parsePnpmLock(text: string): DependencyFile {
  const { importers, catalogs, packages, snapshots } = read(text);
  const locked = new Map<PnpmEntry, Locked>();
  for (const entry of packages) {
    const dependency = lockedPnpmPackage(text, entry);
    if (dependency) locked.set(entry, dependency);
  }
  const graph = new PnpmGraph(locked, snapshots);
  const roots = importers.map((importer) => rootOfImporter(text, importer, graph));
  const direct = new Set<Dependency>(roots.flatMap(({ resolved }) => [...resolved.values()]));
  // Since version 9 nothing but the graph tells what only development uses.
  const dev = packages.some((entry) => entry.dev !== undefined) ? undefined : developmentOnly(text, importers, graph);
  for (const dependency of locked.values()) {
    graph.complete(dependency);
    dependency.kind = direct.has(dependency) ? 'direct' : 'transitive';
    if (dev?.has(dependency) === true) dependency.groups = ['dev', ...dependency.groups];
  }
  const dependencies = [...locked.values()];
  const catalog = catalogRootOf(text, catalogs, dependencies);
  return dependencyFile({
    ecosystem: 'npm',
    format: 'pnpm-lock.yaml',
    role: 'lockfile',
    dependencies,
    roots: catalog ? [...roots, catalog] : roots,
    edges: graph.packageEdges(),
  });
}

interface Content {
  readonly importers: readonly PnpmImporter[];
  readonly catalogs: readonly PnpmImporter[];
  readonly packages: readonly PnpmEntry[];
  readonly snapshots: readonly PnpmEntry[];
}

/** Keys of packages and of what is asked for. */
const INNER = new Set(['version', 'specifier', 'resolution', 'engines', 'hasBin', 'os', 'cpu', 'dev', 'optional', 'deprecated']);

/** Whether a line at the top is the rest of a line that a line break got into. */
const isTorn = (text: string, { start, end }: LineScanner, key: string): boolean =>
  INNER.has(key) || !/^["'A-Za-z]/.test(text.slice(start, start + 1)) || !text.slice(start, end).includes(':');

function read(text: string): Content {
  const lines = new LineScanner(text);
  const importers = new Map<string, PnpmImporter>();
  const catalogs = new Map<string, PnpmImporter>();
  const entries: Readonly<Record<string, PnpmEntry[]>> = { packages: [], snapshots: [] };
  let section = '';
  let entry: PnpmEntry | undefined;
  let importer: PnpmImporter | undefined;
  let group = '';
  let last: PnpmAsked | undefined;

  const importerAt = (path: string, of: Map<string, PnpmImporter>): PnpmImporter => {
    const known = of.get(path) ?? { path, span: { ...lines.key }, asked: new Map(), specifiers: new Map() };
    of.set(path, known);
    return known;
  };

  while (lines.advance()) {
    const { level } = lines;
    if (level === 0) {
      const key = lines.pair();
      // The line break before a section may be lost: `lockfileVersion: 5.1packages:`.
      const joined = lines.valueText();
      const opened =
        SECTIONS.find((one) => one === key || lacksOne(one, key)) ??
        (joined.endsWith(':') ? SECTIONS.find((one) => joined.endsWith(`${one}:`)) : undefined) ??
        '';
      if (section !== '' && opened === '' && groupOf(key) === undefined && isTorn(text, lines, key)) continue;
      section = opened;
      entry = undefined;
      importer = undefined;
      const own = section === '' ? groupOf(key) : undefined;
      // The only manifest of a project stands at the top of the older versions.
      if (own !== undefined) {
        section = 'top';
        group = own;
        importer = importerAt('.', importers);
        last = undefined;
      }
      continue;
    }
    switch (section) {
      case 'packages':
      case 'snapshots':
        if (level === 1 && entry && text.startsWith(': ', lines.start)) {
          // Behind a key of more than 1024 characters, which `? ` stands before.
          lines.start += 2;
          lines.level = 2;
          group = sectionAt(lines);
          readPnpmField(entry, group, lines);
        } else if (level === 1) {
          if (text.startsWith('? ', lines.start)) lines.start += 2;
          lines.pair();
          group = '';
          entry = pnpmEntry(text, lines.key);
          entries[section]?.push(entry);
        } else if (entry) {
          if (level === 2) group = sectionAt(lines);
          readPnpmField(entry, group, lines);
        }
        break;
      case 'importers':
      case 'catalogs':
        if (level === 1) {
          importer = importerAt(lines.pair(), section === 'importers' ? importers : catalogs);
          group = section === 'catalogs' ? importer.path : '';
          last = undefined;
        } else if (section === 'catalogs' && importer) last = readAsked(importer, group, level - 1, last, lines);
        else if (level === 2) {
          group = groupOf(lines.pair()) ?? '';
          last = undefined;
        } else if (importer && group !== '') last = readAsked(importer, group, level - 2, last, lines);
        break;
      case 'top':
        if (importer) last = readAsked(importer, group, level, last, lines);
        break;
    }
  }
  return {
    importers: [...importers.values()],
    catalogs: [...catalogs.values()],
    packages: entries['packages'] ?? [],
    snapshots: entries['snapshots'] ?? [],
  };
}

/** The list that a line opens; empty for a line with a value. */
function sectionAt(lines: LineScanner): string {
  const key = lines.pair();
  return lines.value.start === lines.value.end ? key : '';
}
