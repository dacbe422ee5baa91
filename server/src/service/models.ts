import type { Parsed } from './parse.ts';

/** Models of this many code units of text are kept; older ones are parsed again when asked for. A model takes several times its text. */
const BUDGET = 8_000_000;

interface Held {
  readonly text: string;
  readonly parsed: Parsed | undefined;
}

/** The models of the files used last. A scan of a large repository touches each file twice and must not hold them all. */
export class Models {
  readonly #held = new Map<string, Held>();
  #size = 0;

  /** The model for this text: the held one, or a new one from `parse`, which is given the held model of an earlier text. */
  get(path: string, text: string, parse: (previous: Parsed | undefined) => Parsed | undefined): Parsed | undefined {
    const held = this.#held.get(path);
    if (held?.text === text) {
      // Taken out and put in again, it is the youngest.
      this.#held.delete(path);
      this.#held.set(path, held);
      return held.parsed;
    }
    return this.replace(path, text, parse);
  }

  replace(path: string, text: string, parse: (previous: Parsed | undefined) => Parsed | undefined): Parsed | undefined {
    const parsed = parse(this.#held.get(path)?.parsed);
    this.delete(path);
    this.#held.set(path, { text, parsed });
    this.#size += text.length;
    for (const old of this.#held.keys()) {
      if (this.#size <= BUDGET || old === path) break;
      this.delete(old);
    }
    return parsed;
  }

  delete(path: string): void {
    this.#size -= this.#held.get(path)?.text.length ?? 0;
    this.#held.delete(path);
  }
}
