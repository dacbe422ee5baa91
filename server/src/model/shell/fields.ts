import { MappedTextBuilder } from './mapped-text.ts';
import type { Word, WordPart } from './syntax.ts';
import { valueOf, type Lookup } from './value.ts';

/** A longer value stays one word: nobody writes such a list of options, and each use of it would cost its length again. */
const MAX_SPLIT = 1024;

/**
 * The words that the shell makes of `word` where a variable outside quotes has a known value with white space in it, an option as value, or nothing:
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_05. Each piece of such a value has the span of the
 * variable's use. Any other word stays as it is.
 */
export function fieldsOf(word: Word, lookup: Lookup): readonly Word[] {
  if (!word.parts.some((part) => splitValue(part, lookup) !== undefined)) return [word];
  const fields: Word[] = [];
  let field: Field | undefined;
  const flush = (): void => {
    if (field) fields.push(field.word());
    field = undefined;
  };
  for (const part of word.parts) {
    const value = splitValue(part, lookup);
    if (value === undefined) (field ??= new Field()).copy(part, word);
    else {
      for (const [index, piece] of value.split(/[ \t\n]+/).entries()) {
        if (index > 0) flush();
        if (piece !== '') (field ??= new Field()).insert(piece, part);
      }
    }
  }
  flush();
  return fields;
}

/** The value of a part that the shell splits. */
function splitValue(part: WordPart, lookup: Lookup): string | undefined {
  if (part.kind !== 'variable') return undefined;
  const value = valueOf({ parts: [part] }, lookup);
  return value !== undefined && value.length <= MAX_SPLIT && (value === '' || /^-|[ \t\n]/.test(value)) ? value : undefined;
}

/** A word under construction whose source is made of its own parts. */
class Field {
  readonly #source = new MappedTextBuilder();
  readonly #parts: WordPart[] = [];

  insert(value: string, { span }: WordPart): void {
    const start = this.#source.length;
    this.#source.addWhole(value, span.start, span.end);
    this.#parts.push({ kind: 'literal', span, value, start, end: this.#source.length });
  }

  copy(part: WordPart, word: Word): void {
    this.#parts.push(this.#moved(part, word));
  }

  word(): Word {
    const [first, last] = [this.#parts[0], this.#parts.at(-1)];
    const source = this.#source.build();
    return { span: { start: first?.span.start ?? 0, end: last?.span.end ?? 0 }, parts: this.#parts, source };
  }

  #moved<P extends WordPart>(part: P, word: Word): P {
    if (part.kind === 'literal' || part.kind === 'glob') {
      const start = this.#source.length;
      if (part.end - part.start === 1) this.#source.addWhole(part.value, part.span.start, part.span.end);
      else this.#source.addMapped(word.source, part.start, part.end);
      return { ...part, start, end: this.#source.length };
    }
    if (part.kind === 'single-quoted' || part.kind === 'double-quoted')
      return { ...part, parts: part.parts.map((inner) => this.#moved(inner, word)) };
    return part;
  }
}
