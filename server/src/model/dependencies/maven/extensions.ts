import { parseXml, xmlComments, type XmlElement } from '../../xml/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { entryOf } from './entry.ts';

/** Reads .mvn/extensions.xml, what Maven itself is extended with (https://maven.apache.org/configure.html#mvn-extensions-xml-file). */
export function parseMavenExtensions(text: string): DependencyFile {
  const document = parseXml(text);
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'extensions.xml',
    role: 'manifest',
    problems: document.problems,
    comments: xmlComments(text, document),
    dependencies: [...extensionsIn(text, document.root)],
  });
}

function* extensionsIn(text: string, { children }: XmlElement): Generator<Dependency> {
  for (const child of children) {
    const entry =
      child.name === 'extension'
        ? entryOf(text, child, { section: 'extensions', use: 'declared', groups: ['dev'], find: () => undefined })
        : undefined;
    if (entry) yield entry;
    yield* extensionsIn(text, child);
  }
}
