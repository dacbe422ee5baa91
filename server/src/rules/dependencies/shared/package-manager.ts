import { foldersUpwards } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { schemeOf, type DependencyFacts } from '../../../model/dependencies/index.ts';

export const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The nearest manifest upwards, the file's own folder included, that names its package manager as `name@version`. */
export function namedManager(
  path: string,
  workspace: WorkspaceView,
): { readonly name: string; readonly version?: string } | undefined {
  for (const folder of foldersUpwards(path)) {
    const facts = workspace.get('dependencies', inFolder(folder, 'package.json'));
    const written = facts && packageManagerOf(facts);
    if (written !== undefined) {
      const [name = '', version] = written.split('@', 2);
      return { name, ...(version !== undefined && { version: version.split('+', 1)[0] ?? '' }) };
    }
    if (facts?.packageManager !== undefined) return { name: facts.packageManager };
  }
  return undefined;
}

const packageManagerOf = ({ settings }: DependencyFacts): string | undefined =>
  settings.find(({ section, key }) => section === '' && key === 'packageManager')?.value;

/** Whether the package manager that the project names is older than `version` or not; undefined where no version is known. */
export function managerVersion(
  path: string,
  name: string,
  workspace: WorkspaceView,
  version: string,
): 'older' | 'newer' | undefined {
  const manager = namedManager(path, workspace);
  const scheme = schemeOf('npm');
  if (manager?.name !== name || manager.version === undefined || !scheme?.isVersion(manager.version)) return undefined;
  return scheme.compare(manager.version, version) < 0 ? 'older' : 'newer';
}

const LOCKFILES: readonly (readonly [name: string, manager: string])[] = [
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
];

/** The package manager whose lockfile or workspace file lies nearest upwards. */
export function managerByLockfile(path: string, workspace: WorkspaceView): string | undefined {
  for (const folder of foldersUpwards(path)) {
    const found = LOCKFILES.find(([name]) => workspace.get('dependencies', inFolder(folder, name)));
    if (found) return found[1];
  }
  return undefined;
}

/** Whether the project uses Yarn 1, as far as the nearest yarn.lock tells, where it names no version. */
export function isYarn1(path: string, workspace: WorkspaceView): boolean {
  if (namedManager(path, workspace)?.version !== undefined) return managerVersion(path, 'yarn', workspace, '2.0.0') === 'older';
  const locks = [...foldersUpwards(path)].flatMap((folder) => workspace.get('dependencies', inFolder(folder, 'yarn.lock')) ?? []);
  return locks[0]?.roots.some(({ keyedBy }) => keyedBy === 'descriptor') === true;
}
