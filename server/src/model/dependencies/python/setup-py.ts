import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Setting } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';
import { setupRequirements } from './setup-requirements.ts';
import { pythonTokens, type PythonToken } from './python-tokens.ts';

/**
 * Reads what setup.py asks for and does, without running it: in section `cmdclass` the commands of setuptools that it puts classes of its own in the place of, in section `call`
 * what it calls, each by its full name as far as the imports tell it (`urllib.request.urlopen`), with the first argument, if that is a string, as value.
 */
export function parseSetupPy(text: string): DependencyFile {
  const { tokens: all, comments } = pythonTokens(text);
  const tokens = all.filter(({ kind }) => kind !== 'line-end');
  const imports = importsOf(all);
  const settings: Setting[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name') continue;
    if (token.text === 'cmdclass') settings.push(...commandsAt(tokens, index));
    const call = callAt(tokens, index, imports);
    if (call) settings.push(call);
  }
  const starts = new Set(comments.map(({ line }) => line.start));
  const content = linesOf(text).filter((line) => {
    const inner = trimmed(text, line);
    return inner.start < inner.end && !(starts.has(line.start) && text[inner.start] === '#');
  });
  const alone = comments.filter(({ span, line }) => text.slice(line.start, span.start).trim() === '');
  const behind = comments.filter((comment) => !alone.includes(comment));
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'setup.py',
    role: 'settings',
    settings,
    dependencies: setupRequirements(text, all),
    comments: [
      ...withCovers(text, alone, content),
      ...behind.map(({ span, line }) => ({ span, text: text.slice(span.start + 1, span.end).trim(), covers: line })),
    ].sort((a, b) => a.span.start - b.span.start),
  });
}

/** Local name → what it stands for. */
function importsOf(tokens: readonly PythonToken[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index]?.text;
    const isFirst = index === 0 || tokens[index - 1]?.kind === 'line-end' || /^[;:]$/.test(tokens[index - 1]?.text ?? '');
    if (!isFirst || (word !== 'import' && word !== 'from')) continue;
    const from = word === 'from' ? dottedAt(tokens, index + 1) : undefined;
    let at = index + 1;
    if (from) {
      at = from.next;
      if (tokens[at]?.text !== 'import') continue;
      at++;
    }
    const isInBrackets = tokens[at]?.text === '(';
    if (isInBrackets) at++;
    for (;;) {
      while (isInBrackets && tokens[at]?.kind === 'line-end') at++;
      const name = dottedAt(tokens, at);
      if (!name) break;
      const alias = tokens[name.next]?.text === 'as' ? tokens[name.next + 1] : undefined;
      const whole = from ? `${from.text}.${name.text}` : name.text;
      // `import a.b` makes `a` known, under its own name.
      if (alias) names.set(alias.text, whole);
      else if (from) names.set(name.text, whole);
      else names.set(name.text.split('.', 1)[0] ?? '', name.text.split('.', 1)[0] ?? '');
      at = alias ? name.next + 2 : name.next;
      while (isInBrackets && tokens[at]?.kind === 'line-end') at++;
      if (tokens[at]?.text !== ',') break;
      at++;
    }
    index = Math.max(index, at - 1);
  }
  return names;
}

function dottedAt(tokens: readonly PythonToken[], index: number): { readonly text: string; readonly next: number } | undefined {
  if (tokens[index]?.kind !== 'name') return undefined;
  const parts = [tokens[index].text];
  let next = index + 1;
  while (tokens[next]?.text === '.' && tokens[next + 1]?.kind === 'name') {
    parts.push(tokens[next + 1]?.text ?? '');
    next += 2;
  }
  return { text: parts.join('.'), next };
}

/** Words that a bracket may stand behind without a call. */
const KEYWORDS = new Set([
  'import',
  'if',
  'elif',
  'while',
  'return',
  'in',
  'not',
  'and',
  'or',
  'print',
  'yield',
  'assert',
  'for',
  'with',
  'except',
  'del',
  'is',
  'lambda',
  'await',
  'else',
]);

function callAt(tokens: readonly PythonToken[], index: number, imports: ReadonlyMap<string, string>): Setting | undefined {
  const before = tokens[index - 1]?.text;
  if (before === '.' || before === 'def' || before === 'class' || KEYWORDS.has(tokens[index]?.text ?? '')) return undefined;
  const name = dottedAt(tokens, index);
  const [first, last] = [tokens[index], tokens[(name?.next ?? 0) - 1]];
  if (!name || !first || !last || tokens[name.next]?.text !== '(') return undefined;
  const [head = '', ...rest] = name.text.split('.');
  const list = /^[[(]$/.test(tokens[name.next + 1]?.text ?? '') ? 1 : 0;
  const argument = tokens[name.next + 1 + list];
  const keySpan = { start: first.span.start, end: last.span.end };
  const words: string[] = [];
  for (let at = name.next + 1 + list; tokens[at]?.kind === 'string'; at += 2) words.push(tokens[at]?.text ?? '');
  return {
    section: 'call',
    key: [imports.get(head) ?? head, ...rest].join('.'),
    keySpan,
    value: list ? words.join(' ') : argument?.kind === 'string' ? argument.text : '',
    valueSpan: argument?.inner ?? keySpan,
    span: keySpan,
  };
}

/** Longer tables are not written by people. */
const MAX_TOKENS = 2000;

/** `cmdclass={'install': X}`, `cmdclass=dict(install=X)`, `cmdclass['install'] = X`, `cmdclass.update({'install': X})`. */
function commandsAt(tokens: readonly PythonToken[], index: number): Setting[] {
  const commands: Setting[] = [];
  const add = (key: PythonToken | undefined, value: number): void => {
    const name = dottedAt(tokens, value);
    const first = tokens[value];
    const last = tokens[(name?.next ?? 0) - 1];
    if (!key || !first || !name || !last) return;
    const valueSpan = { start: first.span.start, end: last.span.end };
    const span = { start: key.span.start, end: valueSpan.end };
    commands.push({ section: 'cmdclass', key: key.text, keySpan: key.inner ?? key.span, value: name.text, valueSpan, span });
  };
  let at = index + 1;
  if (tokens[at]?.text === '[') {
    if (tokens[at + 1]?.kind === 'string' && tokens[at + 2]?.text === ']' && tokens[at + 3]?.text === '=')
      add(tokens[at + 1], at + 4);
    return commands;
  }
  const isUpdate = tokens[at]?.text === '.' && tokens[at + 1]?.text === 'update' && tokens[at + 2]?.text === '(';
  if (!isUpdate && !/^[=:]$/.test(tokens[at]?.text ?? '')) return commands;
  at += isUpdate ? 3 : 1;
  const isCall = tokens[at]?.text === 'dict' && tokens[at + 1]?.text === '(';
  if (isCall) at++;
  else if (tokens[at]?.text !== '{') return commands;
  for (let depth = 0; at < Math.min(tokens.length, index + MAX_TOKENS); at++) {
    const { text = '', kind } = tokens[at] ?? {};
    if (kind === 'operator' && /^[[({]$/.test(text)) depth++;
    else if (kind === 'operator' && /^[\])}]$/.test(text)) depth--;
    if (depth === 0) break;
    if (depth > 1) continue;
    if (isCall ? kind === 'name' && tokens[at + 1]?.text === '=' : kind === 'string' && tokens[at + 1]?.text === ':')
      add(tokens[at], at + 2);
  }
  return commands;
}
