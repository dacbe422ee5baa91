import { globMatcher } from '../../../base/glob.ts';
import { folderOf, foldersUpwards } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { inFolder, managerVersion } from './package-manager.ts';

/** Both spellings, of pnpm-workspace.yaml and .npmrc. */
const LINKS = /^(?:linkWorkspacePackages|link-workspace-packages|preferWorkspacePackages|prefer-workspace-packages)$/;

/**
 * Whether pnpm takes a package of the workspace at `member` from a registry when the manifest at `path` asks for it by a plain range: since pnpm 9 it does, unless it is
 * told to link (https://pnpm.io/settings#linkworkspacepackages). npm and Yarn link whatever fits.
 */
export function asksRegistryForMember(path: string, member: string, workspace: WorkspaceView): boolean {
  const root = [...foldersUpwards(path)].find((folder) => workspace.get('dependencies', inFolder(folder, 'pnpm-workspace.yaml')));
  if (root === undefined || managerVersion(path, 'pnpm', workspace, '9.0.0') === 'older') return false;
  const facts = workspace.get('dependencies', inFolder(root, 'pnpm-workspace.yaml'));
  const matches = globMatcher(facts?.workspaces ?? [], root);
  const isMember = (manifest: string): boolean => folderOf(manifest) === root || matches(folderOf(manifest));
  if (!isMember(path) || !matches(folderOf(member))) return false;
  const settings = [facts, workspace.get('dependencies', inFolder(root, '.npmrc'))].flatMap((one) => one?.settings ?? []);
  return !settings.some(({ key, value }) => LINKS.test(key) && value !== 'false');
}
