import { childOf, textOf, type XmlElement, type XmlValue } from '../../xml/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import { pathLocation } from '../location.ts';
import { requirementOf } from '../variables/requirement.ts';
import { expand, MAVEN_VARIABLES, type FoundVariable } from '../variables/variable.ts';
import { mavenVersions } from '../versions/maven/index.ts';
import { elementDeletion } from '../xml/element.ts';
import type { Place } from './place.ts';

/** A plugin that names no group is one of Maven's own (https://maven.apache.org/pom.html#plugins). */
export const PLUGIN_GROUP = 'org.apache.maven.plugins';

/** What an artifact of a scope is for. What the container provides is there to compile against: another version may be what runs. */
const GROUPS: ReadonlyMap<string, readonly Group[]> = new Map([
  ['test', ['test']],
  ['provided', ['dev']],
]);

/** Reads an element with the coordinates of an artifact: a dependency, parent, plugin or extension. Undefined for one that has none yet. */
export function entryOf(text: string, element: XmlElement, place: Place, defaultGroup?: string): Dependency | undefined {
  const value = (name: string): XmlValue | undefined => textOf(text, childOf(element, name));
  const artifact = value('artifactId');
  const group = value('groupId');
  const named = artifact?.text === '' ? undefined : artifact;
  if (named === undefined && (group === undefined || group.text === '')) return undefined;
  const name = `${expanded(group?.text ?? defaultGroup ?? '', place.find)}:${expanded(named?.text ?? '', place.find)}`;
  const variant = [value('type')?.text ?? '', value('classifier')?.text ?? ''].join(':').replace(/^jar(?=:)/, '');
  const scope = value('scope')?.text ?? '';
  const systemPath = value('systemPath');
  const isInFile = systemPath !== undefined && systemPath.text !== '';
  const groups = new Set([
    ...place.groups,
    ...(GROUPS.get(scope) ?? []),
    ...(value('optional')?.text === 'true' ? ['optional' as const] : []),
  ]);
  return {
    ecosystem: 'Maven',
    name,
    rawName: name,
    nameSpan: (named ?? group ?? { span: element }).span,
    ...(named &&
      group &&
      text.slice(group.span.start, group.span.end) === expanded(group.text, place.find) && { groupSpan: group.span }),
    use: place.use,
    kind: 'direct',
    groups: [...groups],
    section: place.section,
    source: isInFile || scope === 'system' ? 'path' : isOfProject(text, element, place) ? 'workspace' : 'registry',
    ...requirementOf(value('version'), mavenVersions, MAVEN_VARIABLES, place.find),
    ...(isInFile && { location: pathLocation(systemPath.text, systemPath.span) }),
    ...(variant !== ':' && { variant }),
    span: { start: element.start, end: element.end },
    deletion: elementDeletion(text, element),
  };
}

/** A module of the same project has the project's own group and version, as variables say. */
function isOfProject(text: string, element: XmlElement, { find }: Place): boolean {
  const version = textOf(text, childOf(element, 'version'))?.text ?? '';
  const group = textOf(text, childOf(element, 'groupId'))?.text;
  return (
    /^\$\{(?:(?:project|pom)\.)?version\}$/.test(version) &&
    group !== undefined &&
    expanded(group, find) === find('project.groupId')?.value
  );
}

const expanded = (text: string, find: (name: string) => FoundVariable | undefined): string =>
  expand(text, MAVEN_VARIABLES, find)?.text ?? text;
