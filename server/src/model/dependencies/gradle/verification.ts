import { attributeOf, itemsOf, childOf, parseXml, textOf, xmlComments, type XmlElement } from '../../xml/index.ts';
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
