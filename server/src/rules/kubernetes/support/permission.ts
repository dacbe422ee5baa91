import type { Severity } from '../../../engine/severity.ts';
import type { PolicyRule, Word } from '../../../model/kubernetes/index.ts';

/** Something that a rule of a role may allow. */
export interface Right {
  /** API groups that have the resources; `''` is the core group. */
  readonly groups: readonly string[];
  /** `pods`, `pods/exec`. */
  readonly resources: readonly string[];
  /** One of them is enough. */
  readonly verbs: readonly string[];
  /** What it allows, as the end of a sentence: "read every Secret". */
  readonly allows: string;
  /** Where the right is worse or milder than the rule that tells of it. */
  readonly severity?: Severity;
  /** Names of objects to which the right may not even be narrowed; `system:` in front of a star covers all that start so. */
  readonly neverOn?: readonly string[];
  /** Whether all resources (`*`) with one of the verbs by name are worth a finding about this right; two stars are one about the stars. */
  readonly throughEveryResource?: true;
  /** Whether the verb is what a reader should look at; otherwise the resource is. */
  readonly atVerb?: true;
}

export interface Grant {
  readonly verb: Word;
  readonly resource: Word;
}

export const READ: readonly string[] = ['get', 'list', 'watch'];
export const CHANGE: readonly string[] = ['create', 'update', 'patch'];
export const DELETE: readonly string[] = ['delete', 'deletecollection'];
export const WRITE: readonly string[] = [...CHANGE, ...DELETE];

/**
 * The words of a policy rule that grant a right; undefined when it does not. What a template writes grants nothing here, and neither do two stars unless
 * `stars` asks for them.
 */
export function grantOf(rule: PolicyRule, right: Right, stars?: 'stars'): Grant | undefined {
  const { apiGroups, resources, verbs } = rule;
  // The API server refuses a rule without groups, so nobody means another group by it.
  if (apiGroups && !apiGroups.words.some(({ text }) => text === '*' || right.groups.includes(text))) return undefined;
  const everyVerb = verbs?.words.find(isStar);
  const verb = verbs?.words.find(({ text }) => right.verbs.includes(text)) ?? everyVerb;
  if (!verb || !resources) return undefined;
  const named =
    resources.words.find(({ text }) => right.resources.includes(text)) ??
    resources.words.find(({ text }) => isSubresourceOf(text, right.resources));
  const countsStar = stars !== undefined || (right.throughEveryResource === true && !everyVerb);
  const resource = named ?? (countsStar ? resources.words.find(isStar) : undefined);
  return resource && !isNarrowed(rule, right) ? { verb, resource } : undefined;
}

const isStar = ({ text }: Word): boolean => text === '*' || text === '*/*';

/** A star before the slash is a subresource of every resource. One behind it is what people write for all subresources of one, though the API server knows no such pattern. */
function isSubresourceOf(pattern: string, resources: readonly string[]): boolean {
  const [parent = '', child] = pattern.split('/', 2);
  if (child === undefined || (parent === '*') === (child === '*')) return false;
  return resources.some((resource) => (parent === '*' ? resource.endsWith(`/${child}`) : resource.startsWith(`${parent}/`)));
}

/** Whether a rule is about objects that it names. */
function isNarrowed({ resourceNames }: PolicyRule, { neverOn = [] }: Right): boolean {
  if (!resourceNames || (resourceNames.isComplete && resourceNames.words.length === 0)) return false;
  return !resourceNames.words.some(({ text }) =>
    neverOn.some((name) => (name.endsWith('*') ? text.startsWith(name.slice(0, -1)) : text === name)),
  );
}
