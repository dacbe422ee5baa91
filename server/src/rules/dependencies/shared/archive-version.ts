import { baseName } from '../../../base/path.ts';

const ARCHIVE = /\.(?:tar\.(?:gz|bz2|xz|zst)|tgz|tbz2?|txz|zip|whl|egg|crate|gem|nupkg|phar|tar)$/i;
const VERSION = String.raw`\d+(?:\.\d+)+(?:[-+.]?[A-Za-z][\w.]*)?`;
/** `name-1.2.3`, `v1.2.3`, `1.2.3`: what archives of a version are called. */
const NAMED = new RegExp(String.raw`(?:^|[-_]|[-_]?v)(${VERSION})$`);

/** The version that the last segment of an archive's URL says: `https://host/a/-/a-1.2.3.tgz`, `…/archive/refs/tags/v1.2.3.zip`. */
export function versionInUrl(url: string): string | undefined {
  const file = baseName(url.replace(/[?#].*$/, ''));
  if (file.length > 300 || !ARCHIVE.test(file)) return undefined;
  const stem = file.replace(ARCHIVE, '');
  // A wheel names the version second: name-version(-build)?-python-abi-platform (PEP 427).
  if (/\.whl$/i.test(file)) return new RegExp(`^(?:${VERSION}|\\d+)$`).exec(stem.split('-')[1] ?? '')?.[0];
  return NAMED.exec(stem)?.[1];
}
