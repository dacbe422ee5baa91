import { stripVTControlCharacters, styleText } from 'node:util';
import type { Severity } from '../engine/severity.ts';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours on a terminal, unless `NO_COLOR` is set; anywhere with `FORCE_COLOR`. */
export function painter(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  const on = forced || (stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  return on ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => stripVTControlCharacters(text);
}

export const SEVERITY_STYLE: Record<Severity, Style> = {
  critical: ['red', 'bold'],
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  info: 'gray',
};

/** Tabs as spaces, and nothing that a terminal would obey. */
export const printable = (text: string): string => text.replaceAll('\t', '    ').replaceAll(/[\p{Cc}\u2028\u2029\uFEFF]/gu, '·');

/** Cells that a text takes on a terminal: two for wide East Asian characters and emoji, none for combining marks. */
export function width(text: string): number {
  let cells = 0;
  for (const character of text) {
    if (/\p{Mark}|\p{Cf}/u.test(character)) continue;
    cells +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return cells;
}
