import { schemeOf, type Dependency } from '../../../model/dependencies/index.ts';

/** The package that the address of an archive names. */
export interface Named {
  readonly name: string;
  readonly version?: string;
}

/** Longer names of files are nobody's. */
const MAX_NAME = 300;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/;

const REGISTRIES = ['https://registry.npmjs.org/', 'https://registry.yarnpkg.com/'];

/** Whether an address is the one that npm's registry has for a version. Most of a lockfile is, and needs no closer look. */
export function isUsualTarball(url: string, { name, version }: Pick<Dependency, 'name' | 'version'>): boolean {
  const registry = REGISTRIES.find((start) => url.startsWith(start));
  if (registry === undefined || version === undefined) return false;
  const usual = `${registry}${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  return url.startsWith(usual) && (url.length === usual.length || url[usual.length] === '#') && !/[%?#]/.test(usual);
}

/**
 * What the address of an archive says of the package, in the forms of npm's registry and of those that speak its protocol: Verdaccio, Artifactory, Nexus, GitLab,
 * CodeArtifact and Azure keep `NAME/-/FILE-VERSION.tgz`, GitHub Packages has `download/NAME/VERSION/HASH`, npmmirror has `NAME/download/FILE-VERSION.tgz`.
 * Undefined for any other address.
 */
export function namedByTarball(url: string): Named | undefined {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const segments = path.split('/').filter((segment) => segment !== '');
  const dash = segments.indexOf('-', 1);
  const download = segments.indexOf('download');
  const split = dash > 0 ? dash : download;
  if (split < 0) return undefined;
  if (dash < 0 && download === 0) {
    const isScoped = segments[1]?.startsWith('@') === true;
    const name = segments.slice(1, isScoped ? 3 : 2).join('/');
    const version = segments[isScoped ? 3 : 2];
    return name !== '' && version !== undefined && VERSION.test(version) ? { name, version } : undefined;
  }
  const file = segments.at(-1) ?? '';
  const base = segments[split - 1];
  if (base === undefined || !file.endsWith('.tgz') || file.length > MAX_NAME || segments.length < split + 2) return undefined;
  const scope = segments[split - 2];
  const name = scope?.startsWith('@') === true ? `${scope}/${base}` : base;
  const stem = file.slice(0, -4);
  if (stem.startsWith(`${base}-`)) {
    const version = stem.slice(base.length + 1);
    return { name, ...(VERSION.test(version) && { version }) };
  }
  // Elsewhere files are called as somebody liked.
  const other = isNpm(url) && dash > 0 ? /^(.+?)-(\d+\.\d+\.\d+.*)$/.exec(stem) : null;
  return other?.[1] === undefined ? undefined : { name: other[1] };
}

const isNpm = (url: string): boolean => /^https?:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\//i.test(url);

/** Decoded, without query and fragment. */
function pathOf(url: string): string | undefined {
  const path = /^https?:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1];
  try {
    return path?.includes('%') === true ? decodeURIComponent(path) : path;
  } catch {
    return undefined;
  }
}

const ARCHIVE = /\.(?:tar\.gz|tgz|tar\.bz2|zip)$/i;
const normalized = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** What the name of a file of PyPI says (https://packaging.python.org/specifications/binary-distribution-format/), given the name that is expected. */
export function namedByPythonFile(url: string, expected: string): Named | undefined {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (file.endsWith('.whl')) {
    const [name = '', version] = file.slice(0, -4).split('-');
    return version === undefined ? undefined : { name: normalized(name), version };
  }
  if (!ARCHIVE.test(file) || file.length > MAX_NAME) return undefined;
  const stem = file.replace(ARCHIVE, '');
  // Names may have hyphens, and so may old versions: what is expected tells where the name ends.
  const parts = stem.split('-');
  for (let length = 1; length < parts.length; length++)
    if (normalized(parts.slice(0, length).join('-')) === expected)
      return { name: expected, version: parts.slice(length).join('-') };
  const last = stem.lastIndexOf('-');
  return last > 0 && /^\d/.test(stem.slice(last + 1))
    ? { name: normalized(stem.slice(0, last)), version: stem.slice(last + 1) }
    : undefined;
}

/** Whether two versions are the same; builds and what is no version are taken for the same. */
export function isSameVersion({ ecosystem }: Pick<Dependency, 'ecosystem'>, a: string, b: string): boolean {
  const plain = (version: string): string =>
    version
      .replace(/^[v=\s]+/, '')
      .replace(/\+.*$/, '')
      .replaceAll('_', '-');
  if (a === b || plain(a) === plain(b)) return true;
  return schemeOf(ecosystem)?.compare(plain(a), plain(b)) === 0;
}
