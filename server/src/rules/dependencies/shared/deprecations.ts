import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';
import {
  lockfileFor,
  schemeOf,
  type Dependency,
  type DependencyFile,
  type Lock,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';
import { namedVersion } from './deprecation.ts';
import { currentEntry } from './falls-under.ts';
import { placeOf } from './graph.ts';
import { chosenVersions, majorOf, releasesOf } from './published.ts';
import { shownInManifests } from './shown-in-manifests.ts';

/** A package that the project asks for, and what its authors say of why it should not be used. */
export interface Deprecation {
  readonly dependency: Dependency;
  readonly version: string;
  readonly deprecated: string;
  readonly span: Span;
  /** The lockfile that says so, where that is another file. */
  readonly locked?: { readonly path: string; readonly span: Span };
  /** The registry that says so. */
  readonly source?: string;
}

export function* deprecations({ file, model, env }: Context<'dependencies'>): Generator<Deprecation> {
  if (model.role === 'lockfile') {
    if (!model.dependencies.some(({ deprecated }) => deprecated !== undefined)) return;
    const shown = shownInManifests(file.path, model, env.workspace);
    for (const dependency of model.dependencies) {
      const { deprecated, version = '', kind } = dependency;
      if (deprecated === undefined || kind !== 'direct' || shown.has(dependency)) continue;
      yield { dependency, version, deprecated, span: dependency.versionSpan ?? dependency.nameSpan };
    }
    return;
  }
  const lock = model.role === 'manifest' ? lockfileFor(file.path, env.workspace) : undefined;
  const told = new Set<Dependency>();
  for (const one of lock ? inLock(model, lock) : []) {
    told.add(one.dependency);
    yield one;
  }
  // The registry may know it of a package that no lockfile tells it of.
  for (const { dependency, version, span, facts } of chosenVersions({ file, model, env })) {
    if (facts?.deprecated === undefined || told.has(dependency) || dependency.groups.includes('peer')) continue;
    yield { dependency, version, deprecated: facts.deprecated, span, source: env.registry.source };
  }
}

function* inLock(model: DependencyFile, lock: Lock): Generator<Deprecation> {
  if (!lock.graph) return;
  for (const dependency of model.dependencies) {
    const scheme = schemeOf(dependency.ecosystem);
    if (!scheme || dependency.use !== 'declared' || dependency.groups.includes('peer')) continue;
    const entry = currentEntry(lock, dependency, scheme);
    const at = entry && placeOf(lock.graph, entry);
    const node = at === undefined ? undefined : lock.graph[at];
    if (node?.deprecated === undefined) continue;
    const span = dependency.requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan;
    const locked = { path: lock.path, span: node.span };
    yield { dependency, version: node.version ?? '', deprecated: node.deprecated, span, locked };
  }
}

/**
 * A later release that its authors stand behind, as the registry knows it: one that is asked for already, else of the same major version, else of the next.
 * What no registry tells, the message may: a version that it names itself. Undefined where neither is known.
 */
export function maintainedVersion(
  { env: { registry } }: Context<'dependencies'>,
  { dependency, version, deprecated }: Deprecation,
): string | undefined {
  const { ecosystem, name, requirement = '' } = dependency;
  const scheme = schemeOf(ecosystem);
  if (!scheme?.isVersion(version)) return undefined;
  const named = namedVersion(deprecated, version, scheme);
  const published = registry.forPackage(ecosystem, name);
  if (!published?.exists) {
    // Whether `7.0.0` exists is unknown where only `7` is named, but something that `^7.0.0` admits does.
    return named?.isWhole === true || /^(?:\^|>=)/.test(requirement) ? named?.version : undefined;
  }
  const isLater = (other: string): boolean =>
    scheme.compare(other, version) > 0 && (named === undefined || scheme.compare(other, named.version) >= 0);
  const sound = releasesOf(published, scheme).filter((other) => isLater(other) && !published.versions.get(other)?.deprecated);
  return newestOf(sound, scheme, version, requirement);
}

function newestOf(sound: readonly string[], scheme: VersionScheme, version: string, requirement: string): string | undefined {
  const asked = sound.findLast((other) => scheme.satisfies(other, requirement) === true);
  const [next = ''] = sound;
  const major = sound.some((other) => majorOf(other) === majorOf(version)) ? majorOf(version) : majorOf(next);
  return asked ?? sound.findLast((other) => majorOf(other) === major);
}
