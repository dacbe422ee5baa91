import { childOf, childrenOf, itemsOf, parseXml, textOf, xmlComments, type XmlElement } from '../../xml/index.ts';
import { dependencyFile, type DependencyFile, type Registry, type Setting, settingAt } from '../file.ts';
import { repositoryOf } from './repositories.ts';

const CREDENTIALS = ['username', 'password', 'passphrase', 'privateKey'];

/** Reads settings.xml of Maven (https://maven.apache.org/settings.html): its repositories, mirrors, servers and proxies. */
export function parseMavenSettings(text: string): DependencyFile {
  const document = parseXml(text);
  // Other programs have a file of that name, too.
  const root = childOf(document.root, 'settings') ?? (document.problems.length > 0 ? document.root : undefined);
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'settings.xml',
    role: 'settings',
    problems: document.problems,
    comments: xmlComments(text, document),
    registries: root ? [...repositoriesIn(text, root)] : [],
    settings: ['servers', 'proxies'].flatMap((list) => itemsOf(root, list).flatMap((entry) => credentialsOf(text, list, entry))),
  });
}

function* repositoriesIn(text: string, element: XmlElement): Generator<Registry> {
  for (const child of element.children) {
    const repository = repositoryOf(text, child);
    if (repository) yield repository;
    else yield* repositoriesIn(text, child);
  }
}

/** What a server or proxy is reached with. Headers are settings by their names. */
function credentialsOf(text: string, list: string, entry: XmlElement): Setting[] {
  const section = `${list}.${textOf(text, childOf(entry, 'id'))?.text ?? ''}`;
  const own = CREDENTIALS.flatMap((key) => childrenOf(entry, key).map((element) => ({ key, value: textOf(text, element) })));
  const headers = itemsOf(childOf(entry, 'configuration'), 'httpHeaders').map((header) => ({
    key: `header ${textOf(text, childOf(header, 'name'))?.text ?? ''}`,
    value: textOf(text, childOf(header, 'value')),
  }));
  return [...own, ...headers].flatMap(({ key, value }) => (value ? [settingAt(section, key, value.text, value.span)] : []));
}
