import { deletion, insertion } from '../../../base/edit.ts';
import type { Eol, Snapshot } from '../../../base/snapshot.ts';
import type { Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { Setting } from '../../../model/dependencies/index.ts';

/** A place in the file's structure that stays when lines move. */
export const settingKey = ({ section, key }: Setting): string => `${section}/${key}`;

/** Gives a setting another value. */
export const setTo = ({ key, valueSpan }: Setting, newText: string, applicability: Fix['applicability']): Fix => ({
  title: `Set ${key} to ${newText.replaceAll('"', '')}`,
  applicability,
  edits: [{ span: valueSpan, newText }],
});

export const withoutSetting = ({ key, deletion: span }: Setting, applicability: Fix['applicability'], what = key): Fix[] =>
  span ? [{ title: `Remove ${what}`, applicability, edits: [deletion(span)] }] : [];

/** Inserts `entry` behind `setting` in the same table: on a line of its own below it, or behind a comma between braces. */
export function besideSetting({ text, eol }: Snapshot, { keySpan, span }: Setting, entry: string): Edit {
  const from = lineStart(text, keySpan.start);
  // In TOML the keys of the table may stand before it: `tool.uv.index-strategy`.
  const indent = /^[ \t]*(?:- +|(?:[\w-]+\.)+)?["']?$/.exec(text.slice(from, keySpan.start))?.[0];
  if (indent === undefined) return insertion(span.end, `, ${entry}`);
  const feed = text.indexOf('\n', span.end);
  const end = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  return insertion(end, `${eol}${indent.replace(/["']$/, '').replace(/^([ \t]*)-/, '$1 ')}${entry}`);
}

function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text[start] === '\uFEFF' ? start + 1 : start;
}

/** Adds lines at the end of a file. */
export const appended = ({ text, eol }: { readonly text: string; readonly eol: Eol }, lines: readonly string[]): Edit =>
  insertion(text.length, `${text === '' || /[\r\n\uFEFF]$/.test(text) ? '' : eol}${lines.join(eol)}${eol}`);

/** The settings of a file by the tables that they stand in. */
export function bySection(settings: readonly Setting[]): ReadonlyMap<string, readonly Setting[]> {
  const tables = new Map<string, Setting[]>();
  for (const setting of settings) {
    const table = tables.get(setting.section);
    if (table) table.push(setting);
    else tables.set(setting.section, [setting]);
  }
  return tables;
}
