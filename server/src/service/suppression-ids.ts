import type { Completion } from './completion.ts';

/** A rule as completion offers it. */
export type OfferedRule = readonly [id: string, title: string, aliases?: readonly string[]];

/** Ids that fit at the end of a text, and how much of one is typed. */
interface SuppressionIds {
  readonly typed: string;
  /** By id. */
  readonly titles: ReadonlyMap<string, string>;
}

const LIST = String.raw`\s*(?<ids>(?:[\w*/.-]+\s*,\s*)*)(?<typed>[\w*/.-]*)$`;
const form = (opening: string, flags = ''): RegExp => new RegExp(String.raw`(?:^|[\s#])${opening}${LIST}`, flags);

/** How a suppression begins whose next id is being typed. What counts is read in `engine/suppression`. */
const FORMS: readonly (readonly [tool: string, pattern: RegExp])[] = [
  ['larboard', /(?:^|[\s#])larboard-ignore(?:-file)?\s+(?<ids>(?:[\w/*:-]*[\w/*-](?:\s*,\s*|\s+))*)(?<typed>[\w/*:-]*)$/],
  ['hadolint', form(String.raw`hadolint\s+(?:global\s+)?(?:shell=\S+\s+)?ignore\s*=`)],
  ['buildkit', form(String.raw`check\s*=(?:[^;#]*;)*\s*skip\s*=`, 'i')],
  ['checkov', form(String.raw`(?:checkov|bridgecrew|cortex):skip\s*=`)],
  ['trivy', /(?:^|[\s#])trivy:ignore:(?<typed>[\w*-]*)$/],
  ['semgrep', form(String.raw`nosem(?:grep)?\s*:`, 'i')],
  ['tally', form(String.raw`tally\s+(?:global\s+)?ignore\s*=`, 'i')],
  ['droast', form(String.raw`droast\s+(?:global\s+)?ignore\s*=`, 'i')],
];

/** Longer lines were not typed by a person. */
const LONGEST = 4000;

/** The ids that may follow `comment`, which ends at `offset`, in the words of the tool that it speaks to; undefined where it is none that takes ids. */
export function suppressionCompletions(
  comment: string,
  offset: number,
  rules: readonly OfferedRule[],
): readonly Completion[] | undefined {
  const ids = suppressionIds(comment, rules);
  return (
    ids &&
    Array.from(ids.titles, ([id, detail]) => ({
      label: id,
      kind: 'rule',
      span: { start: offset - ids.typed.length, end: offset },
      newText: id,
      detail,
    }))
  );
}

function suppressionIds(comment: string, rules: readonly OfferedRule[]): SuppressionIds | undefined {
  if (comment.length > LONGEST) return undefined;
  for (const [tool, pattern] of FORMS) {
    const groups = pattern.exec(comment)?.groups;
    if (!groups) continue;
    const listed = new Set((groups['ids'] ?? '').split(/[\s,]+/));
    const titles = new Map<string, string>();
    for (const [id, title, aliases = []] of rules)
      for (const each of tool === 'larboard' ? [id] : aliasesOf(tool, aliases)) {
        const other = titles.get(each);
        if (!listed.has(each)) titles.set(each, other === undefined ? title : `${other}; ${title}`);
      }
    return { typed: groups['typed'] ?? '', titles };
  }
  return undefined;
}

const aliasesOf = (tool: string, aliases: readonly string[]): readonly string[] => [
  ...new Set(aliases.flatMap((alias) => (alias.startsWith(`${tool}:`) ? [alias.slice(tool.length + 1)] : []))),
];
