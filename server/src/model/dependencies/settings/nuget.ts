import { attributeText, parseXml, xmlComments, type XmlElement } from '../../xml/index.ts';
import { dependencyFile, type DependencyFile, type Setting } from '../file.ts';

/** Reads the `<add key="…" value="…" />` elements of NuGet.config (https://learn.microsoft.com/nuget/reference/nuget-config-file). */
export function parseNugetConfig(text: string): DependencyFile {
  const document = parseXml(text);
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'nuget.config',
    role: 'settings',
    settings: [...settingsIn(document.root, '')],
    comments: xmlComments(text, document),
    problems: document.problems,
  });
}

function* settingsIn({ children }: XmlElement, section: string): Generator<Setting> {
  for (const element of children) {
    const key = attributeText(element, 'key');
    const value = attributeText(element, 'value');
    if (element.name === 'add' && key && value) yield { section, key: key.text, value: value.text, valueSpan: value.span };
    else yield* settingsIn(element, element.name);
  }
}
