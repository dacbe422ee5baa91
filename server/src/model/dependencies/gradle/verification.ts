import {
  attributeOf,
  attributeText,
  childrenOf,
  itemsOf,
  childOf,
  parseXml,
  textOf,
  xmlComments,
  type XmlElement,
} from '../../xml/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Setting, settingAt } from '../file.ts';

/**
 * Reads gradle/verification-metadata.xml (https://docs.gradle.org/current/userguide/dependency_verification.html). Its switches (`verify-metadata`) are settings of the
 * section `configuration`. Each `trust` element is one of the section `trusted-artifacts`, whose key names its attributes in their order (`group name version`) and
 * whose value is that of the first.
 */
export function parseVerificationMetadata(text: string): DependencyFile {
  const document = parseXml(text);
  const root = childOf(document.root, 'verification-metadata') ?? document.root;
  const configuration = childOf(root, 'configuration');
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'verification-metadata.xml',
    role: 'settings',
    settings: [...switchesIn(text, configuration), ...itemsOf(configuration, 'trusted-artifacts').flatMap(trustOf)],
    comments: xmlComments(text, document),
    problems: document.problems,
  });
}

const switchesIn = (text: string, configuration: XmlElement | undefined): Setting[] =>
  (configuration?.children ?? []).flatMap((element) => {
    const value = element.children.length === 0 ? textOf(text, element) : undefined;
    return value === undefined || value.text === '' ? [] : [settingAt('configuration', element.name, value.text, value.span)];
  });

function trustOf(element: XmlElement): Setting[] {
  const named = element.attributes.filter(({ name }) => name !== 'reason');
  const first = attributeOf(element, 'group') ?? named[0];
  if (element.name !== 'trust' || first === undefined) return [];
  const key = named.map(({ name }) => name).join(' ');
  return [settingAt('trusted-artifacts', key, first.value.text, first.value.span)];
}

/** The modules whose files are verified. They are more than one build uses: old versions stay in the list. */
export function verifiedModules(text: string): Dependency[] {
  const { root } = parseXml(text);
  const components = childOf(childOf(root, 'verification-metadata') ?? root, 'components');
  return childrenOf(components, 'component').flatMap((element): Dependency[] => {
    const group = attributeText(element, 'group');
    const module = attributeText(element, 'name');
    const version = attributeText(element, 'version');
    if (!group?.text || !module?.text) return [];
    const name = `${group.text}:${module.text}`;
    return [
      {
        ecosystem: 'Maven',
        name,
        rawName: name,
        nameSpan: module.span,
        use: 'locked',
        kind: 'transitive',
        groups: [],
        section: 'components',
        source: 'registry',
        ...(version?.text && { version: version.text, versionSpan: version.span }),
        span: { start: element.start, end: element.end },
      },
    ];
  });
}
