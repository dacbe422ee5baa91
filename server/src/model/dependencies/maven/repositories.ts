import { childOf, nameSpanOf, textOf, type XmlElement } from '../../xml/index.ts';
import type { Registry } from '../file.ts';

/** The elements that name a place of packages (https://maven.apache.org/pom.html#repositories, https://maven.apache.org/settings.html#mirrors). */
const KINDS: ReadonlyMap<string, Registry['kind']> = new Map([
  ['repository', 'repository'],
  ['pluginRepository', 'plugin-repository'],
  ['mirror', 'mirror'],
  ['snapshotRepository', 'publish'],
]);

/** The repository that an element names. */
export function repositoryOf(text: string, element: XmlElement): Registry | undefined {
  const named = KINDS.get(element.name);
  const url = textOf(text, childOf(element, 'url'));
  // A blocked mirror is there so that nothing is fetched.
  if (named === undefined || url === undefined || url.text === '' || textOf(text, childOf(element, 'blocked'))?.text === 'true')
    return undefined;
  const kind = named === 'repository' && isWithin(element, 'distributionManagement') ? 'publish' : named;
  const snapshots = childOf(element, 'snapshots');
  const enabled = textOf(text, childOf(snapshots, 'enabled'));
  const has = snapshots !== undefined && (enabled === undefined || enabled.text.toLowerCase() === 'true');
  return {
    kind,
    url: url.text,
    urlSpan: url.span,
    ...(has && { snapshotsSpan: enabled?.span ?? nameSpanOf(snapshots) }),
  };
}

const isWithin = ({ parent }: XmlElement, name: string): boolean =>
  parent !== undefined && (parent.name === name || isWithin(parent, name));
