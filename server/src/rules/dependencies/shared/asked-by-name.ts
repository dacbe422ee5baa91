import type { Context } from '../../../engine/rule.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { inUse } from './lock-in-use.ts';

/** Packages that a manifest asks the public registry for by their name: none of the repository's own, none that is said to come from elsewhere. */
export function askedByName({ file, model, env }: Context<'dependencies'>): readonly Dependency[] {
  if (model.role !== 'manifest') return [];
  const replaced = new Set(model.dependencies.flatMap(({ use, rawName }) => (use === 'replacement' ? rawName : [])));
  const asked = model.dependencies.filter(
    ({ use, source, name, rawName, kind }) =>
      (use === 'declared' || use === 'override') &&
      (source === 'registry' || source === 'alias') &&
      kind === 'direct' &&
      name !== '' &&
      !replaced.has(rawName),
  );
  if (asked.length === 0) return [];
  const { isLocal } = inUse(file.path, env);
  return asked.filter((dependency) => !isLocal(dependency));
}
