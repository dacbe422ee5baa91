import type { Span } from '../../../base/span.ts';
import { memberDeletion, memberSpan, spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { npmVersions } from '../versions/npm.ts';
import { pinnedVersion } from '../versions/index.ts';
import { parseNpmSpec } from './spec.ts';

/** A member of a section whose value is a text. */
export function npmDependency(
  place: { readonly text: string; readonly object: JsonNode; readonly index: number },
  facts: {
    readonly section: string;
    readonly use: Use;
    readonly groups: readonly Group[];
    readonly rawName?: string;
    readonly nameSpan?: Span;
    readonly marker?: string;
  },
): Dependency | undefined {
  const { text, object, index } = place;
  const member = object.members[index];
  if (member?.value?.kind !== 'string') return undefined;
  const { section, use, groups } = facts;
  const rawName = facts.rawName ?? member.key.text;
  // In a template of a generator the rest of the line belongs to the action, too.
  if (/<%|%>|\{\{|\{%|\$\{/.test(rawName)) return undefined;
  // The engine that pnpm downloads (https://pnpm.io/blog/releases/10.14) is no package.
  if (member.value.text.startsWith('runtime:')) return undefined;
  const spec = parseNpmSpec(rawName, member.value.text, spanOfJson(member.value));
  const deletion = memberDeletion(text, object, index);
  const version = spec.requirement === undefined ? undefined : pinnedVersion(npmVersions, spec.requirement);
  return {
    ecosystem: 'npm',
    rawName,
    nameSpan: facts.nameSpan ?? spanOfJson(member.key),
    use,
    kind: 'direct',
    groups,
    section,
    ...spec,
    ...(facts.marker !== undefined && { marker: facts.marker }),
    ...(version !== undefined && spec.source !== 'workspace' && { version }),
    span: memberSpan(text, member),
    ...(deletion && { deletion }),
  };
}
