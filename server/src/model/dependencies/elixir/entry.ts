import type { Span } from '../../../base/span.ts';
import type { Dependency, Group, Location } from '../dependency.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { wholeLine } from '../lines.ts';
import { hexVersions } from '../versions/hex.ts';
import { pinnedVersion } from '../versions/index.ts';
import type { ElixirToken } from './tokens.ts';

interface Option {
  readonly keySpan: Span;
  readonly value: readonly ElixirToken[];
}

/** Options that only dependencies have. */
const TELLING = ['git', 'github', 'path', 'in_umbrella', 'hex', 'organization', 'only', 'override', 'runtime', 'repo'];
const REFERENCES = ['ref', 'tag', 'branch'];
/** Whether a key stands in the options of a dependency. */
export const isMixOption = (key: string): boolean => TELLING.includes(key) || REFERENCES.includes(key);
/** Environments that nothing is released from. */
const DEVELOPMENT = new Set(['dev', 'docs', 'doc', 'ci', 'lint', 'bench', 'credo']);

/**
 * `{:name, "requirement", options}`, or with options alone; undefined for another tuple.
 * @param isInDeps whether it stands where nothing but dependencies do
 */
export function mixDependency(text: string, tuple: readonly ElixirToken[], isInDeps: boolean): Dependency | undefined {
  const [brace, name, , second] = tuple;
  const last = tuple.at(-1);
  if (!brace || !name || !last) return undefined;
  const options = optionsIn(tuple);
  const written =
    second?.kind === 'string' && second.isOpen !== true && /^[,}\]]$/.test(tuple[4]?.text ?? '}') ? second : undefined;
  const isRequirement = written !== undefined && hexVersions.intervals(written.text) !== undefined;
  if (!isInDeps && !isRequirement && !TELLING.some((key) => options.has(key))) return undefined;
  const version = written && pinnedVersion(hexVersions, written.text);
  const packageName = atomIn(options.get('hex')) ?? name.text;
  const groups = [...groupsOf(options.get('only')), ...(isTrue(options.get('optional')) ? (['optional'] as const) : [])];
  const span = { start: brace.start, end: last.end };
  const deletion = deletionOf(text, span);
  return {
    ecosystem: 'Hex',
    name: packageName,
    rawName: name.text,
    nameSpan: name.span,
    use: 'declared',
    kind: 'direct',
    groups,
    section: 'deps',
    source: packageName === name.text ? 'registry' : 'alias',
    ...(written && { requirement: written.text, requirementSpan: written.span }),
    ...(version !== undefined && written && { version, versionSpan: written.span }),
    ...originOf(options),
    ...(isFalse(options.get('compile')) && isFalse(options.get('app')) && { hasInstallScript: false }),
    span,
    ...(deletion && { deletion }),
  };
}

/** The pairs of a keyword list, in brackets or not. */
function optionsIn(tuple: readonly ElixirToken[]): ReadonlyMap<string, Option> {
  const options = new Map<string, Option>();
  for (let at = 3; at < tuple.length; at++) {
    const token = tuple[at];
    if (token?.kind !== 'label') continue;
    let depth = 0;
    let end = at + 1;
    for (; end < tuple.length; end++) {
      const { kind, text } = tuple[end] ?? token;
      if (kind === 'label' && depth === 0) break;
      if (kind !== 'other') continue;
      if (/^[{[(]$/.test(text)) depth++;
      else if (/^[}\])]$/.test(text) && --depth < 0) break;
      else if (text === ',' && depth === 0) break;
    }
    options.set(token.text, { keySpan: token.span, value: tuple.slice(at + 1, end) });
    at = end - 1;
  }
  return options;
}

const textIn = (option: Option | undefined): ElixirToken | undefined =>
  option?.value.length === 1 && option.value[0]?.kind === 'string' && option.value[0].isOpen !== true
    ? option.value[0]
    : undefined;

const atomIn = (option: Option | undefined): string | undefined =>
  option?.value.length === 1 && option.value[0]?.kind === 'atom' ? option.value[0].text : undefined;

const isTrue = (option: Option | undefined): boolean => option?.value[0]?.text === 'true';

const isFalse = (option: Option | undefined): boolean => option?.value[0]?.text === 'false';

/** `:dev`, `[:dev, :test]`; what is also for another environment is for production. */
function groupsOf(only: Option | undefined): Group[] {
  // A sigil has several: `~w(dev test)a`.
  const names = (only?.value ?? []).flatMap(({ kind, text, start, end }) =>
    kind === 'atom' ? text : kind === 'other' && end - start > 1 ? text.split(/\s+/) : [],
  );
  const groups = names.map((name): Group | undefined => (name === 'test' ? 'test' : DEVELOPMENT.has(name) ? 'dev' : undefined));
  return groups.includes(undefined) ? [] : [...new Set(groups.filter((group) => group !== undefined))];
}

function originOf(options: ReadonlyMap<string, Option>): Pick<Dependency, 'source' | 'location'> | undefined {
  if (isTrue(options.get('in_umbrella'))) return { source: 'workspace' };
  const path = options.get('path');
  if (path) {
    const folder = textIn(path);
    return { source: 'path', ...(folder && { location: pathLocation(folder.text, folder.span) }) };
  }
  const git = options.get('git') ?? options.get('github');
  if (git === undefined) return undefined;
  const url = textIn(git);
  return { source: 'git', ...(url && { location: gitLocation(url, options) }) };
}

function gitLocation({ text, span }: ElixirToken, options: ReadonlyMap<string, Option>): Location {
  const isShort = !options.has('git');
  const location = { ...locationOf(text, span, -1, undefined), hasRefKey: true, ...(isShort && { transport: 'https' }) };
  const key = REFERENCES.find((one) => options.has(one));
  const option = options.get(key ?? '');
  if (option === undefined) return location;
  const ref = textIn(option);
  // A reference that the program computes: it may well be a commit.
  if (ref === undefined) return { ...location, isCommit: true };
  return {
    ...location,
    ref: ref.text,
    refSpan: ref.span,
    refKeySpan: option.keySpan,
    isCommit: key === 'ref' && isCommitHash(ref.text),
  };
}

/** The lines that a tuple has for itself; undefined for the last of a list, which leaves a comma behind before it. */
function deletionOf(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
  const isFirst = from === 0 || /[\r\n]/.test(text[from - 1] ?? '');
  const rest = /^[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(end, end + 1000));
  if (!isFirst || rest === null) return undefined;
  return rest[1] === ',' ? wholeLine(text, { start: from, end: end + rest[0].length }) : undefined;
}
