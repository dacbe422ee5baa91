import { folderOf } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import {
  lockedFor,
  lockfileFor,
  manifestNameOf,
  type Dependency,
  type DependencyFile,
  type LockRoot,
} from '../../../model/dependencies/index.ts';

/** Ecosystems whose lockfiles do not tell whose dependency a package is. */
const FLAT: ReadonlySet<DependencyFile['ecosystem']> = new Set(['PyPI', 'RubyGems', 'Packagist', 'Hex', 'Pub']);

/** The locked packages of a lockfile that manifests of the workspace ask for, where they are judged. */
export function shownInManifests(
  path: string,
  { format, ecosystem, roots, dependencies }: DependencyFile,
  workspace: WorkspaceView,
): ReadonlySet<Dependency> {
  const shown = new Set<Dependency>();
  const folder = folderOf(path);
  if (format === 'packages.lock.json') return askedBeside(folder, dependencies, workspace);
  if ((ecosystem === 'crates.io' || ecosystem === 'Maven') && roots.some(({ linked }) => linked.size > 0))
    for (const dependency of askedOfSeveral(path, dependencies, workspace)) shown.add(dependency);
  for (const root of roots) {
    if (root.keyedBy !== undefined) for (const dependency of askedByManifests(path, root, workspace)) shown.add(dependency);
    if (root.keyedBy !== undefined) continue;
    if (ecosystem === 'Maven') {
      const asked = askedByScripts(workspace);
      for (const dependency of root.resolved.values()) if (asked.has(dependency.name)) shown.add(dependency);
      continue;
    }
    // A gem of the repository has its specification.
    const name = ecosystem === 'RubyGems' && root.name !== undefined ? `${root.name}.gemspec` : manifestNameOf(format, path);
    const place = [folder, root.path, name].filter((part) => part !== '').join('/');
    const manifest = workspace.get('dependencies', place);
    if (!manifest) continue;
    // Of a flat lockfile everything is resolved, whoever asks for it.
    const asked = FLAT.has(ecosystem) ? new Set(manifest.declared.map(({ name }) => name)) : undefined;
    for (const dependency of root.resolved.values()) if (asked?.has(dependency.name) !== false) shown.add(dependency);
  }
  return shown;
}

/** The modules that any build script or catalog asks for: a catalog is read by scripts of any folder. */
const askedByScripts = (workspace: WorkspaceView): ReadonlySet<string> =>
  new Set(
    workspace
      .all('dependencies')
      .flatMap(([, { ecosystem, role, declared }]) =>
        ecosystem === 'Maven' && role === 'manifest' ? declared.map(({ name }) => name) : [],
      ),
  );
/** The packages that the projects of a folder, whatever their names, ask for. */
function askedBeside(folder: string, dependencies: readonly Dependency[], workspace: WorkspaceView): ReadonlySet<Dependency> {
  const asked = new Set(
    workspace
      .all('dependencies')
      .flatMap(([path, { format, declared }]) => (format === 'msbuild' && folderOf(path) === folder ? declared : []))
      .map(({ name }) => name),
  );
  return new Set(dependencies.filter(({ name, kind }) => kind === 'direct' && asked.has(name)));
}

/** The locked packages that are told from others of their name by what manifests require. */
function* askedOfSeveral(lockfile: string, dependencies: readonly Dependency[], workspace: WorkspaceView): Generator<Dependency> {
  const byPlace = new Map(dependencies.map((one) => [(one.versionSpan ?? one.nameSpan).start, one]));
  for (const [path, { role, declared }] of workspace.all('dependencies')) {
    const lock = role === 'manifest' ? lockfileFor(path, workspace) : undefined;
    if (lock?.path !== lockfile) continue;
    for (const asked of declared) {
      const found = lock.linked.has(asked.name) ? lockedFor(lock, asked) : undefined;
      const dependency = found && byPlace.get(found.span.start);
      if (dependency) yield dependency;
    }
  }
}

/** The locked packages that manifests ask for, of a lockfile that does not know its manifests. */
function* askedByManifests(lockfile: string, { resolved }: LockRoot, workspace: WorkspaceView): Generator<Dependency> {
  for (const [path, { role, declared, forced = [] }] of workspace.all('dependencies')) {
    const lock = role === 'manifest' ? lockfileFor(path, workspace) : undefined;
    if (lock?.path !== lockfile) continue;
    for (const asked of declared) {
      const found = lockedFor(lock, asked);
      const dependency = found && resolved.get(found.rawName);
      if (dependency) yield dependency;
    }
    // Yarn writes a resolution as one more descriptor.
    for (const { rawName, requirement } of forced) {
      const dependency = resolved.get(`${rawName}@${requirement}`);
      if (dependency) yield dependency;
    }
  }
}
