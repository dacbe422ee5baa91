import type { Span } from '../../../base/span.ts';
import type { Context } from '../../../engine/rule.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';
import { askedPackages } from './published.ts';

/** In years. Small packages that are finished need no releases, so only what nobody has touched for very long is worth a look. */
const SILENT_FOR = 5;

export interface Forgotten {
  readonly dependency: Dependency;
  readonly span: Span;
  /** Day of its last release, YYYY-MM-DD. */
  readonly last: string;
  /** Whole years since then. */
  readonly years: number;
}

/** Packages that have had no release for years, as far as the registry tells the time of every one. */
export function* forgottenPackages(context: Context<'dependencies'>): Generator<Forgotten> {
  const { today } = context.env;
  for (const { dependency, published, span } of askedPackages(context)) {
    if (!published.exists || published.versions.size === 0 || dependency.groups.includes('peer')) continue;
    // DefinitelyTyped is looked after as a whole, and types of a finished package are finished, too.
    if (dependency.name.startsWith('@types/')) continue;
    const versions = [...published.versions.values()];
    const days = versions.map((one) => one.published?.slice(0, 10) ?? '').sort();
    const last = days.at(-1) ?? '';
    // Who says that a package is given up is quoted by another rule.
    if (days.includes('') || versions.every((one) => one.deprecated !== undefined)) continue;
    const years = Number(today.slice(0, 4)) - Number(last.slice(0, 4)) - (today.slice(5) < last.slice(5) ? 1 : 0);
    if (years >= SILENT_FOR) yield { dependency, span, last, years };
  }
}
