import { attributeOf, textOf, trimmedValue, type XmlElement, type XmlValue } from '../../xml/index.ts';
import type { Dependency, Group, Use } from '../dependency.ts';
import { requirementOf } from '../variables/requirement.ts';
import { MSBUILD_VARIABLES, type FoundVariable } from '../variables/variable.ts';
import { nugetVersions } from '../versions/nuget/index.ts';
import { elementDeletion } from '../xml/element.ts';
import { nugetName } from './name.ts';

/** Metadata of an item: an attribute or an element of that name, in any letter case. */
export function metadataOf(text: string, { attributes, children }: XmlElement, name: string): XmlValue | undefined {
  const isIt = (one: { readonly name: string }): boolean => one.name.toLowerCase() === name.toLowerCase();
  const attribute = attributes.find(isIt);
  return attribute ? trimmedValue(attribute.value) : textOf(text, children.find(isIt));
}

/** The condition of an item and of what it is in. */
export function conditionOf(element: XmlElement): string {
  const conditions: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const own = attributeOf(at, 'Condition');
    if (own) conditions.push(trimmedValue(own.value).text);
    // Of several branches only one is taken.
    if (at.name === 'Otherwise') conditions.push('otherwise');
  }
  return conditions.reverse().join(' and ');
}

interface Written {
  readonly id: XmlValue;
  readonly version: XmlValue | undefined;
  readonly section: string;
  readonly use?: Use;
  readonly groups?: readonly Group[];
}

/** One package that an element names. */
export function entryOf(
  text: string,
  element: XmlElement,
  { id, version, section, use = 'declared', groups = [] }: Written,
  find: (name: string) => FoundVariable | undefined,
): Dependency {
  const condition = conditionOf(element);
  return {
    ecosystem: 'NuGet',
    name: nugetName(id.text),
    rawName: id.text,
    nameSpan: id.span,
    use,
    kind: 'direct',
    groups,
    section,
    source: 'registry',
    ...requirementOf(version, nugetVersions, MSBUILD_VARIABLES, find),
    ...(condition !== '' && { marker: condition }),
    span: { start: element.start, end: element.end },
    deletion: elementDeletion(text, element),
  };
}
