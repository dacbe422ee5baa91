/** Works an answer about an object out once, and remembers it as long as the object lives. What else is given must follow from the object. */
export class Memo<K extends object, V, More extends readonly unknown[] = []> {
  readonly #answer: (key: K, ...more: More) => V;
  readonly #known = new WeakMap<K, { readonly value: V }>();

  constructor(answer: (key: K, ...more: More) => V) {
    this.#answer = answer;
  }

  of(key: K, ...more: More): V {
    const known = this.#known.get(key);
    if (known) return known.value;
    const value = this.#answer(key, ...more);
    this.#known.set(key, { value });
    return value;
  }
}

/** The value of a key, which is made when it is asked for the first time. */
export function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  if (!map.has(key)) map.set(key, make());
  return map.get(key) as V;
}
