import type { LabelSet, Selector } from '../../../model/kubernetes/index.ts';

interface Labelled {
  readonly fact: { readonly labels: LabelSet };
}

interface Index {
  readonly byPair: ReadonlyMap<string, readonly Labelled[]>;
  /** Those that may have any label. */
  readonly open: readonly Labelled[];
}

/** Keyed by the list, which stays the same object as long as no facts change. */
const INDEXES = new WeakMap<readonly Labelled[], Index>();

/** What a selector may pick of a list: those left out it does not select for sure. Looked up by one of its labels, since units may be large. */
export function possiblyPicked<T extends Labelled>(all: readonly T[], { labels }: Selector): readonly T[] {
  const [pair] = Object.entries(labels);
  if (!pair) return all;
  let index = INDEXES.get(all);
  if (!index) INDEXES.set(all, (index = indexOf(all)));
  // The index holds nothing but items of the list.
  return [...(index.byPair.get(textOf(...pair)) ?? []), ...index.open] as unknown as readonly T[];
}

function indexOf(all: readonly Labelled[]): Index {
  const byPair = new Map<string, Labelled[]>();
  const open: Labelled[] = [];
  for (const each of all) {
    const { values, isOpen } = each.fact.labels;
    if (isOpen) {
      open.push(each);
      continue;
    }
    for (const pair of Object.entries(values)) {
      const text = textOf(...pair);
      const list = byPair.get(text);
      if (list) list.push(each);
      else byPair.set(text, [each]);
    }
  }
  return { byPair, open };
}

const textOf = (key: string, value: string): string => JSON.stringify([key, value]);
