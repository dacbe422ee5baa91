import { dataFolder } from '../hosts/advisories/place.ts';
import { AdvisoryStore } from '../hosts/advisories/store.ts';
import type { Workspace } from '../service/workspace.ts';

/** The data on this machine. Making it touches no file; a file that turns out damaged is told, and the built-in facts stand in. */
export const advisoryStore = (): AdvisoryStore =>
  new AdvisoryStore(dataFolder(), (problem) => process.stderr.write(`larboard: ${problem}\n`));

/** Says that a scan was to use data that nobody has fetched. */
export function noteMissingData(workspace: Workspace, paths: readonly string[], store: AdvisoryStore): void {
  if (!paths.some((path) => workspace.advisorySource(path) !== 'off') || store.stored().length > 0) return;
  process.stderr.write(
    'larboard: there is no advisory data on this machine yet, so only the built-in facts are used; fetch it with "larboard advisories update"\n',
  );
}
