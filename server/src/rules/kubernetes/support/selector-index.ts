import type { LabelSet, Selector } from '../../../model/kubernetes/index.ts';
import { append } from './neighbourhood.ts';

/** Finds the selectors that may select labels without looking at all of them: by one label that each wants. */
export class SelectorIndex<T> {
  readonly #byLabel = new Map<string, T[]>();
  readonly #others: T[] = [];

  /** @param selector undefined when it is not known */
  add(selector: Selector | undefined, item: T): void {
    const [first] = Object.entries(selector?.labels ?? {});
    if (first) append(this.#byLabel, first.join('='), item);
    else this.#others.push(item);
  }

  candidates({ values }: LabelSet): readonly T[] {
    return [...this.#others, ...Object.entries(values).flatMap((pair) => this.#byLabel.get(pair.join('=')) ?? [])];
  }
}
