import { childOf, childrenOf, parseXml, textOf, xmlComments, type XmlElement } from '../../xml/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Inheritance, type Registry } from '../file.ts';
import type { Variable } from '../variables/variable.ts';
import type { Place } from './place.ts';
import { entryOf, PLUGIN_GROUP } from './entry.ts';
import { finderOf, ownProperties, propertiesIn } from './properties.ts';
import { repositoryOf } from './repositories.ts';
import { javaVersions } from './runtimes.ts';

/** Reads pom.xml (https://maven.apache.org/pom.html). */
export function parsePom(text: string): DependencyFile {
  const document = parseXml(text);
  const project = projectIn(document.root);
  const own = ownProperties(text, project);
  const properties = propertiesIn(text, project).map((property) =>
    isOverridden(text, project, property) ? { ...property, isUncertain: true as const } : property,
  );
  const find = finderOf(properties, own);
  const reader = new PomReader(text);
  reader.read(project, { section: '', use: 'declared', groups: [], find }, [properties, own]);
  const name = ['groupId', 'artifactId'].map((part) => find(`project.${part}`)?.value ?? '').join(':');
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'pom.xml',
    role: 'manifest',
    problems: document.problems,
    comments: xmlComments(text, document),
    ...(name !== ':' && { name }),
    dependencies: reader.dependencies,
    registries: reader.registries,
    workspaces: reader.modules,
    runtimes: javaVersions(properties, find),
    variables: [...properties, ...own],
    inherits: parentOf(text, project),
  });
}

/** The blank behind the tag's name may be lost; a project whose tag is broken otherwise is the document itself. */
const projectIn = (root: XmlElement): XmlElement =>
  childOf(root, 'project') ?? root.children.find(({ name }) => name.startsWith('projectxmlns')) ?? root;

/** Whether a profile that is on by default gives a property another value: then nobody knows which one counts. */
const isOverridden = (text: string, project: XmlElement, { name, value }: Variable): boolean =>
  childrenOf(childOf(project, 'profiles'), 'profile').some(
    (profile) =>
      textOf(text, childOf(childOf(profile, 'activation'), 'activeByDefault'))?.text === 'true' &&
      propertiesIn(text, profile).some((other) => other.name === name && other.value !== value),
  );

/** The parent POM lies one folder up, unless its place is given; an empty place says that it comes from a repository. */
function parentOf(text: string, project: XmlElement): Inheritance[] {
  const parent = childOf(project, 'parent');
  if (!parent) return [];
  const part = (name: string): string => textOf(text, childOf(parent, name))?.text ?? '';
  const relative = textOf(text, childOf(parent, 'relativePath'))?.text ?? '../pom.xml';
  const name = `${part('groupId')}:${part('artifactId')}`;
  // From model version 4.1.0 on the parent's coordinates may be left to it.
  return [{ path: relative.replaceAll('\\', '/'), ...(name !== ':' && { name }) }];
}

/** Parts of a POM in which a `<dependency>` or `<plugin>` is something else. */
const OPAQUE = new Set(['properties', 'executions', 'exclusions', 'reports', 'activation']);

class PomReader {
  readonly dependencies: Dependency[] = [];
  readonly registries: Registry[] = [];
  readonly modules: string[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param variables those that count at `place`, as lists of which the first counts most */
  read(element: XmlElement, place: Place, variables: readonly (readonly Variable[])[]): void {
    for (const child of element.children) this.#child(child, place, variables);
  }

  #child(child: XmlElement, place: Place, variables: readonly (readonly Variable[])[]): void {
    const text = this.#text;
    const { name } = child;
    const under = (part: string, rest: Partial<Place> = {}): Place => ({
      ...place,
      section: place.section === '' ? part : `${place.section}.${part}`,
      ...rest,
    });
    switch (name) {
      case 'dependencyManagement':
        this.read(child, under(name, { use: 'constraint' }), variables);
        break;
      case 'dependencies':
        this.read(child, place.section.endsWith('dependencyManagement') ? place : under(name), variables);
        break;
      case 'dependency':
        // One whose end tag is broken has the following ones in it.
        this.#entry(child, place, variables);
        break;
      case 'parent':
        this.#add(entryOf(text, child, under(name)));
        break;
      case 'build':
      case 'reporting':
        this.read(child, under(name, { groups: ['dev'] }), variables);
        break;
      case 'pluginManagement':
        this.read(child, under(name, { use: 'constraint' }), variables);
        break;
      case 'plugins':
        this.read(child, place.section.endsWith('pluginManagement') ? place : under(name), variables);
        break;
      case 'plugin':
        this.#entry(child, place, variables, PLUGIN_GROUP);
        break;
      case 'extensions':
        this.read(child, under(name), variables);
        break;
      case 'extension':
        this.#entry(child, place, variables);
        break;
      case 'configuration':
        for (const paths of childrenOf(child, 'annotationProcessorPaths'))
          this.read(paths, under('annotationProcessorPaths'), variables);
        break;
      case 'path':
      case 'annotationProcessorPath':
        this.#add(entryOf(text, child, place));
        break;
      case 'profile':
        this.#profile(child, place, variables);
        break;
      case 'module':
      case 'subproject':
        this.#module(child);
        break;
      case 'repository':
      case 'pluginRepository':
      case 'snapshotRepository': {
        const repository = repositoryOf(text, child);
        if (repository) this.registries.push(repository);
        break;
      }
      default:
        if (!OPAQUE.has(name)) this.read(child, place, variables);
    }
  }

  #entry(element: XmlElement, place: Place, variables: readonly (readonly Variable[])[], group?: string): void {
    const entry = entryOf(this.#text, element, place, group);
    this.#add(entry);
    // What a plugin is given is a list of its own.
    const inner = { ...place, section: `${place.section}.${entry?.name ?? ''}`, use: 'declared' as const };
    this.read(element, element.name === 'plugin' ? inner : place, variables);
  }

  #add(dependency: Dependency | undefined): void {
    if (dependency) this.dependencies.push(dependency);
  }

  #module(element: XmlElement): void {
    const folder = textOf(this.#text, element)?.text.replaceAll('\\', '/');
    if (folder !== undefined && folder !== '') this.modules.push(folder);
  }

  #profile(element: XmlElement, place: Place, variables: readonly (readonly Variable[])[]): void {
    const id = textOf(this.#text, childOf(element, 'id'))?.text ?? '';
    const lists = [propertiesIn(this.#text, element), ...variables];
    this.read(element, { ...place, section: `profiles.${id}`, find: finderOf(...lists) }, lists);
  }
}
