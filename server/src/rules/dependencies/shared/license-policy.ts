import { likeness } from '../../../base/likeness.ts';
import type { Span } from '../../../base/span.ts';
import type { DependencyPolicy } from '../../../engine/environment.ts';
import type { Context } from '../../../engine/rule.ts';
import { lockfileFor, type Dependency, type DependencyFile } from '../../../model/dependencies/index.ts';
import { meantBy } from './license-names.ts';
import { chosenVersions } from './published.ts';
import { familyOf, inCurrentIds, parseSpdx, type Expression, type License } from './spdx.ts';

/** What a policy says about a licence. `unknown`: the text names none. */
export type Verdict = 'allowed' | 'denied' | 'unknown';

export const hasPolicy = ({ allowedLicenses, deniedLicenses }: DependencyPolicy): boolean =>
  allowedLicenses.length > 0 || deniedLicenses.length > 0;

/** Every package once, whose lockfile tells licences at all. */
export function licensed({ role, dependencies }: DependencyFile): readonly Dependency[] {
  if (role !== 'lockfile' || !dependencies.some(({ license }) => license !== undefined)) return [];
  return [...new Map(dependencies.toReversed().map((one) => [`${one.name}@${one.version ?? ''}`, one])).values()].reverse();
}

/** A package of a manifest whose lockfile tells no licences, with the one that the registry tells of the chosen version. */
export interface LicensedByRegistry {
  readonly dependency: Dependency;
  readonly span: Span;
  readonly version: string;
  /** Absent where this version has none, though others of the package have. */
  readonly license?: string;
}

export function* licensedByRegistry(context: Context<'dependencies'>): Generator<LicensedByRegistry> {
  const { file, env } = context;
  const lock = lockfileFor(file.path, env.workspace);
  if (lock && env.workspace.get('dependencies', lock.path)?.hasLicenses === true) return;
  for (const { dependency, span, version, facts, published } of chosenVersions(context)) {
    if (!facts || dependency.groups.includes('peer')) continue;
    const license = facts.license?.trim() ?? '';
    if (license !== '') yield { dependency, span, version, license };
    // A registry that leaves licences out says nothing by that.
    else if ([...published.versions.values()].some((one) => one.license !== undefined)) yield { dependency, span, version };
  }
}

/** An entry of the policy stands for a licence, for both forms of it (`GPL-3.0`), or with `*` for several. */
export function licenseJudge(policy: DependencyPolicy): (text: string) => Verdict {
  const known = new Map<string, Verdict>();
  return (text) => {
    const verdict = known.get(text) ?? judged(text, policy);
    known.set(text, verdict);
    return verdict;
  };
}

function judged(text: string, policy: DependencyPolicy): Verdict {
  const [meant, ...others] = meantBy(text);
  const expression = parseSpdx(text) ?? (meant !== undefined && others.length === 0 ? parseSpdx(meant) : undefined);
  if (expression === undefined) return 'unknown';
  const denied = policy.deniedLicenses.map(matcher);
  const allowed = policy.allowedLicenses.map(matcher);
  return isAcceptable(
    expression,
    (one) => !denied.some((test) => test(one)) && (allowed.length === 0 || allowed.some((test) => test(one))),
  )
    ? 'allowed'
    : 'denied';
}

/** Of a choice one licence is enough; of what holds together all are needed. */
const isAcceptable = (expression: Expression, accepts: (one: License) => boolean): boolean =>
  expression.kind === 'license'
    ? accepts(expression)
    : expression.kind === 'and'
      ? isAcceptable(expression.left, accepts) && isAcceptable(expression.right, accepts)
      : isAcceptable(expression.left, accepts) || isAcceptable(expression.right, accepts);

/** What is no id of the list is taken for what people mean by it. */
function matcher(entry: string): (one: License) => boolean {
  const meant = /\*|\swith\s/i.test(entry) || parseSpdx(entry) ? [entry] : [entry, ...meantBy(entry)];
  const tests = meant.map(exactMatcher);
  return (one) => tests.some((test) => test(one));
}

function exactMatcher(entry: string): (one: License) => boolean {
  const [id = '', exception] = inWordsOfToday(entry)
    .trim()
    .toLowerCase()
    .split(/\s+with\s+/);
  const matches = likeness(id.replace(/\+$/, ''));
  return (one) => {
    const current = inCurrentIds(one);
    if (exception !== undefined && current.exception?.toLowerCase() !== exception) return false;
    const own = current.id.toLowerCase();
    return matches(own) || matches(one.id.toLowerCase()) || familyOf(own) === id;
  };
}

/** An entry with today's ids; `GPL-3.0` stays what it is, for it stands for both forms. */
function inWordsOfToday(entry: string): string {
  const written = parseSpdx(entry);
  if (written?.kind !== 'license') return entry;
  const { id, exception } = inCurrentIds(written);
  if (!written.orLater && id === `${written.id}-only`) return entry;
  return exception === undefined ? id : `${id} WITH ${exception}`;
}
