import type { Dependency } from '../../dependency.ts';
import type { LockRoot } from '../../file.ts';
import { catalogSection } from '../catalog.ts';
import { parseNpmSpec } from '../spec.ts';
import { declaredInLock } from './declared.ts';
import type { PnpmGraph, PnpmNode } from './pnpm-graph.ts';
import type { PnpmAsked, PnpmImporter } from './pnpm-importer.ts';
import { reachable } from './reach.ts';

/** One manifest with what its names lead to. */
export function rootOfImporter(text: string, { path, span, asked, specifiers }: PnpmImporter, graph: PnpmGraph): LockRoot {
  const declared: Dependency[] = [];
  const resolved = new Map<string, Dependency>();
  const linked = new Set<string>();
  for (const entry of asked.values()) {
    const { group, name } = entry;
    const old = specifiers.get(name);
    const specifier = entry.specifier ?? old?.specifier;
    if (specifier)
      declared.push(declaredInLock(group, entry.specifier ? entry.nameSpan : (old?.nameSpan ?? entry.nameSpan), specifier, text));
    if (!entry.version) continue;
    const found = targetOf(text, entry, graph);
    if (found) resolved.set(name, found.dependency);
    else if (/^(?:link|file|workspace):/.test(text.slice(entry.version.start, entry.version.end))) linked.add(name);
  }
  return { path: path === '.' ? '' : path, span, declared, resolved, linked };
}

const targetOf = (text: string, { name, version }: PnpmAsked, graph: PnpmGraph): PnpmNode | undefined =>
  version && graph.find(name, text.slice(version.start, version.end));

/** The packages that nothing but development dependencies leads to. */
export function developmentOnly(text: string, importers: readonly PnpmImporter[], graph: PnpmGraph): ReadonlySet<Dependency> {
  const reach = (isDev: boolean): Set<Dependency> => {
    const starts = importers.flatMap(({ asked }) =>
      [...asked.values()]
        .filter(({ group }) => (group === 'devDependencies') === isDev)
        .flatMap((entry) => targetOf(text, entry, graph) ?? []),
    );
    return new Set([...reachable(starts, (node) => graph.edges(node))].map(({ dependency }) => dependency));
  };
  const used = reach(false);
  return new Set([...reach(true)].filter((dependency) => !used.has(dependency)));
}

/** What the catalogs of pnpm-workspace.yaml lead to. */
export function catalogRootOf(
  text: string,
  catalogs: readonly PnpmImporter[],
  packages: readonly Dependency[],
): LockRoot | undefined {
  if (catalogs.length === 0) return undefined;
  const byVersion = new Map(packages.map((one) => [`${one.name}@${one.version ?? ''}`, one]));
  const resolved = new Map<string, Dependency>();
  for (const { path, asked } of catalogs)
    for (const { name, specifier, version } of asked.values()) {
      if (!version) continue;
      const spec = specifier && parseNpmSpec(name, text.slice(specifier.start, specifier.end), specifier);
      const target = spec?.source === 'alias' ? spec.name : name;
      const locked = byVersion.get(`${target}@${text.slice(version.start, version.end)}`);
      if (locked) resolved.set(`${catalogSection(path)} ${name}`, locked);
    }
  return { path: '', span: catalogs[0]?.span ?? { start: 0, end: 0 }, keyedBy: 'catalog', resolved, linked: new Set() };
}
