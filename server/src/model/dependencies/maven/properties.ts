import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/index.ts';
import type { FoundVariable, Variable } from '../variables/variable.ts';

/** The `<properties>` of a project or profile. */
export const propertiesIn = (text: string, element: XmlElement): Variable[] =>
  childrenOf(element, 'properties').flatMap(({ children }) =>
    children.flatMap((property) => {
      const value = textOf(text, property);
      return value ? [{ name: property.name, value: value.text, span: value.span }] : [];
    }),
  );

/** What a POM knows of itself (https://maven.apache.org/ref/current/maven-model-builder/#model-interpolation), group and version being its parent's by default. */
export function ownProperties(text: string, project: XmlElement): Variable[] {
  const parent = childOf(project, 'parent');
  const own: Variable[] = [];
  for (const name of ['groupId', 'artifactId', 'version']) {
    const inherited = textOf(text, childOf(parent, name));
    if (inherited) own.push({ name: `project.parent.${name}`, value: inherited.text, span: inherited.span, isOwn: true });
    const value = textOf(text, childOf(project, name)) ?? (name === 'artifactId' ? undefined : inherited);
    if (value) own.push({ name: `project.${name}`, value: value.text, span: value.span, isOwn: true });
  }
  return own;
}

/** `pom.version`, `parent.version` and plain `version` are older spellings. */
const standardName = (name: string): string =>
  name.startsWith('pom.') || name.startsWith('parent.') || /^(?:version|groupId|artifactId)$/.test(name)
    ? `project.${name.replace(/^pom\./, '')}`
    : name;

/** Looks variables up in lists, the first of which counts most; in each, the last of a name. */
export function finderOf(...lists: readonly (readonly FoundVariable[])[]): (name: string) => FoundVariable | undefined {
  const known = new Map(lists.toReversed().flatMap((list) => list.map((variable) => [variable.name, variable] as const)));
  return (name) => known.get(name) ?? known.get(standardName(name));
}
