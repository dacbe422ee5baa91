import { attributeText, parseXml, xmlComments, type XmlElement } from '../../xml/index.ts';
import { dependencyFile, type DependencyFile, type Setting, settingAt } from '../file.ts';

/** The key that `<clear />` has among the settings. */
export const NUGET_CLEAR = '<clear />';

/**
 * Reads NuGet.config (https://learn.microsoft.com/nuget/reference/nuget-config-file): the `<add key="…" value="…" />` elements, `<clear />`, and of the source
 * mapping each source with its patterns.
 */
export function parseNugetConfig(text: string): DependencyFile {
  const document = parseXml(text);
  const settings = [...settingsIn(document.root, '')];
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'nuget.config',
    role: 'settings',
    settings,
    registries: settings
      .filter(({ section, value }) => /^(?:package|audit)Sources$/.test(section) && /^https?:/i.test(value))
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
    comments: xmlComments(text, document),
    problems: document.problems,
  });
}

function* settingsIn({ children }: XmlElement, section: string): Generator<Setting> {
  for (const element of children) {
    const { name, start, end } = element;
    const key = attributeText(element, 'key');
    const value = attributeText(element, 'value');
    if (name === 'add' && key && value)
      yield { ...settingAt(section, key.text, value.text, value.span), keySpan: key.span, span: { start, end } };
    else if (name === 'clear') yield settingAt(section, NUGET_CLEAR, '', { start, end });
    else if (name === 'packageSource' && key) yield* mappingsIn(element, key.text);
    else yield* settingsIn(element, name);
  }
}

function* mappingsIn({ children }: XmlElement, key: string): Generator<Setting> {
  for (const child of children) {
    const pattern = child.name === 'package' ? attributeText(child, 'pattern') : undefined;
    if (pattern) yield settingAt('packageSourceMapping', key, pattern.text, pattern.span);
  }
}
