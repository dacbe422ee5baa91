import type { Span } from '../../../base/span.ts';
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
  const snapshotsSpan = kind === 'mirror' ? undefined : snapshotsIn(text, element, url);
  return { kind, url: url.text, urlSpan: url.span, ...(snapshotsSpan && { snapshotsSpan }) };
}

/** `apache.snapshots`, `ossSnapshots`, `libs-snapshot`. */
const NAMED_SNAPSHOTS = /(?:^|[^A-Za-z]|[a-z](?=S))[Ss]napshots?(?![a-z])|(?:^|[^A-Za-z])SNAPSHOTS?(?![A-Za-z])/;

/** Where a repository says that it has snapshots; without `<snapshots>` Maven takes them, so its id or address says so as well. */
function snapshotsIn(text: string, element: XmlElement, url: { readonly text: string; readonly span: Span }): Span | undefined {
  if (isOnDemand(text, element)) return undefined;
  const snapshots = childOf(element, 'snapshots');
  if (snapshots !== undefined) {
    const enabled = textOf(text, childOf(snapshots, 'enabled'));
    return enabled === undefined || enabled.text.toLowerCase() === 'true' ? (enabled?.span ?? nameSpanOf(snapshots)) : undefined;
  }
  const id = textOf(text, childOf(element, 'id'));
  if (id && NAMED_SNAPSHOTS.test(id.text) && !/(?:\bno|non|without)[-_.]?snap/i.test(id.text)) return id.span;
  const path = /^[a-z]+:\/\/[^/]*(\/[^?#]*)/i.exec(url.text)?.[1] ?? '';
  return path.split('/').some((part) => NAMED_SNAPSHOTS.test(part) && !/no[-_.]?snap/i.test(part)) ? url.span : undefined;
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
