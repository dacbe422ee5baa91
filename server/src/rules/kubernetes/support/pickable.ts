import { Memo } from '../../../base/memo.ts';
import type { Related } from '../../../engine/rule.ts';
import type { LabelSet, Selection, Selector } from '../../../model/kubernetes/index.ts';
import { type Located, resourcesIn, workloadsIn } from './located.ts';
import { append } from './neighbourhood.ts';
import type { Unit } from './unit.ts';

/** What a selector may pick: its labels and where they stand. */
export type Candidate = Located<{
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Related['span'];
  readonly labels: LabelSet;
}>;

/** What selectors pick from, found by labels: files may hold thousands. */
export class Pickable<T extends Candidate> {
  readonly all: readonly T[];
  readonly #namespaces = new Set<string | undefined>();
  readonly #byKey = new Map<string, T[]>();
  readonly #byLabel = new Map<string, T[]>();
  /** Those that may have any labels. */
  readonly #open: T[] = [];

  constructor(all: readonly T[]) {
    this.all = all;
    for (const each of all) {
      const { namespace, labels } = each.fact;
      this.#namespaces.add(namespace);
      if (labels.isOpen) this.#open.push(each);
      for (const [key, value] of Object.entries(labels.values)) {
        append(this.#byKey, key, each);
        append(this.#byLabel, `${key}=${value}`, each);
      }
    }
  }

  /** Whether anything may lie in a namespace. */
  isIn({ setsNamespace }: Unit, namespace: string | undefined): boolean {
    if (setsNamespace || namespace === undefined) return this.all.length > 0;
    return this.#namespaces.has(namespace) || this.#namespaces.has(undefined);
  }

  /** Those that literally have a label. */
  having(key: string): readonly T[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Those that a selector may pick, and some that it does not. */
  mayPick({ labels, expressions }: Selector): readonly T[] {
    const [label] = Object.entries(labels);
    if (label) return [...(this.#byLabel.get(label.join('=')) ?? []), ...this.#open];
    const asks = expressions.find(({ operator }) => operator === 'In' || operator === 'Exists');
    return asks ? [...this.having(asks.key), ...this.#open] : this.all;
  }
}

const PODS = new Memo((unit: Unit) => new Pickable(workloadsIn(unit)));
const SERVICES = new Memo((unit: Unit) => new Pickable(resourcesIn(unit, 'Service', '')));

/** The workloads of a unit, whose pods are picked. */
export const podsIn = (unit: Unit) => PODS.of(unit);

export const pickableIn = (unit: Unit, picks: Selection['picks']): Pickable<Candidate> =>
  picks === 'pods' ? PODS.of(unit) : SERVICES.of(unit);
