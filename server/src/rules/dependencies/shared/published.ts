import { NO_REGISTRY, type PublishedPackage, type PublishedVersion } from '../../../engine/registry.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Span } from '../../../base/span.ts';
import {
  isLinked,
  lockedFor,
  lockfileFor,
  schemeOf,
  type Dependency,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';
import { isCompiled, toldInSources, unchangeable } from './compiled-requirements.ts';
import { localNames } from './local-names.ts';

type Known = Extract<PublishedPackage, { readonly exists: true }>;

/** A package that a manifest asks a registry for, and what that registry says of it. */
export interface Asked<P extends PublishedPackage = PublishedPackage> {
  readonly dependency: Dependency;
  readonly scheme: VersionScheme;
  readonly published: P;
  /** Of what is asked for, or of the name. */
  readonly span: Span;
  /** The version that will be installed, if the lockfile or the manifest alone says so. */
  readonly version?: string;
}

export interface Chosen extends Asked<Known> {
  readonly version: string;
  readonly facts: PublishedVersion | undefined;
}

/** The packages of a manifest of which the registry told something. None without the user's consent. */
export function* askedPackages({ file, model, env }: Context<'dependencies'>): Generator<Asked> {
  const { registry, workspace } = env;
  const scheme = schemeOf(model.ecosystem);
  if (registry === NO_REGISTRY || model.role !== 'manifest' || !scheme) return;
  const lock = lockfileFor(file.path, workspace);
  const local = localNames(workspace);
  const isWritten = isCompiled(model, file.path, workspace);
  const isToldAbove = toldInSources(model, file.path, workspace, false);
  for (const dependency of model.dependencies) {
    const { use, source, name, requirement, requirementSpan, nameSpan } = dependency;
    const isFetched = use === 'declared' && (source === 'registry' || source === 'alias') && name !== '';
    if (!isFetched || isToldAbove(dependency) || local.has(name) || isLinked(lock, dependency)) continue;
    const published = registry.forPackage(dependency.ecosystem, name);
    if (!published) continue;
    const locked = lockedFor(lock, dependency);
    // A lockfile that the manifest has outgrown says nothing about what will be installed.
    const isCurrent = locked?.name === name && scheme.satisfies(locked.version ?? '', requirement ?? '') !== false;
    const version = (isCurrent ? locked.version : undefined) ?? dependency.version;
    const span = requirement && requirementSpan ? requirementSpan : nameSpan;
    yield {
      dependency: isWritten ? unchangeable(dependency) : dependency,
      scheme,
      published,
      span,
      ...(version !== undefined && { version }),
    };
  }
}

/** Those whose version is known, with what the registry says of it. */
export function* chosenVersions(context: Context<'dependencies'>): Generator<Chosen> {
  for (const asked of askedPackages(context)) {
    const { published, version, scheme } = asked;
    if (!published.exists || published.versions.size === 0 || version === undefined || !scheme.isVersion(version)) continue;
    yield { ...asked, published, version, facts: factsOf(published, version, scheme) };
  }
}

/** `1.0` and `1.0.0` are one version in some ecosystems. */
export const factsOf = ({ versions }: Known, version: string, scheme: VersionScheme): PublishedVersion | undefined =>
  versions.get(version) ?? [...versions].find(([other]) => scheme.compare(other, version) === 0)?.[1];

/** The published versions in their order, without pre-releases and what was taken back. */
export const releasesOf = ({ versions }: Known, scheme: VersionScheme): readonly string[] =>
  [...versions]
    .filter(([version, { isYanked }]) => !isYanked && scheme.isVersion(version) && !scheme.isPrerelease(version))
    .map(([version]) => version)
    .toSorted((a, b) => scheme.compare(a, b));

export const majorOf = (version: string): number => Number(/^v?(\d+)/.exec(version)?.[1] ?? Number.NaN);
