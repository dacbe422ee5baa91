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
  const kind = named === 'repository' && around(element, 'distributionManagement') ? 'publish' : named;
  const snapshots = childOf(element, 'snapshots');
  const enabled = textOf(text, childOf(snapshots, 'enabled'));
  const has =
    snapshots !== undefined && !isOnDemand(text, element) && (enabled === undefined || enabled.text.toLowerCase() === 'true');
  return {
    kind,
    url: url.text,
    urlSpan: url.span,
    ...(has && { snapshotsSpan: enabled?.span ?? nameSpanOf(snapshots) }),
  };
}

/** Whether only those who ask for a profile of the POM have the repository. */
function isOnDemand(text: string, element: XmlElement): boolean {
  const profile = around(element, 'profile');
  const active = childOf(childOf(profile, 'activation'), 'activeByDefault');
  return (
    profile !== undefined &&
    around(profile, 'project') !== undefined &&
    (childOf(profile, 'activation') === undefined || textOf(text, active)?.text === 'false')
  );
}

const around = ({ parent }: XmlElement, name: string): XmlElement | undefined =>
  parent === undefined || parent.name === name ? parent : around(parent, name);
