import { folderOf, resolvePath } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { Dependency, DependencyFile } from '../../../model/dependencies/index.ts';

/** The names that constraints files beside narrow; `unknown` when one of them cannot be read. */
export function constrainedNames(
  { includes }: DependencyFile,
  path: string,
  workspace: WorkspaceView,
): ReadonlySet<string> | 'unknown' {
  const names = new Set<string>();
  for (const include of includes) {
    if (include.kind !== 'constraints') continue;
    const place = resolvePath(folderOf(path), include.path);
    const facts = place === undefined ? undefined : workspace.get('dependencies', place);
    if (!facts) return 'unknown';
    for (const { name } of facts.declared) names.add(name);
  }
  return names;
}

/** What all lines of a requirements file that name the package ask for together, where there are several: pip installs what fits all of them. */
export function wholeRequirement({ format, dependencies }: DependencyFile, { name }: Dependency): string | undefined {
  if (format !== 'requirements.txt') return undefined;
  const all = dependencies.filter((one) => one.name === name && one.use === 'declared' && one.marker === undefined);
  return all.length > 1 ? all.flatMap(({ requirement = '' }) => (requirement === '' ? [] : requirement)).join(',') : undefined;
}

/** Names that another line of the same requirements file narrows: pip installs what fits all of them. */
export const namesBoundIn = (
  { format, dependencies }: DependencyFile,
  isBound: (dependency: Dependency) => boolean,
): ReadonlySet<string> =>
  new Set(
    format === 'requirements.txt'
      ? dependencies
          .filter((one) => one.use === 'declared' && one.source === 'registry' && one.marker === undefined && isBound(one))
          .map(({ name }) => name)
      : [],
  );
