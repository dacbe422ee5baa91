import { insertion } from '../../../base/edit.ts';
import { span } from '../../../base/span.ts';
import { stringSource, type YamlStyle } from '../../../model/yaml/index.ts';
import type { Completion } from '../../completion.ts';
import type { Caret } from './caret.ts';
import type { Draft } from './draft.ts';

/** How what was chosen is to be written. */
export interface Place {
  readonly caret: Caret;
  readonly style: YamlStyle;
  readonly isFlow: boolean;
  /** Where a line can be put in front of the key, behind the indentation of its own. */
  readonly above: { readonly at: number; readonly indent: string } | undefined;
  /** Of a new item of a list that the text does not have yet. */
  readonly dash: '' | '- ';
}

/** A key with its colon, and with the beginning of what stands below it. */
export function keyCompletion(draft: Draft, place: Place): Completion {
  const { caret, style, isFlow, dash } = place;
  const { word, quote, gap, hasColon, column } = caret;
  const name = quote === '' ? source(draft.text, style) : draft.text;
  if (hasColon) return completion(draft, place, gap + dash + name);
  const inner = column + dash.length;
  const lines = isFlow ? ': ' : `:${belowKey(draft.below, inner, style)}`;
  // The closing quote goes with the word, for the colon stands behind it.
  const end = word.end + quote.length;
  return { ...completion(draft, place, gap + dash + name + quote + lines), span: span(word.start, end) };
}

function belowKey(below: Draft['below'], column: number, { step, dash, eol }: YamlStyle): string {
  switch (below) {
    case 'nothing':
      return ' ';
    case 'mapping':
      return eol + ' '.repeat(column + step);
    case 'list':
      return `${eol}${' '.repeat(column + dash)}- `;
  }
}

/** A value; undefined where quotes make another one of it. */
export function valueCompletion(draft: Draft, place: Place): Completion | undefined {
  const { caret, style, dash } = place;
  if (caret.quote !== '') return draft.isString && !/["'\\]/.test(draft.text) ? completion(draft, place, draft.text) : undefined;
  return completion(draft, place, caret.gap + dash + (draft.isString ? source(draft.text, style) : draft.text));
}

const source = (text: string, { json }: YamlStyle): string => (json ? JSON.stringify(text) : stringSource(text));

const completion = (draft: Draft, { caret, dash, above, style }: Place, newText: string): Completion => ({
  label: dash + draft.label,
  kind: draft.kind,
  span: caret.word,
  newText,
  detail: draft.detail,
  sortText: `${String(draft.rank).padStart(2, '0')} ${draft.label}`,
  ...(draft.documentation !== undefined && { documentation: draft.documentation }),
  ...(draft.isDeprecated && { isDeprecated: true }),
  ...(draft.above !== undefined && above && { others: [insertion(above.at, draft.above + style.eol + above.indent)] }),
});
