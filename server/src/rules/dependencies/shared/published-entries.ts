import { NO_REGISTRY, type PublishedVersion } from '../../../engine/registry.ts';
import type { Context } from '../../../engine/rule.ts';
import { schemeOf, type Dependency } from '../../../model/dependencies/index.ts';
import { factsOf } from './published.ts';
import { localNames } from './local-names.ts';
import { shownInManifests } from './shown-in-manifests.ts';

export interface PublishedEntry {
  readonly dependency: Dependency;
  readonly facts: PublishedVersion;
}

/**
 * The packages of a lockfile of which the registry told something. Only those are asked for that manifests of the workspace ask for themselves: a lockfile holds
 * thousands of others. None without the user's consent.
 */
export function* publishedEntries({ file, model, env }: Context<'dependencies'>): Generator<PublishedEntry> {
  const { registry, workspace } = env;
  const scheme = schemeOf(model.ecosystem);
  if (registry === NO_REGISTRY || model.role !== 'lockfile' || !scheme) return;
  const local = localNames(workspace);
  for (const dependency of shownInManifests(file.path, model, workspace)) {
    const { source, name, version } = dependency;
    if ((source !== 'registry' && source !== 'alias') || name === '' || version === undefined || local.has(name)) continue;
    const published = registry.forPackage(dependency.ecosystem, name);
    const facts = published?.exists === true ? factsOf(published, version, scheme) : undefined;
    if (facts) yield { dependency, facts };
  }
}
