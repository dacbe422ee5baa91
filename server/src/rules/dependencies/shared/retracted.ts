import type { Context } from '../../../engine/rule.ts';
import { schemeOf, type Dependency, type VersionScheme } from '../../../model/dependencies/index.ts';

export interface Retracted {
  readonly dependency: Dependency;
  readonly version: string;
  /** The go.mod that takes the version back. */
  readonly path: string;
}

/** Required versions of modules of this repository that their own go.mod takes back (https://go.dev/ref/mod#go-mod-file-retract). */
export function* retractedModules({ model, env }: Context<'dependencies'>): Generator<Retracted> {
  const scheme = schemeOf(model.ecosystem);
  if (model.format !== 'go.mod' || !scheme) return;
  const retractions = new Map<string, { readonly path: string; readonly retracted: readonly string[] }>();
  for (const [path, { name, retracted }] of env.workspace.all('dependencies'))
    if (name !== undefined && retracted && !retractions.has(name)) retractions.set(name, { path, retracted });
  if (retractions.size === 0) return;
  const replaced = new Set(model.dependencies.flatMap(({ use, rawName }) => (use === 'replacement' ? rawName : [])));
  for (const dependency of model.dependencies) {
    const { use, name, rawName, version } = dependency;
    const said = use === 'declared' && !replaced.has(rawName) ? retractions.get(name) : undefined;
    if (version !== undefined && said?.retracted.some((one) => isWithin(scheme, version, one)) === true)
      yield { dependency, version, path: said.path };
  }
}

/** Whether a version is the one, or between the two, of a retraction. */
function isWithin(scheme: VersionScheme, version: string, retraction: string): boolean {
  const [low = '', high = low] = retraction.replaceAll(/[[\]\s]/g, '').split(',');
  if (![version, low, high].every((one) => scheme.isVersion(one))) return false;
  return scheme.compare(low, version) <= 0 && scheme.compare(version, high) <= 0;
}
