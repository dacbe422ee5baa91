import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { pinnedVersion } from '../versions/index.ts';
import { mavenVersions } from '../versions/maven/index.ts';
import type { Value } from './scope.ts';

/** A bare version is the one that is taken unless something else asks for more. */
export function requirementOf(
  value: Value | undefined,
): Pick<Dependency, 'requirement' | 'requirementSpan' | 'version' | 'versionSpan'> {
  if (value === undefined) return {};
  const pinned = pinnedVersion(mavenVersions, value.text);
  return {
    requirement: value.text,
    ...(value.span && { requirementSpan: value.span }),
    ...(pinned !== undefined && { version: pinned }),
    ...(pinned !== undefined && value.span && { versionSpan: value.span }),
  };
}

/** A version that a variable of another file says, written as Maven writes variables. */
export function templateOf({
  name,
  span,
}: {
  readonly name: string;
  readonly span: Span;
}): Pick<Dependency, 'requirement' | 'requirementSpan' | 'template'> {
  const template = `\${${name}}`;
  return { requirement: template, requirementSpan: span, template };
}
