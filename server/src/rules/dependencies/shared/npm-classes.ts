import type { WorkspaceView } from '../../../engine/environment.ts';
import type { Dependency, DependencyFile, DependencyFormat } from '../../../model/dependencies/index.ts';
import { isYarn1, managerByLockfile, managerVersion, namedManager } from './package-manager.ts';

/**
 * Which entry is taken of a package that is in `devDependencies` and in `dependencies` or `optionalDependencies` as well. `npm`: the one of development, since version 7,
 * so that an installation for production lacks the package. `yarn`: that one, too, but for production the other. `other`: the one that is not of development (pnpm,
 * Yarn 1). Undefined where the package manager is not known, or where nobody says what it does (Bun).
 */
export type TakenClass = 'npm' | 'yarn' | 'other';

export function takenClass(path: string, workspace: WorkspaceView): TakenClass | undefined {
  const named = namedManager(path, workspace);
  switch (named?.name ?? managerByLockfile(path, workspace)) {
    case 'npm':
      return managerVersion(path, 'npm', workspace, '7.0.0') === 'older' ? 'other' : 'npm';
    case 'pnpm':
      return 'other';
    case 'yarn':
      if (isYarn1(path, workspace)) return 'other';
      return named?.version !== undefined || managerByLockfile(path, workspace) === 'yarn' ? 'yarn' : undefined;
    default:
      return undefined;
  }
}

/** The sections of what is installed, the one first that counts. */
const SECTIONS = ['optionalDependencies', 'dependencies', 'devDependencies'] as const;
const DEVELOPMENT_FIRST = ['devDependencies', 'optionalDependencies', 'dependencies'] as const;

const HAVE_RIVALS: ReadonlySet<DependencyFormat> = new Set(['package.json', 'pnpm-workspace.yaml', '.yarnrc.yml']);

/**
 * The entries of a manifest that name a package again, each with the one that is taken in its place.
 * @param takenBy asked only where a package is named twice
 */
export function rivalsIn(
  { format, dependencies }: DependencyFile,
  takenBy: () => TakenClass | undefined,
): ReadonlyMap<Dependency, { readonly rival: Dependency; readonly isCertain: boolean }> {
  const rivals = new Map<Dependency, { readonly rival: Dependency; readonly isCertain: boolean }>();
  if (!HAVE_RIVALS.has(format)) return rivals;
  const declared = dependencies.filter(({ use, rawName }) => use === 'declared' && rawName !== '');
  if (new Set(declared.map(({ rawName }) => rawName)).size === declared.length) return rivals;
  const taken = takenBy();
  const last = new Map<string, Dependency>();
  for (const dependency of declared) last.set(keyIn(dependency.section, dependency), dependency);
  const order = taken === 'npm' || taken === 'yarn' ? DEVELOPMENT_FIRST : SECTIONS;
  for (const dependency of declared) {
    // Of equal keys of an object the last one counts.
    const same = last.get(keyIn(dependency.section, dependency));
    const place = order.findIndex((section) => section === dependency.section);
    const section = order.slice(0, Math.max(0, place)).find((one) => last.has(keyIn(one, dependency)));
    const rival = section === undefined ? undefined : last.get(keyIn(section, dependency));
    // What has a key twice pnpm refuses to read.
    if (same && same !== dependency) rivals.set(dependency, { rival: same, isCertain: format !== 'pnpm-workspace.yaml' });
    else if (rival) rivals.set(dependency, { rival, isCertain: taken !== undefined || dependency.section !== 'devDependencies' });
  }
  return rivals;
}

const keyIn = (section: string, { rawName }: Dependency): string => `${section} ${rawName}`;
