import { Memo } from '../../../base/memo.ts';
import type { Span } from '../../../base/span.ts';
import type { Dependency, DependencyFile } from '../../../model/dependencies/index.ts';

/** Where one file of a locked package comes from. */
export interface Fetched {
  readonly dependency: Dependency;
  readonly url: string;
  readonly urlSpan: Span;
  /** As {@link hostOf} has it. */
  readonly host?: string;
}

/** Every address that a lockfile names for packages that are downloaded, in the order of the file. */
export const fetched = (model: Pick<DependencyFile, 'dependencies'>): readonly Fetched[] => FETCHED.of(model);

/** Several rules ask for the addresses of a lockfile, of which it has thousands. */
const FETCHED = new Memo(({ dependencies }: Pick<DependencyFile, 'dependencies'>): readonly Fetched[] => {
  const found: Fetched[] = [];
  for (const dependency of dependencies) {
    const { resolved, location, source } = dependency;
    for (const { url, urlSpan } of resolved ?? []) found.push(fetchedFrom(dependency, url, urlSpan));
    if (location && (source === 'git' || source === 'url')) found.push(fetchedFrom(dependency, location.url, location.urlSpan));
  }
  return found;
});

function fetchedFrom(dependency: Dependency, url: string, urlSpan: Span): Fetched {
  const host = hostOf(url);
  return { dependency, url, urlSpan, ...(host !== undefined && { host }) };
}

/** The host with its port, lower case, without user information; undefined where the text has none. */
export function hostOf(url: string): string | undefined {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]*)/i.exec(url)?.[1] ?? /^(?:[\w.-]+@)([\w.-]+):/.exec(url)?.[1];
  const host = authority?.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  return host === undefined || host === '' ? undefined : host.replace(/:(?:443|80)$/, '');
}

/** This machine, or the one that a container runs on. */
export const isLocalHost = (host: string): boolean =>
  /^(?:localhost|(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?::\d+)?$/i.test(host);

/** Values by their keys, both in the order in which they came. */
export function grouped<K, V>(values: Iterable<V>, keyOf: (value: V) => K | undefined): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Many findings of one cause say no more than one: the first stands for all. */
export const MANY = 5;
