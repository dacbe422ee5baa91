import { baseName } from '../../../base/path.ts';
import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import {
  centralManagementFor,
  leapBetween,
  raiseRange,
  schemeOf,
  type DependencyFacts,
} from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE, leapInWords } from './fixes.ts';
import type { Affected } from './graph.ts';

/**
 * NuGet takes another version of what others ask for if the project asks for it itself. Where versions are managed centrally, the version stands there, and where
 * those count for everything that is brought in, that alone is enough.
 */
export function overridingInNuget(path: string, { node, version, safe }: Affected, workspace: WorkspaceView): Fix[] {
  const own = workspace.get('dependencies', path);
  if (safe === undefined || !own) return [];
  const name = node.rawName ?? node.name;
  const central = centralManagementFor(path, workspace);
  const asked = central?.isTransitive ? [] : insertion(own, 'PackageReference', name, central ? undefined : safe);
  const managed = central ? managing(central.facts, node.name, name, safe) : [];
  if (asked === undefined || managed === undefined || asked.length + managed.length === 0) return [];
  const [first, ...more] = managed;
  const leap = leapBetween('NuGet', version, safe);
  const place = central ? central.path : path;
  return [
    {
      title: `Force ${name} ${safe} or newer in ${baseName(place)}${leapInWords(leap)}`,
      applicability: 'suggested',
      edits: asked,
      ...(central && first && { others: [{ path: central.path, edits: [first, ...more] }] }),
      leaves: LEAVES_THE_LOCKFILE,
      ...(leap && { isBreaking: true as const }),
    },
  ];
}

/** One more item; without a version where another file gives it. Undefined where there is no place for it. */
function insertion(facts: DependencyFacts, section: string, name: string, version: string | undefined): Edit[] | undefined {
  const site = facts.overrideSites?.find((one) => one.section === section);
  if (!site) return undefined;
  const text = version === undefined ? site.text.replace(' Version="{version}"', '') : site.text.replace('{version}', version);
  return [{ span: { start: site.at, end: site.at }, newText: text.replace('{name}', name) }];
}

/** What gives the version centrally: the entry that is there, raised if need be, or one more. */
function managing(facts: DependencyFacts, id: string, name: string, safe: string): Edit[] | undefined {
  const entry = facts.forced?.find((one) => one.name === id);
  if (!entry) return insertion(facts, 'PackageVersion', name, safe);
  if (schemeOf('NuGet')?.satisfies(safe, entry.requirement) === true && entry.requirement === safe) return [];
  const range = raiseRange('NuGet', entry.requirement, safe);
  return range === undefined ? undefined : [{ span: entry.span, newText: range }];
}
