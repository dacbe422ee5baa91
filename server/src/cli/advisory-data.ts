import { dataFolder } from '../hosts/advisories/place.ts';
import { npmConfigOf } from '../hosts/package-registry/npmrc-files.ts';
import { NpmRegistry } from '../hosts/package-registry/registry.ts';
import { AdvisoryStore } from '../hosts/advisories/store.ts';
import type { ScanArguments } from './arguments.ts';
import type { Workspace } from '../service/workspace.ts';

/** The data on this machine. Making it touches no file; a file that turns out damaged is told, and the built-in facts stand in. */
export const advisoryStore = (): AdvisoryStore =>
  new AdvisoryStore(dataFolder(), (problem) => process.stderr.write(`larboard: ${problem}\n`));

/** The user's npm registry, if the command line says that it may be asked; a configuration alone does not. */
export function registryFor({ advisories }: Pick<ScanArguments, 'advisories'>, root: string): NpmRegistry | undefined {
  if (advisories !== 'registry') return undefined;
  const registry = new NpmRegistry({
    config: () => npmConfigOf([root]),
    folder: dataFolder(),
    tell: (problem) => process.stderr.write(`larboard: ${problem}\n`),
  });
  registry.allow(true);
  return registry;
}

/** Says that a scan was to use data that nobody has fetched. */
export function noteMissingData(workspace: Workspace, paths: readonly string[], store: AdvisoryStore): void {
  if (!paths.some((path) => workspace.advisorySource(path) !== 'off') || store.stored().length > 0) return;
  process.stderr.write(
    'larboard: there is no advisory data on this machine yet, so only the built-in facts are used; fetch it with "larboard advisories update"\n',
  );
}
