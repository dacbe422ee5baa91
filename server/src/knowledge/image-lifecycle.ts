import type { Span } from '../base/span.ts';
import { libraryName } from './base-images.ts';
import { type Cycle, cycleNamed, cycleOf, type ProductId } from './end-of-life.ts';
import { DISCONTINUED, DISCONTINUED_ACCOUNTS, DISCONTINUED_TAGS } from './images/discontinued.ts';
import { IMAGE_PRODUCTS, PRODUCTS_IN_NAMES, PRODUCTS_IN_TAGS } from './images/products.ts';

/** What to use instead of an image that gets no more updates, empty where nobody names anything; undefined for one that is maintained. */
export function successorOf(repository: string): string | undefined {
  const library = libraryName(repository);
  return DISCONTINUED.get(library) ?? DISCONTINUED_ACCOUNTS.find(([prefix]) => library.startsWith(prefix))?.[1];
}

/** The same for a kind of tag that an image has stopped making. */
export function successorOfTag(repository: string, tag: string): string | undefined {
  const library = libraryName(repository);
  return DISCONTINUED_TAGS.find(([image, kind]) => image.test(library) && kind.test(tag.toLowerCase()))?.[2];
}

/** A version that an image holds. */
export interface HeldVersion extends Cycle {
  /** Where the tag says so; undefined when the repository's name does. */
  readonly at: Span | undefined;
}

/** Code names that images of all kinds use as words of their tags; rarer ones and those of other products mean other things there. */
const COMMON_NAMES: ReadonlyMap<string, ProductId> = new Map([
  ...'wheezy jessie stretch buster bullseye bookworm trixie'.split(' ').map((name): [string, ProductId] => [name, 'debian']),
  ...'trusty xenial bionic focal jammy noble resolute'.split(' ').map((name): [string, ProductId] => [name, 'ubuntu']),
]);

const WORDS_IN_TAGS = PRODUCTS_IN_TAGS.map(([product, word, image]) => ({
  product,
  image,
  pattern: new RegExp(`(?<=^|[-_])${word.source}(?=[-_.]|$)`),
}));

/** Longer tags do not exist. */
const LONGEST_TAG = 128;

/** The product that an image's tags are versions of. */
export const productOf = (repository: string): ProductId | undefined => IMAGE_PRODUCTS.get(libraryName(repository));

/** What an image holds, as far as its name, its tag and the tables tell: what it is about first, then what it is made from. Each product once. */
export function heldVersions(repository: string, tag: string): readonly HeldVersion[] {
  const text = tag.length > LONGEST_TAG ? '' : tag.toLowerCase();
  const found = new Map<ProductId, HeldVersion>();
  const hold = (cycle: Cycle | undefined, at: Span | undefined): void => {
    if (cycle && !found.has(cycle.id)) found.set(cycle.id, { ...cycle, at });
  };
  const own = productOf(repository);
  const words = [...text.matchAll(/[^-_]+/g)];
  if (own !== undefined) {
    const [, v = '', version = ''] = /^(v?)(\d[\d.]*)/.exec(text) ?? [];
    hold(cycleOf(own, version.replace(/\.$/, '')), { start: v.length, end: v.length + version.replace(/\.$/, '').length });
    for (const { 0: word, index } of words) hold(cycleNamed(own, word), { start: index, end: index + word.length });
  }
  for (const [pattern, product] of PRODUCTS_IN_NAMES) hold(cycleOf(product, pattern.exec(repository)?.[1] ?? ''), undefined);
  for (const { product, pattern, image } of WORDS_IN_TAGS) {
    const match = image && !image.test(repository) ? undefined : pattern.exec(text);
    if (match) hold(cycleOf(product, match[1] ?? ''), { start: match.index, end: match.index + match[0].length });
  }
  for (const { 0: word, index } of words) {
    const product = COMMON_NAMES.get(word);
    if (product) hold(cycleNamed(product, word), { start: index, end: index + word.length });
  }
  return [...found.values()];
}
