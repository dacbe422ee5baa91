import { MappedTextBuilder, type MappedText } from '../shell/index.ts';
import { applyModifier, NOTHING } from './modifiers.ts';

/** Stands in an expanded text for what is not known. */
export const UNKNOWN = '\uFFFC';

/** A text after quotes, escapes and variables, and where each character of it stands. */
export interface Expansion {
  /** Undefined when a variable in it is unknown. */
  readonly value: string | undefined;
  /** The text with {@link UNKNOWN} for each unknown variable, mapped to the place of use: a variable's value stands for `${NAME}`. */
  readonly site: MappedText;
  /** The same text mapped to where it is written: a variable's value stands in its ARG or ENV. */
  readonly origin: MappedText;
  readonly variables: readonly VariableUse[];
}

export interface VariableUse {
  readonly name: string;
  /** `$NAME` or `${…}`. */
  readonly span: { readonly start: number; readonly end: number };
  readonly nameSpan: { readonly start: number; readonly end: number };
  /** `:-`, `#` and so on. */
  readonly operator: string | undefined;
  readonly value: string | undefined;
}

/**
 * The value of a variable, with its origin; undefined when unknown, `unset` when declared without a value that the build may give, `absent` when nothing
 * gives it one.
 */
export type ExpansionLookup = (name: string) => Pick<Expansion, 'value' | 'origin'> | 'unset' | 'absent' | undefined;

const MAX_DEPTH = 20;
/** Variables add at most so many characters to a text, and a longer value is unknown: `ENV A=$A:$A` doubles with every line. */
const MAX_INSERTED = 4096;
/** An origin of more pieces than this is not kept: `ENV PATH=$PATH:/x` adds pieces with every line. */
const MAX_ORIGINS = 64;
const TEMPLATE = /\{\{[^]*?(?:\}\}|$)|<%[^]*?(?:%>|$)/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]|[@*#?$!-]/y;
const OPERATOR = /:[-+?]|[-+?]|##?|%%?|\/\/?/y;

/** Expands `text` as Docker does outside RUN: https://docs.docker.com/reference/dockerfile/#environment-replacement. */
export function expand(text: MappedText, escape: string, lookup: ExpansionLookup): Expansion {
  const expander = new Expander(text, escape, lookup);
  expander.run(0, '');
  return expander.result();
}

class Expander {
  readonly #text: MappedText;
  readonly #escape: string;
  readonly #lookup: ExpansionLookup;
  readonly #site: MappedTextBuilder;
  readonly #origin: MappedTextBuilder;
  readonly #variables: VariableUse[] = [];
  #isKnown = true;
  #inserted = 0;

  constructor(text: MappedText, escape: string, lookup: ExpansionLookup) {
    this.#text = text;
    this.#escape = escape;
    this.#lookup = lookup;
    const { start } = text.span(0, 0);
    this.#site = new MappedTextBuilder(start);
    this.#origin = new MappedTextBuilder(start);
  }

  result(): Expansion {
    const site = this.#site.build();
    return { value: this.#isKnown ? site.text : undefined, site, origin: this.#origin.build(), variables: this.#variables };
  }

  /** Expands from `from` up to an unquoted `stop` or the end; gives where it stopped. */
  run(from: number, stop: string, depth = 0): number {
    const { text } = this.#text;
    let quote = '';
    let at = from;
    while (at < text.length) {
      const char = text[at] ?? '';
      if (quote === '' && char === stop) return at;
      if (quote === '' && (char === '"' || char === "'")) {
        quote = char;
        at++;
      } else if (char === quote) {
        quote = '';
        at++;
      } else if (char === this.#escape && quote !== "'" && at + 1 < text.length) at = this.#escaped(at, quote);
      else if (char === '$' && quote !== "'") at = this.#variable(at, depth);
      else if ((char === '{' || char === '<') && templateAt(text, at)) {
        const end = at + (templateAt(text, at)?.length ?? 1);
        this.#unknown(at, end);
        at = end;
      } else at = this.#copy(at, quote, stop);
    }
    return at;
  }

  #copy(from: number, quote: string, stop: string): number {
    const { text } = this.#text;
    let end = from + 1;
    while (end < text.length && !isSpecial(text[end] ?? '', quote, this.#escape, stop)) end++;
    this.#site.addMapped(this.#text, from, end);
    this.#origin.addMapped(this.#text, from, end);
    return end;
  }

  #escaped(at: number, quote: string): number {
    const { text } = this.#text;
    const next = text[at + 1] ?? '';
    // In double quotes an escape that escapes nothing stays.
    if (quote === '"' && next !== '"' && next !== '$' && next !== this.#escape) {
      this.#copyPiece(at, at + 2);
      return at + 2;
    }
    const { start, end } = this.#text.span(at, at + 2);
    this.#site.add(next, start, end);
    this.#origin.add(next, start, end);
    return at + 2;
  }

  #copyPiece(start: number, end: number): void {
    this.#site.addMapped(this.#text, start, end);
    this.#origin.addMapped(this.#text, start, end);
  }

  #unknown(start: number, end: number): void {
    const span = this.#text.span(start, end);
    this.#isKnown = false;
    this.#site.add(UNKNOWN, span.start, span.end);
    this.#origin.add(UNKNOWN, span.start, span.end);
  }

  #variable(start: number, depth: number): number {
    const { text } = this.#text;
    const braced = text[start + 1] === '{';
    const nameStart = start + (braced ? 2 : 1);
    NAME.lastIndex = nameStart;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      this.#copyPiece(start, start + 1);
      return start + 1;
    }
    const nameEnd = nameStart + name.length;
    const use = { name, nameSpan: this.#text.span(nameStart, nameEnd) };
    const found = this.#lookup(name);
    const known = found === 'unset' ? undefined : found === 'absent' ? NOTHING : found;
    if (!braced || text[nameEnd] === '}') {
      const end = braced ? nameEnd + 1 : nameEnd;
      this.#variables.push({ ...use, span: this.#text.span(start, end), operator: undefined, value: known?.value });
      this.#insert(known, start, end);
      return end;
    }
    OPERATOR.lastIndex = nameEnd;
    const operator = OPERATOR.exec(text)?.[0] ?? '';
    const operand = new Expander(this.#text, this.#escape, this.#lookup);
    const operandEnd = depth < MAX_DEPTH ? operand.run(nameEnd + operator.length, '}', depth + 1) : text.length;
    const end = Math.min(operandEnd + 1, text.length);
    const modified = operator === '' || depth >= MAX_DEPTH ? undefined : applyModifier(operator, found, operand.result());
    this.#variables.push({ ...use, span: this.#text.span(start, end), operator, value: modified?.value }, ...operand.#variables);
    this.#insert(modified, start, end);
    return end;
  }

  #insert(known: Pick<Expansion, 'value' | 'origin'> | undefined, start: number, end: number): void {
    if (known?.value === undefined || this.#inserted + known.value.length > MAX_INSERTED) {
      this.#unknown(start, end);
      return;
    }
    const span = this.#text.span(start, end);
    this.#inserted += known.value.length;
    this.#site.addWhole(known.value, span.start, span.end);
    if (known.origin.segments > MAX_ORIGINS) this.#origin.addWhole(known.value, span.start, span.end);
    else this.#origin.addMapped(known.origin);
  }
}

const isSpecial = (char: string, quote: string, escape: string, stop: string): boolean =>
  char === '$' ||
  char === '"' ||
  char === "'" ||
  char === escape ||
  char === quote ||
  char === stop ||
  char === '{' ||
  char === '<';

function templateAt(text: string, at: number): string | undefined {
  TEMPLATE.lastIndex = at;
  return TEMPLATE.exec(text)?.[0];
}
