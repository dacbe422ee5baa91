import type { Context } from '../../../engine/rule.ts';
import { STANDARD_MODULES } from '../../../knowledge/standard-library.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { askedByName } from './asked-by-name.ts';
import { looksLike } from './confusing.ts';
import { imitated, isPopular } from './imitation.ts';
import { rightNameFor } from './right-name.ts';

/** The module of the language whose name a package has. */
export function standardModuleOf({ ecosystem, name, rawName, marker }: Dependency): string | undefined {
  // Zope's package, whose users write it as Zope does.
  if (marker !== undefined || rawName === 'DateTime' || (ecosystem !== 'npm' && ecosystem !== 'PyPI')) return undefined;
  return STANDARD_MODULES[ecosystem]?.get(name.replace(/^node:/, ''));
}

/** The well-known package that a name looks like, and whether it does so by letters of another script. Mix-ups that have a reason are told with it. */
export function imitationOf({
  ecosystem,
  name,
  rawName,
  source,
}: Dependency): { readonly target: string; readonly isConfusable: boolean } | undefined {
  if (STANDARD_MODULES[ecosystem]?.has(name) || rightNameFor(ecosystem, name)) return undefined;
  const asked = ecosystem === 'crates.io' && source !== 'alias' ? rawName : name;
  const plain = looksLike(asked);
  const isConfusable = plain !== asked;
  const target = isConfusable && isPopular(ecosystem, plain) ? plain : imitated(ecosystem, plain);
  return target === undefined ? undefined : { target, isConfusable };
}

/** The rule that says of a dependency that it is not the package that is meant: then its version does not matter. */
export function wronglyNamed(context: Context<'dependencies'>) {
  const asked = new Set(askedByName(context));
  return (dependency: Dependency) => {
    if (!asked.has(dependency)) return {};
    if (standardModuleOf(dependency) !== undefined) return { summedUpBy: 'dependencies/stdlib-name-dependency' } as const;
    if (rightNameFor(dependency.ecosystem, dependency.name)) return { summedUpBy: 'dependencies/wrong-package-name' } as const;
    return imitationOf(dependency) ? ({ summedUpBy: 'dependencies/typosquat-dependency' } as const) : {};
  };
}
