import { attributeText, parseXml, xmlComments, type XmlElement } from '../../xml/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { entryOf } from './entry.ts';

/** Reads packages.config (https://learn.microsoft.com/nuget/reference/packages-config), whose versions are exact. */
export function parsePackagesConfig(text: string): DependencyFile {
  const document = parseXml(text);
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'packages.config',
    role: 'manifest',
    problems: document.problems,
    comments: xmlComments(text, document),
    dependencies: [...packagesIn(text, document.root)],
  });
}

function* packagesIn(text: string, { children }: XmlElement): Generator<Dependency> {
  for (const child of children) {
    const id = child.name.toLowerCase() === 'package' ? attributeText(child, 'id') : undefined;
    if (id) {
      const isDevelopment = attributeText(child, 'developmentDependency')?.text.toLowerCase() === 'true';
      const rest = { section: 'packages', groups: isDevelopment ? (['dev'] as const) : [] };
      yield entryOf(text, child, { id, version: attributeText(child, 'version'), ...rest }, () => undefined);
    }
    yield* packagesIn(text, child);
  }
}
