import type { Span } from '../../../base/span.ts';
import type { Comment, SyntaxProblem } from '../../document.ts';
import type { Dependency, Use } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Runtime, type Setting, settingAt } from '../file.ts';
import { linesOf, wholeLine } from '../lines.ts';
import { isMistyped } from '../misspelt.ts';
import { goVersions } from '../versions/go.ts';
import { tokensOf, type GoToken } from './tokens.ts';

const VERBS = {
  'go.mod': ['module', 'go', 'toolchain', 'require', 'exclude', 'replace', 'retract', 'tool', 'godebug', 'ignore'],
  'go.work': ['go', 'toolchain', 'use', 'replace', 'godebug'],
};
const USES: Readonly<Record<string, Use>> = {
  require: 'declared',
  exclude: 'exclusion',
  replace: 'replacement',
};

/** Directives that name neither modules nor versions: what they say is a setting under their name. */
const SETTINGS = new Set(['tool', 'godebug', 'ignore']);

/** Reads go.mod (https://go.dev/ref/mod#go-mod-file) and go.work (https://go.dev/ref/mod#workspaces), whose `use` directives are the workspaces. */
export function parseGoMod(text: string, format: 'go.mod' | 'go.work' = 'go.mod'): DependencyFile {
  const dependencies: Dependency[] = [];
  const runtimes: Runtime[] = [];
  const settings: Setting[] = [];
  const workspaces: string[] = [];
  const problems: SyntaxProblem[] = [];
  const comments: { span: Span; text: string; alone: boolean; line: Span }[] = [];
  const content: Span[] = [];
  let name: string | undefined;
  let block: string | undefined;
  let latest = format === 'go.mod' ? 'require' : 'use';
  const physical = linesOf(text);
  for (const line of MAY_BE_JOINED.test(text) ? physical.flatMap((whole) => unjoined(text, whole)) : physical) {
    const { tokens, comment } = tokensOf(text, line);
    if (comment) comments.push({ ...comment, alone: tokens.length === 0, line });
    const first = tokens[0];
    if (first === undefined) continue;
    content.push(line);
    let verb = block;
    let rest = tokens;
    if (first.text === ')') {
      block = undefined;
      continue;
    }
    const written = verbOf(VERBS[format], first.text, tokens.length);
    // A block whose closing bracket was lost ends at the next directive: no module path is a single word.
    if (written !== undefined && (block === undefined || (first.span.start === line.start && tokens.length > 1))) {
      verb = written;
      rest = tokens.slice(1);
      if (written !== first.text) problems.push({ span: first.span, message: `The directive may be meant to be "${written}".` });
      block = rest.at(-1)?.text === '(' ? verb : undefined;
      latest = verb;
      if (block !== undefined) continue;
    }
    // `require` without its opening bracket: the lines below still are what they were.
    if (verb === undefined && (first.span.start > line.start || isModule(tokens))) verb = latest;
    const read = verb === undefined ? undefined : entryOf(text, verb, rest, line, comment?.text ?? '');
    if (verb === 'module') name = rest[0]?.text;
    else if (verb === 'use') workspaces.push(...(rest[0] ? [folderPath(rest[0].text)] : []));
    else if (verb !== undefined && SETTINGS.has(verb)) settings.push(...settingOf(verb, rest));
    else if (verb === 'retract') dependencies.push(...retractionOf(text, name ?? '', rest, line));
    else if ((verb === 'go' || verb === 'toolchain') && rest[0])
      runtimes.push({ name: verb, requirement: rest[0].text, requirementSpan: rest[0].span });
    else if (read) dependencies.push(read);
    else problems.push({ span: first.span, message: `This is no directive of a ${format} file.` });
  }
  return dependencyFile({
    ecosystem: 'Go',
    format,
    role: 'manifest',
    problems,
    comments: withCovers(comments, content),
    ...(name !== undefined && { name }),
    dependencies,
    runtimes,
    settings,
    workspaces,
  });
}

/** What is quick to tell of the whole text before its lines are looked at. */
const MAY_BE_JOINED =
  /[\d)](?:require|replace|exclude|retract|toolchain)[ \t(]|[ \t]v\d+\.\d+\.\d+(?:\+incompatible|-[\d.]{14,20}-[\da-f]{12})?[a-z]/;
/** The character before a directive, or the last one of a version before a module. */
const JOINED =
  /[\d)](?=(?:require|replace|exclude|retract|toolchain)[ \t(])|[\da-f](?<=[ \t]v\d{1,5}\.\d{1,5}\.\d{1,5}(?:\+incompatible|-[\d.]{14,20}-[\da-f]{12})?)(?=[a-z][\w-]*(?:\.[\w-]+)+\/)/;

/** A line whose line break to the next directive or module is lost is two: `go 1.24require (`. */
function unjoined(text: string, { start, end }: Span): Span[] {
  const at = text.slice(start, end).search(JOINED) + 1;
  if (at < 1 || text.slice(start, start + at).includes('//')) return [{ start, end }];
  return [
    { start, end: start + at },
    { start: start + at, end },
  ];
}

/** `./a/` is the folder `a`, and `.` the one of the file. */
const folderPath = (written: string): string => written.replace(/^\.(?:\/|$)/, '').replace(/\/+$/, '');

function settingOf(section: string, [first]: readonly GoToken[]): Setting[] {
  if (first === undefined) return [];
  const equals = section === 'godebug' ? first.text.indexOf('=') : -1;
  const start = first.span.start + equals + 1;
  const key = first.text.slice(0, Math.max(equals, 0));
  return [settingAt(section, key, first.text.slice(equals + 1), { ...first.span, start })];
}

/** `retract v1.0.0` or `retract [v1.0.0, v1.1.0]`: versions of the module itself. */
function retractionOf(text: string, name: string, tokens: readonly GoToken[], line: Span): Dependency[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || !tokens.some(({ text: token }) => goVersions.isVersion(token))) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [
    {
      ecosystem: 'Go',
      name,
      rawName: name,
      nameSpan: span,
      use: 'retraction',
      kind: 'direct',
      groups: [],
      section: 'retract',
      source: 'registry',
      requirement: text.slice(span.start, span.end),
      requirementSpan: span,
      span,
      deletion: wholeLine(text, line),
    },
  ];
}

/** `example.com/a v1.0.0` */
const isModule = ([path, version]: readonly GoToken[]): boolean =>
  path !== undefined && version !== undefined && /^[\w-]+(?:\.[\w-]+)+\//.test(path.text) && goVersions.isVersion(version.text);

/** The directive that `word` is, or that it is with one character missing. */
const verbOf = (verbs: readonly string[], word: string, tokens: number): string | undefined =>
  verbs.includes(word) ? word : tokens > 1 ? verbs.find((verb) => verb.length > 4 && isMistyped(verb, word)) : undefined;

/** As `go mod tidy` writes it, alone or before a `;` (https://go.dev/ref/mod#go-mod-file-require), or before another comment. */
const INDIRECT = /^indirect(?:;|\s*\/\/|$)/;

/** One line of a block, or a directive's own arguments. */
function entryOf(text: string, verb: string, tokens: readonly GoToken[], line: Span, comment: string): Dependency | undefined {
  const use = USES[verb];
  const path = tokens[0];
  if (use === undefined || path === undefined) return undefined;
  const arrow = tokens.findIndex(({ text: token }) => token === '=>');
  if ((use === 'replacement') !== arrow > 0) return undefined;
  const target = use === 'replacement' ? tokens[arrow + 1] : path;
  const version = use === 'replacement' ? tokens[arrow + 2] : tokens[1];
  if (target === undefined) return undefined;
  const isPath = use === 'replacement' && version === undefined;
  // Modules of a repository may have names that no address has.
  if (use !== 'replacement' && !/[./]/.test(path.text) && !/^v\d/.test(version?.text ?? '')) return undefined;
  const last = (version ?? target).span.end;
  const only = tokens[1];
  return {
    ecosystem: 'Go',
    name: target.text,
    rawName: path.text,
    nameSpan: target.span,
    use,
    kind: INDIRECT.test(comment) ? 'transitive' : 'direct',
    groups: [],
    section: verb,
    source: isPath ? 'path' : 'registry',
    ...(version && { requirement: version.text, requirementSpan: version.span }),
    ...(version && goVersions.isVersion(version.text) && { version: version.text, versionSpan: version.span }),
    // Which version of the original is replaced; without one, every version is.
    ...(use === 'replacement' && arrow === 2 && only && { marker: only.text }),
    span: { start: path.span.start, end: last },
    deletion: wholeLine(text, line),
  };
}

/** A comment alone on its line is about the next line with content. Both lists are in the file's order. */
function withCovers(
  comments: readonly { span: Span; text: string; alone: boolean; line: Span }[],
  content: readonly Span[],
): Comment[] {
  let next = 0;
  return comments.map(({ span, text, alone, line }) => {
    while (next < content.length && (content[next]?.start ?? 0) < line.start) next++;
    return { span, text, covers: alone ? (content[next] ?? span) : line };
  });
}
