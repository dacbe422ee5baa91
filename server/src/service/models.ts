import { parseIncluded } from '../model/dependencies/index.ts';
import { Included } from './included.ts';
import { parse, type Parsed } from './parse.ts';

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

  readonly #included = new Included();

  /** The model of a text that a file does not have. */
  read(path: string, text: string, previous?: Parsed): Parsed | undefined {
    const parsed = parse(path, text, previous);
    const kind = parsed ? undefined : this.#included.kindOf(path);
    return kind === undefined ? parsed : { kind: 'dependencies', model: parseIncluded(path, text, kind) };
  }

  /** The model for this text of a file: the held one, or a new one, for which unchanged parts of the held one may be taken over. */
  get(path: string, text: string): Parsed | undefined {
    const held = this.#held.get(path);
    if (held?.text !== text) return this.#replace(path, text);
    // Taken out and put in again, it is the youngest.
    this.#held.delete(path);
    this.#held.set(path, held);
    return held.parsed;
  }

  /** The model of a file with a new text, and the files that are something else now because of it. */
  take(path: string, text: string): { readonly parsed: Parsed | undefined; readonly others: readonly string[] } {
    const parsed = this.#replace(path, text);
    return { parsed, others: this.#included.replace(path, parsed) };
  }

  /** Forgets a file. Returns the files that are something else now because of it. */
  remove(path: string): readonly string[] {
    this.delete(path);
    return this.#included.replace(path, undefined);
  }

  /** Files that others include, whatever their names. */
  included(): Iterable<string> {
    return this.#included.paths();
  }

  #replace(path: string, text: string): Parsed | undefined {
    const parsed = this.read(path, text, this.#held.get(path)?.parsed);
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
