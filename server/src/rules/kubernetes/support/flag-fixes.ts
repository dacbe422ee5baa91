import { insertion } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { FlagDemand } from '../../../knowledge/control-plane/index.ts';
import { appendItem, deleteItem, type Edits, type EditSource } from '../../../model/yaml/index.ts';
import { fixOf } from './edits.ts';
import { missingValue, type Wrong } from './flag-demand.ts';
import type { Flag, Program } from './program-flags.ts';

type AnyProgram = Program<string>;

export const applicabilityOf = ({ isSafe }: FlagDemand): 'safe' | 'suggested' => (isSafe ? 'safe' : 'suggested');

/** A fix that gives a flag the right value, or takes it out. */
export function fixesOfWrong(
  source: EditSource,
  { lists }: AnyProgram,
  flag: Flag,
  row: FlagDemand,
  { better }: Wrong,
): readonly Fix[] {
  const { name, nameEnd, valueSpan } = flag;
  if (better === undefined) return fixOf(`Delete \`--${name}\``, 'suggested', withoutItem(source, lists, flag));
  const title = `Set \`--${name}=${better}\``;
  if (needsQuotes(source, lists, flag, better))
    return fixOf(title, applicabilityOf(row), [{ span: flag.span, newText: `"--${name}=${better}"` }]);
  if (!isBare(row, flag)) return fixOf(title, applicabilityOf(row), valueSpan && [{ span: valueSpan, newText: better }]);
  return fixOf(title, applicabilityOf(row), nameEnd === undefined ? undefined : [insertion(nameEnd, `=${better}`)]);
}

/** A fix that adds a flag at the end of the program's words. Names of files are for a person to check. */
export function fixesOfMissing(source: EditSource, { lists }: AnyProgram, row: FlagDemand): readonly Fix[] {
  const value = missingValue(row.demand);
  const list = lists.at(-1);
  if (value === undefined || !list) return [];
  const flag = `--${row.flag}=${value}`;
  return fixOf(`Add \`${flag}\``, 'set' in row.demand ? 'manual' : applicabilityOf(row), appendItem(source, list, flag));
}

/** Whether a boolean stands without `=`: then it is true, and the next word is not its value. */
export const isBare = ({ demand }: FlagDemand, { isSplit, valueSpan, value }: Flag): boolean =>
  'equals' in demand && (isSplit || (valueSpan === undefined && value === ''));

/** In a flow list a comma would end an item without quotes. */
const needsQuotes = ({ text }: EditSource, lists: AnyProgram['lists'], { span, isSplit }: Flag, better: string): boolean =>
  better.includes(',') &&
  !isSplit &&
  text[span.start] === '-' &&
  lists.some((list) => list.style === 'flow' && list.items.some(({ value }) => value?.span.start === span.start));

/** Only for a flag that is one item with its value. */
function withoutItem(source: EditSource, lists: AnyProgram['lists'], { span, isSplit }: Flag): Edits {
  if (isSplit) return undefined;
  for (const list of lists) {
    const index = list.items.findIndex(({ value }) => value?.span.start === span.start);
    if (index >= 0) return deleteItem(source, list, index);
  }
  return undefined;
}
