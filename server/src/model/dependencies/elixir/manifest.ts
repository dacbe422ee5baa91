import { commentsOf } from '../comments.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Runtime } from '../file.ts';
import { isMixOption, mixDependency } from './entry.ts';
import { mixOverrideSites } from './override-site.ts';
import { mixProject } from './project.ts';
import { elixirTokens, type ElixirToken } from './tokens.ts';

/** Functions whose lists are dependencies: `deps`, `dev_deps`, `dependencies`. */
const DEPS = /(?:^|_)(?:deps|dependencies)$/;

const CONDITIONS = new Set(['if', 'unless', 'case', 'cond']);

/** Reads mix.exs (https://hexdocs.pm/mix/Mix.Tasks.Deps.html): a program, of which that is understood which says what is asked for whatever it does. */
export function parseMixExs(text: string): DependencyFile {
  const { tokens, comments } = elixirTokens(text);
  const attributes = attributesIn(tokens);
  const dependencies: Dependency[] = [];
  const runtimes: Runtime[] = [];
  const workspaces: string[] = [];
  let name: string | undefined;
  let isInDeps = false;
  /** What decides whether the dependencies that follow are asked for: a clause of a function with an argument, `if` and the like. */
  let condition: string | undefined;
  /** Of brackets in a function. */
  let depth = 0;
  let outermost = '';
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind === 'other' && /^[{[(]$/.test(token.text)) {
      if (++depth === 1) outermost = token.text;
    } else if (token.kind === 'other' && /^[}\])]$/.test(token.text)) depth--;
    if (token.kind === 'word' && /^defp?$/.test(token.text)) {
      depth = 0;
      isInDeps = next?.kind === 'word' && DEPS.test(next.text);
      const hasArgument = tokens[index + 2]?.text === '(' && tokens[index + 3]?.text !== ')';
      condition = hasArgument ? `${next?.text ?? ''}(${tokens[index + 3]?.text ?? ''})` : undefined;
    } else if (token.kind === 'word' && CONDITIONS.has(token.text)) condition = token.text;
    else if (token.kind === 'label' && token.text === 'deps' && next?.text === '[') isInDeps = true;
    else if (token.kind === 'label' && isInDeps && depth === 1 && outermost === '[' && !isMixOption(token.text)) {
      const dependency = mixDependency(text, withAttributes(pairAt(tokens, index), attributes), false);
      if (dependency) dependencies.push(condition === undefined ? dependency : { ...dependency, marker: condition });
    } else if (token.kind === 'label' && token.text === 'app' && next?.kind === 'atom') name ??= next.text;
    else if (next?.kind === 'string' && next.isOpen !== true && token.kind === 'label') {
      if (token.text === 'elixir' && runtimes.length === 0)
        runtimes.push({ name: 'elixir', requirement: next.text, requirementSpan: next.span });
      else if (token.text === 'apps_path') workspaces.push(`${next.text.replace(/\/$/, '')}/*`);
    } else if (token.text === '{' && token.kind === 'other' && next?.kind === 'atom' && tokens[index + 2]?.text === ',') {
      const dependency = mixDependency(text, withAttributes(tupleAt(tokens, index), attributes), isInDeps);
      if (dependency) dependencies.push(condition === undefined ? dependency : { ...dependency, marker: condition });
    }
  }
  return dependencyFile({
    ecosystem: 'Hex',
    format: 'mix.exs',
    role: 'manifest',
    comments: commentsOf(
      text,
      comments.map((span) => ({ span })),
    ),
    ...(name !== undefined && { name }),
    project: mixProject(tokens),
    overrideSites: mixOverrideSites(text, dependencies),
    dependencies,
    runtimes,
    workspaces,
    // Lists may be put together by the program.
    isPartial: true,
  });
}

/** The texts that attributes of the module have: `@phoenix "~> 1.7"`; not those that have several. */
function attributesIn(tokens: readonly ElixirToken[]): ReadonlyMap<string, ElixirToken> {
  const found = new Map<string, ElixirToken | undefined>();
  for (const [index, token] of tokens.entries()) {
    const name = token.text === '@' && token.kind === 'other' ? tokens[index + 1] : undefined;
    const value = tokens[index + 2];
    if (name?.kind !== 'word' || value?.kind !== 'string') continue;
    found.set(name.text, found.has(name.text) || value.isOpen === true ? undefined : value);
  }
  return new Map([...found].flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The texts of attributes stand where those are used. */
const withAttributes = (tuple: readonly ElixirToken[], attributes: ReadonlyMap<string, ElixirToken>): readonly ElixirToken[] =>
  attributes.size === 0
    ? tuple
    : tuple.flatMap((token, index) => {
        const value = token.text === '@' && token.kind === 'other' ? attributes.get(tuple[index + 1]?.text ?? '') : undefined;
        if (value) return [value];
        const before = tuple[index - 1];
        return before?.text === '@' && before.kind === 'other' && attributes.has(token.text) ? [] : [token];
      });

/** `name: "requirement"` and `name: [options]` in a list of dependencies, as the tuple that they stand for. */
function pairAt(tokens: readonly ElixirToken[], at: number): readonly ElixirToken[] {
  const label = tokens[at];
  const first = tokens[at + 1];
  if (!label || !first) return [];
  const length =
    first.text === '[' ? tokens.slice(at + 1, at + LONGEST).findIndex(({ text, kind }) => kind === 'other' && text === ']') : 0;
  const value = tokens.slice(at + 1, at + 2 + Math.max(0, length));
  const mark = (text: string, offset: number): ElixirToken => ({
    kind: 'other',
    text,
    span: { start: offset, end: offset },
    start: offset,
    end: offset,
  });
  const end = value.at(-1)?.end ?? first.end;
  return [mark('{', label.start), { ...label, kind: 'atom' }, mark(',', label.end), ...value, mark('}', end)];
}

/** From an opening brace to its closing one, or to the next tuple that begins with a name, where the brace was lost. */
function tupleAt(tokens: readonly ElixirToken[], start: number): readonly ElixirToken[] {
  let depth = 0;
  for (let at = start; at < tokens.length && at < start + LONGEST; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && /^(?:def|defp|end)$/.test(token.text)) return tokens.slice(start, at);
    if (token?.kind !== 'other') continue;
    if (/^[{[(]$/.test(token.text)) {
      const isTuple = token.text === '{' && tokens[at + 1]?.kind === 'atom' && tokens[at + 2]?.text === ',';
      if (at > start && isTuple) return tokens.slice(start, at);
      depth++;
    } else if (/^[}\])]$/.test(token.text) && --depth === 0) return tokens.slice(start, at + 1);
  }
  return tokens.slice(start, start + LONGEST);
}

/** Tokens; longer tuples are not written by people. */
const LONGEST = 300;
