import { pinnedVersion, type VersionScheme } from '../versions/index.ts';
import type { XmlValue } from '../../xml/index.ts';
import type { Dependency } from '../dependency.ts';
import { expand, hasVariable, type FoundVariable, type VariableSyntax } from './variable.ts';

type Requirement = Pick<Dependency, 'requirement' | 'requirementSpan' | 'version' | 'versionSpan' | 'template' | 'origin'>;

/** What a version element or attribute asks for, its variables replaced as far as `find` knows them. */
export function requirementOf(
  written: XmlValue | undefined,
  scheme: VersionScheme,
  syntax: VariableSyntax,
  find: (name: string) => FoundVariable | undefined,
): Requirement {
  if (written === undefined || written.text === '') return {};
  const place = { requirementSpan: written.span };
  if (!hasVariable(written.text)) {
    const version = versionOf(written.text, scheme);
    return { requirement: written.text, ...place, ...(version !== undefined && { version, versionSpan: written.span }) };
  }
  return {
    requirement: written.text,
    ...place,
    template: written.text,
    ...expandedRequirement(written.text, scheme, syntax, find),
  };
}

/** Requirement, version and origin of a template; empty when a variable is not known. */
export function expandedRequirement(
  template: string,
  scheme: VersionScheme,
  syntax: VariableSyntax,
  find: (name: string) => FoundVariable | undefined,
): Pick<Dependency, 'requirement' | 'version' | 'origin'> {
  const expanded = expand(template, syntax, find);
  if (expanded === undefined) return {};
  const version = versionOf(expanded.text, scheme);
  return {
    requirement: expanded.text,
    ...(version !== undefined && { version }),
    ...(expanded.origin && { origin: expanded.origin }),
  };
}

/** In Maven and NuGet a bare version is the one that is taken. */
const versionOf = (requirement: string, scheme: VersionScheme): string | undefined =>
  scheme.isVersion(requirement) ? requirement : pinnedVersion(scheme, requirement);
