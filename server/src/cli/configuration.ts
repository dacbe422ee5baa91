import path from 'node:path';
import { foldersUpwards, folderOf, resolvePath } from '../base/path.ts';
import type { Advisories } from '../engine/advisories.ts';
import { PEER_CONFIG_NAMES } from '../engine/config/peers/index.ts';
import { CONFIG_FILE_NAMES } from '../engine/config/resolve.ts';
import { readText } from '../hosts/node-files.ts';
import { Workspace } from '../service/workspace.ts';
import type { ScanArguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { toWorkspacePath } from './targets.ts';

/** Where a `--config` file that lies outside the root stands in the workspace. */
const OUTSIDE = '.larboard-config';

/** A workspace that obeys the command line. @throws Failure when the `--config` file cannot be read. */
export async function workspaceFor(
  { profile, minimumSeverity, kubernetesVersion, advisories, config }: ScanArguments,
  root: string,
  advisoryData: Advisories,
): Promise<Workspace> {
  const commandLine = {
    ...(profile === undefined ? {} : { profile }),
    ...(minimumSeverity === undefined ? {} : { minimumSeverity }),
    ...(kubernetesVersion === undefined ? {} : { kubernetes: { version: kubernetesVersion } }),
    ...(advisories === undefined ? {} : { advisories: { source: advisories } }),
  };
  const today = new Date().toISOString().slice(0, 10);
  if (config === undefined) return new Workspace({ today, commandLine, advisoryData });
  const relative = toWorkspacePath(path.relative(root, path.resolve(config)));
  const configPath = relative.startsWith('../') || path.isAbsolute(relative) ? `${OUTSIDE}/${path.basename(config)}` : relative;
  const text = await readText(path.resolve(config));
  if (text === undefined) throw new Failure(`the configuration "${config}" cannot be read`);
  const workspace = new Workspace({ today, commandLine, advisoryData, configPath });
  workspace.set(configPath, text);
  await loadBases(
    workspace,
    configPath,
    (base) => path.resolve(path.dirname(config), path.posix.relative(folderOf(configPath), base)),
    new Set(),
  );
  const [problem] = workspace.configProblems(configPath);
  if (problem) {
    const place = workspace.lines(configPath)?.positionAt(problem.span.start);
    throw new Failure(`${config}:${(place?.line ?? 0) + 1}:${(place?.character ?? 0) + 1}: ${problem.message}`);
  }
  return workspace;
}

/** Reads the configuration files from the folders of the scanned paths up to the root, with what they extend, so that a scan of one file obeys them too. */
export async function loadConfigurations(workspace: Workspace, root: string, paths: readonly string[]): Promise<void> {
  const folders = new Set(['']);
  for (const each of paths) {
    const relative = toWorkspacePath(path.relative(root, path.resolve(each)));
    if (!relative.startsWith('../') && !path.isAbsolute(relative))
      for (const folder of foldersUpwards(`${relative}/x`)) folders.add(folder);
  }
  for (const folder of folders) {
    for (const name of [...CONFIG_FILE_NAMES, ...PEER_CONFIG_NAMES]) {
      const file = folder === '' ? name : `${folder}/${name}`;
      const text = await readText(path.join(root, file));
      if (text === undefined) continue;
      workspace.set(file, text);
      await loadBases(workspace, file, (base) => path.join(root, base), new Set());
    }
  }
}

async function loadBases(
  workspace: Workspace,
  config: string,
  onDisk: (base: string) => string,
  seen: Set<string>,
): Promise<void> {
  seen.add(config);
  for (const name of workspace.extendedBy(config)) {
    const base = resolvePath(folderOf(config), name);
    if (base === undefined || seen.has(base)) continue;
    const text = await readText(onDisk(base));
    if (text === undefined) continue;
    workspace.set(base, text);
    await loadBases(workspace, base, onDisk, seen);
  }
}
