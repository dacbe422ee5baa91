import { foldersUpwards } from '../../../base/path.ts';
import type { Dependency } from '../dependency.ts';
import type { DeclaredFacts } from '../facts.ts';
import { catalogSection, PNPM_WORKSPACE, YARNRC } from '../npm/catalog.ts';
import type { FactsByPath } from './lock.ts';

/** Where the version of a `catalog:` dependency stands. */
export interface CatalogEntry {
  readonly path: string;
  readonly entry: DeclaredFacts;
}

/** The entry of a catalog that a dependency of the manifest at `path` asks for: in pnpm-workspace.yaml or .yarnrc.yml, or in Bun's package.json of the repository. */
export function catalogEntryFor(
  path: string,
  { source, rawName, requirement = '' }: Pick<Dependency, 'source' | 'rawName' | 'requirement'>,
  workspace: FactsByPath,
): CatalogEntry | undefined {
  if (source !== 'catalog') return undefined;
  const section = catalogSection(requirement.trim());
  for (const folder of foldersUpwards(path))
    for (const file of [PNPM_WORKSPACE, YARNRC, 'package.json']) {
      const at = folder === '' ? file : `${folder}/${file}`;
      const entry = workspace.get('dependencies', at)?.declared.find((one) => one.section === section && one.rawName === rawName);
      if (entry) return { path: at, entry };
    }
  return undefined;
}
