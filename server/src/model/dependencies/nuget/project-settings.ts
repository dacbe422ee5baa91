import { textOf, partOf, type XmlElement } from '../../xml/index.ts';
import type { Registry, Runtime } from '../file.ts';
import type { Project } from '../project.ts';
import { hasVariable, type FoundVariable } from '../variables/variable.ts';
import { propertyElements } from './properties.ts';

interface Piece {
  readonly text: string;
  readonly span: Registry['urlSpan'];
}

/** The parts of properties with one of `names` (in lower case) that hold lists divided by semicolons. */
function* listed(text: string, root: XmlElement, names: ReadonlySet<string>): Generator<Piece> {
  for (const element of propertyElements(root)) {
    const value = names.has(element.name.toLowerCase()) ? textOf(text, element) : undefined;
    for (const match of value?.text.matchAll(/[^;\s]+/g) ?? []) {
      if (value && !hasVariable(match[0])) yield partOf(value, match.index, match.index + match[0].length);
    }
  }
}

const FRAMEWORKS = new Set(['targetframework', 'targetframeworks', 'targetframeworkversion']);

/** The versions of .NET that a project is built for (https://learn.microsoft.com/dotnet/standard/frameworks). */
export const frameworksOf = (text: string, root: XmlElement): Runtime[] =>
  [...listed(text, root, FRAMEWORKS)].map(({ text: requirement, span }) => ({
    name: 'dotnet',
    requirement,
    requirementSpan: span,
  }));

const SOURCES = new Set(['restoresources', 'restoreadditionalprojectsources']);

/** Sources of packages that a project names itself (https://learn.microsoft.com/nuget/reference/msbuild-targets#restore-properties). */
export const sourcesOf = (text: string, root: XmlElement): Registry[] =>
  [...listed(text, root, SOURCES)].map(({ text: url, span }) => ({ kind: 'index', url, urlSpan: span }));

/**
 * What a project says of its package (https://learn.microsoft.com/nuget/reference/msbuild-targets#pack-target-inputs): the licence where one property says it for
 * certain, and whether there is a package at all.
 */
export function nugetProject(find: (name: string) => FoundVariable | undefined): Project | undefined {
  const license = find('PackageLicenseExpression');
  if (!license || license.isUncertain === true || hasVariable(license.value)) return undefined;
  return {
    license: { text: license.value, span: license.span, isExpression: true },
    isPrivate: find('IsPackable')?.value.toLowerCase() === 'false',
  };
}
