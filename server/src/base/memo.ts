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

/** In UTF-16 code units; longer texts are not worth the memory. */
const LONGEST_TEXT = 200;

/**
 * Works an answer about a short text out once, and remembers the answers that were asked for last. For what every keystroke asks anew of all names and
 * requirements of a file, although all but one are what they were.
 */
export class TextMemo<V> {
  readonly #answer: (text: string) => V;
  readonly #most: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** @param most so many answers, and up to twice as many, are remembered */
  constructor(answer: (text: string) => V, most = 2000) {
    this.#answer = answer;
    this.#most = most;
  }

  of(text: string): V {
    const known = this.#young.get(text);
    if (known !== undefined || this.#young.has(text)) return known as V;
    if (text.length > LONGEST_TEXT) return this.#answer(text);
    const own = detached(text);
    const value = this.#old.has(text) ? (this.#old.get(text) as V) : this.#answer(own);
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(own, value);
    return value;
  }
}

/** A copy of a text. A part of a file's text would keep the whole file in memory. */
const detached = (text: string): string => text.split('').join('');
