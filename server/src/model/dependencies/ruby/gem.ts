import type { Dependency, Group, Location } from '../dependency.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { wholeLine } from '../lines.ts';
import { requirementIn, textIn, textsIn, type RubyArguments, type RubyOption, type RubyText } from './arguments.ts';
import type { RubyToken } from './tokens.ts';

/** Options of `gem`, and verbs with a block, that name a repository; a Gemfile may define more (`git_source`). */
const GIT = ['git', 'github', 'gist', 'bitbucket', 'gitlab'];
/** The one that counts first. */
const REFERENCES = ['ref', 'tag', 'branch'];
/** Groups that no user of an application gets. */
const DEVELOPMENT =
  /^(?:dev(?:elopment)?|debug(?:ging)?|docs?|documentation|lint(?:ing|ers?)?|ci|rubocop|tools?|benchmarks?|profiling|guard)$/;

export const gitKeys = (own: Iterable<string>): readonly string[] => [...GIT, ...own];

/** What the groups of a Gemfile are to us: several are only for development if each of them is. */
export function groupsOf(names: readonly string[]): Group[] {
  const groups = names.map((name): Group | undefined => (name === 'test' ? 'test' : DEVELOPMENT.test(name) ? 'dev' : undefined));
  return groups.includes(undefined) ? [] : [...new Set(groups.filter((group) => group !== undefined))];
}

/** The names that `group :a, [:b], optional: true` gives. */
export const namesIn = ({ positional }: RubyArguments): string[] =>
  positional.flatMap((argument) => textsIn(argument)?.map(({ text }) => text) ?? []);

/** The repository or folder that the options of `gem`, or a block around it, name. */
export function originOf(
  options: ReadonlyMap<string, RubyOption>,
  keys: readonly string[],
): Pick<Dependency, 'source' | 'location'> | undefined {
  const path = options.get('path');
  const key = keys.find((one) => options.has(one));
  if (key === undefined) {
    if (path === undefined) return undefined;
    const folder = textIn(path.value);
    return { source: 'path', ...(folder && { location: pathLocation(folder.text, folder.span) }) };
  }
  const url = textIn(options.get(key)?.value);
  return { source: 'git', ...(url && { location: gitLocation(url, key === 'git', options) }) };
}

function gitLocation(url: RubyText, isUrl: boolean, options: ReadonlyMap<string, RubyOption>): Location {
  const written = locationOf(url.text, url.span, -1, undefined);
  // Names of forges stand for HTTPS.
  const isShort = !isUrl && !/^[a-z]+:\/\//i.test(url.text);
  const location = { ...written, hasRefKey: true, ...(isShort && { transport: 'https' }) };
  const key = REFERENCES.find((one) => options.has(one));
  const option = options.get(key ?? '');
  if (option === undefined) return location;
  const ref = textIn(option.value);
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

/** What a call with a name and requirements declares; undefined where the name is computed. */
export function declaredGem(
  text: string,
  call: readonly RubyToken[],
  { positional }: RubyArguments,
  more: Pick<Dependency, 'groups' | 'section'> & Partial<Dependency>,
): Dependency | undefined {
  const name = textIn(positional[0]);
  const first = call[0];
  const last = call.at(-1);
  if (name === undefined || name.text.trim() === '' || !first || !last) return undefined;
  const deletion = linesOf(text, first.start, last.end);
  return {
    ecosystem: 'RubyGems',
    name: name.text,
    rawName: name.text,
    nameSpan: name.span,
    use: 'declared',
    kind: 'direct',
    source: 'registry',
    ...requirementIn(text, positional.slice(1)),
    span: { start: first.start, end: last.end },
    ...(deletion && { deletion }),
    ...more,
  };
}

/** The lines that a statement has for itself, a comment behind it included. */
function linesOf(text: string, from: number, to: number): { start: number; end: number } | undefined {
  let start = from;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  const isFirst = start === 0 || /[\r\n\ufeff]/.test(text[start - 1] ?? '');
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(to, to + 1000));
  return isFirst && rest ? wholeLine(text, { start, end: to + rest[0].length }) : undefined;
}
