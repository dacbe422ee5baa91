import { libraryName } from '../../../knowledge/base-images.ts';
import { cycleNamed, cycleOf } from '../../../knowledge/end-of-life.ts';
import { heldVersions, productOf } from '../../../knowledge/image-lifecycle.ts';
import { SUPPORTED_TAGS, type SupportedTags } from '../../../knowledge/images/supported-tags.ts';

/** Code names of distributions as endings use them, the newest first. */
const DEBIAN = ['trixie', 'bookworm', 'bullseye', 'buster', 'stretch', 'jessie', 'wheezy'];
const UBUNTU = ['noble', 'jammy', 'focal', 'bionic', 'xenial', 'trusty'];

/** A date, a build number, or a part of a Java version: the new tag has others. */
const BUILD = /^(?:20\d{6}|b\d+|r\d+)$/;

/**
 * A tag of the same variant for which nothing has ended on `today` (ISO): `24-alpine` for `14.17-alpine3.12`. Undefined where none is known to exist.
 * The version is kept if only what it is made from has ended.
 */
export function supportedTag(repository: string, tag: string, today: string): string | undefined {
  const supported = SUPPORTED_TAGS.get(libraryName(repository));
  if (!supported || tag.length > 128) return undefined;
  const hasEnded = (candidate: string): boolean =>
    heldVersions(repository, candidate).some(({ end }) => end !== undefined && end < today);
  return candidates(repository, tag.toLowerCase(), supported, today).find(
    (candidate) => candidate !== tag && !hasEnded(candidate),
  );
}

function candidates(
  repository: string,
  tag: string,
  { versions, endings, named }: SupportedTags,
  today: string,
): readonly string[] {
  const own = productOf(repository);
  const [whole = '', ...rest] = tag.split('-').filter((word) => !BUILD.test(word));
  const first = whole.replace(/_.*/, '');
  const version = /^v?(\d+(?:\.\d+)*)/.exec(first)?.[1];
  if (version !== undefined) {
    const cycle = own && cycleOf(own, version);
    if (own && !cycle) return [];
    const hasEnded = cycle?.end !== undefined && cycle.end < today;
    const kept = versions.filter((one) => one === (cycle?.cycle ?? version));
    // Of something whose versions are not known to end, only the same version is a replacement.
    return combine(own ? [...(hasEnded ? [] : kept), ...versions] : kept, rest, endings);
  }
  const codeName = own && cycleNamed(own, first) ? cycleOf(own, versions[0] ?? '')?.codeName : undefined;
  const names =
    codeName === undefined ? [...variants([first, ...rest])] : [...variants(rest)].map((ending) => join(codeName, ending));
  return [
    ...names.filter((name) => named.has(name)),
    ...combine(codeName === undefined ? versions : [], [first, ...rest], endings),
  ];
}

const join = (version: string, ending: string): string => (ending === '' ? version : `${version}-${ending}`);

/** The versions with each ending that exists; all endings of the first version come before those of the next. */
const combine = (versions: readonly string[], words: readonly string[], endings: SupportedTags['endings']): readonly string[] => {
  const possible = [...variants(words)].filter((ending) => endings.has(ending));
  return versions.flatMap((version) => possible.map((ending) => join(version, ending)));
};

/** What an ending may become, the closest first: with the newest code name of the same distribution, with none, and with neither that nor `slim`. */
function* variants(words: readonly string[]): Generator<string> {
  const plain = words.map((word) => word.replace(/^alpine[\d.]+$/, 'alpine').replace(/^php\d+\.\d+$/, 'php8.4'));
  const at = plain.findIndex((word) => DEBIAN.includes(word) || UBUNTU.includes(word));
  if (at < 0) {
    yield plain.join('-');
    return;
  }
  for (const name of DEBIAN.includes(plain[at] ?? '') ? DEBIAN : UBUNTU) yield plain.toSpliced(at, 1, name).join('-');
  const without = plain.toSpliced(at, 1);
  yield without.join('-');
  yield without.filter((word) => word !== 'slim').join('-');
}
