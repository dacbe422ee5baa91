import { folderOf, inFolder, resolvePath } from '../../base/path.ts';
import { type Span, touches } from '../../base/span.ts';
import {
  catalogEntryFor,
  type Dependency,
  inheriting,
  isLinked,
  lockedFor,
  lockfileFor,
} from '../../model/dependencies/index.ts';
import type { Workspace } from '../workspace.ts';

/** Ways between manifests, lockfiles, and what they take in. */

interface Place {
  readonly path: string;
  readonly span: Span;
}

interface PackageDefinition {
  readonly origin: Span;
  readonly targets: readonly Place[];
}

const FILE_START: Span = { start: 0, end: 0 };

/** Where the version of the package at `offset` of a manifest is decided: its entry in a catalog, the text of its variable, and its entry in the lockfile. */
export function packageDefinitionsAt(workspace: Workspace, path: string, offset: number): PackageDefinition | undefined {
  const parsed = workspace.parsed(path);
  if (parsed?.kind !== 'dependencies' || parsed.model.role !== 'manifest') return undefined;
  const here = { start: offset, end: offset };
  for (const dependency of parsed.model.dependencies) {
    const origin = [dependency.nameSpan, dependency.requirementSpan].find((span) => span && touches(span, here));
    if (!origin) continue;
    const targets = targetsOf(workspace, path, dependency);
    if (targets.length > 0) return { origin, targets };
  }
  return undefined;
}

function targetsOf(workspace: Workspace, path: string, dependency: Dependency): readonly Place[] {
  const { view } = workspace;
  const { origin } = inheriting(path, view)(dependency);
  const catalog = catalogEntryFor(path, dependency, view);
  const lock = dependency.use === 'declared' ? lockfileFor(path, view) : undefined;
  const locked = isLinked(lock, dependency) ? undefined : lockedFor(lock, dependency);
  const own = folderManifest(workspace, path, dependency);
  return [
    ...(catalog ? [{ path: catalog.path, span: catalog.entry.span }] : []),
    ...(origin ? [{ path: origin.path ?? path, span: origin.span }] : []),
    ...(own === undefined ? [] : [{ path: own, span: FILE_START }]),
    ...(lock && locked ? [{ path: lock.path, span: locked.span }] : []),
  ];
}

/** Files of the workspace that a manifest names: requirements that it includes, and packages that lie in a folder. */
export function packageLinks(workspace: Workspace, path: string): readonly { readonly span: Span; readonly target: string }[] {
  const parsed = workspace.parsed(path);
  if (parsed?.kind !== 'dependencies') return [];
  const included = parsed.model.includes.flatMap(({ path: written, span }) => {
    const target = resolvePath(folderOf(path), written);
    return target !== undefined && workspace.snapshot(target) ? [{ span, target }] : [];
  });
  const local = parsed.model.dependencies.flatMap((dependency) => {
    const target = folderManifest(workspace, path, dependency);
    return target !== undefined && dependency.location ? [{ span: dependency.location.urlSpan, target }] : [];
  });
  return [...included, ...local];
}

/** The manifest, of the same name, in the folder that a package comes from. */
function folderManifest(workspace: Workspace, path: string, { source, location }: Dependency): string | undefined {
  if ((source !== 'path' && source !== 'workspace') || !location) return undefined;
  const folder = resolvePath(folderOf(path), location.url.replace(/^(?:file|link|portal):(?:\/\/)?/, ''));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folder === undefined) return undefined;
  return [folder, inFolder(folder, name)].find((target) => target !== path && workspace.snapshot(target) !== undefined);
}
