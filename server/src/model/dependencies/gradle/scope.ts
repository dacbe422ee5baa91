import type { Span } from '../../../base/span.ts';
import { lex, type Language, type Token } from './lexer.ts';
import { argumentsOf, isMark, nest, statementsOf, type Group, type Node } from './tree.ts';

/** A text that a script says literally, in one place or through variables. */
export interface Value {
  readonly text: string;
  /** Where exactly this text stands; absent if it is put together from several places or has escapes. */
  readonly span?: Span;
  /** The string that it was read from. */
  readonly token?: Token;
}

/** The variables of one script, by their names without what only says where they are kept: `springVersion`, `versions.spring`. `undefined` where that is not known. */
export type Scope = ReadonlyMap<string, Value | undefined>;

export interface Variables {
  readonly scope: Scope;
  /** Names of those that other scripts of the build may use, too: extra properties. */
  readonly shared: ReadonlySet<string>;
}

/** Words in front of a name that say only where it is kept. */
const KEEPERS = new Set(['project', 'rootProject', 'ext', 'extra', 'this', 'properties', 'parent']);
const GETTERS = new Set(['property', 'findProperty', 'getProperty', 'get', 'getValue', 'extra', 'ext', 'toString', 'getOrElse']);
const MODIFIERS = new Set([
  'def',
  'String',
  'final',
  'val',
  'var',
  'const',
  'private',
  'internal',
  'static',
  'public',
  'lateinit',
]);

/** The variables that a script gives literal values. One that gets two different values, or one that is not known, has none. */
export function variablesOf(root: Group, language: Language): Variables {
  const scope = new Map<string, Value | undefined>();
  const shared = new Set<string>();
  /** Extra properties that are maps: `libraries.gson = '…'` adds to one. */
  const maps = new Set<string>();
  const add = (name: string, value: Value | undefined): void => {
    const known = scope.get(name);
    scope.set(name, scope.has(name) && known?.text !== value?.text ? undefined : value);
  };
  const assign = (name: string, nodes: readonly Node[], isShared: boolean): void => {
    const [only] = nodes;
    if (nodes.length === 1 && only?.kind === 'group' && only.open === '[') {
      if (isShared) maps.add(name);
      for (const [key, value] of namedIn(only.nodes)) assign(`${name}.${key}`, value, isShared);
    } else if (only?.kind === 'word' && only.text === 'mapOf' && nodes[1]?.kind === 'group')
      for (const [key, value] of pairsIn(nodes[1].nodes)) assign(`${name}.${key}`, value, isShared);
    else {
      add(name, evaluate(nodes, scope, language));
      if (isShared || maps.has(name.split('.', 1)[0] ?? '')) shared.add(name);
    }
  };
  const visit = (group: Group, prefix: string, isKeeper: boolean): void => {
    for (const statement of statementsOf(group)) {
      const assigned = assignmentIn(statement, isKeeper);
      if (assigned) assign(prefix + assigned.name, assigned.value, assigned.isShared);
      // A broken script may be one statement with all of its blocks: what stands before a block is not looked at again for each.
      let words = 0;
      let last = '';
      let isObject = false;
      let keeper = false;
      for (const node of statement)
        if (node.kind === 'word') {
          words++;
          last = node.text;
          if (words <= 2) isObject ||= last === 'object';
          keeper ||= isKeeperWord(node);
        } else if (node.kind === 'group' && node.open === '{') visit(node, isObject ? `${prefix}${last}.` : prefix, keeper);
    }
  };
  visit(root, '', false);
  return { scope, shared };
}

/** `def x = …`, `ext.x = …`, `x = …`, `set('x', …)`, `val x by extra(…)`. */
function assignmentIn(
  statement: readonly Node[],
  isKeeper: boolean,
): { readonly name: string; readonly value: readonly Node[]; readonly isShared: boolean } | undefined {
  let start = 0;
  while (isModifier(statement[start]) && statement[start + 1]?.kind === 'word') start++;
  const equals = statement.findIndex((node) => isMark(node, '=') || isMark(node, '+='));
  const added = isMark(statement[equals], '+=') ? statement[equals + 1] : undefined;
  // A map that is added to another; what else is added is not known here.
  if (isMark(statement[equals], '+=') && (added?.kind !== 'group' || added.open !== '[')) return undefined;
  if (equals > start) {
    const colon = statement.findIndex((node, index) => index > start && index < equals && isMark(node, ':'));
    const name = pathOf(statement.slice(start, colon > 0 ? colon : equals));
    const isShared = isKeeper || statement.slice(start, equals).some(isKeeperWord);
    return name === undefined || name === '' ? undefined : { name, value: statement.slice(equals + 1), isShared };
  }
  const by = statement.findIndex((node) => node.kind === 'word' && node.text === 'by');
  const delegate = statement[by + 1];
  const given = statement[by + 2];
  const named = statement[by - 1];
  if (by > 0 && delegate?.kind === 'word' && delegate.text === 'extra' && given?.kind === 'group' && named?.kind === 'word')
    return { name: named.text, value: given.nodes.filter(({ kind }) => kind !== 'break'), isShared: true };
  const last = statement.at(-1);
  const setter = statement.at(-2);
  if (last?.kind !== 'group' || last.open !== '(' || setter?.kind !== 'word' || setter.text !== 'set') return undefined;
  const [key, value] = argumentsOf(last.nodes);
  const isKept = isKeeper || statement.some(isKeeperWord);
  const first = key?.[0];
  return isKept && first?.kind === 'string' && value ? { name: first.text, value, isShared: true } : undefined;
}

const isKeeperWord = (node: Node): boolean => node.kind === 'word' && (node.text === 'ext' || node.text === 'extra');

const isModifier = (node: Node | undefined): boolean => node?.kind === 'word' && MODIFIERS.has(node.text);

/** The `key: value` parts of a list of arguments, or in Kotlin `key = value`. */
export function namedIn(nodes: readonly Node[]): [key: string, value: Node[]][] {
  return argumentsOf(nodes).flatMap((part): [string, Node[]][] => {
    const [key, mark] = part;
    const isKey = key?.kind === 'word' || key?.kind === 'string';
    return isKey && (isMark(mark, ':') || isMark(mark, '=')) ? [[key.text, part.slice(2)]] : [];
  });
}

/** `"key" to value`. */
const pairsIn = (nodes: readonly Node[]): [key: string, value: Node[]][] =>
  argumentsOf(nodes).flatMap((part): [string, Node[]][] => {
    const [key, to] = part;
    return key?.kind === 'string' && to?.kind === 'word' && to.text === 'to' ? [[key.text, part.slice(2)]] : [];
  });

/** The name that an expression such as `rootProject.ext.versions['spring']` or `property("x")` stands for. */
export function pathOf(nodes: readonly Node[]): string | undefined {
  const parts: string[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node?.kind === 'word') {
      const next = nodes[index + 1];
      if (node.text === 'as' && index > 0) break;
      if (next?.kind === 'group' && next.open === '(' && GETTERS.has(node.text)) continue;
      if (index > 0 && !isDot(nodes[index - 1])) return undefined;
      parts.push(node.text);
    } else if (node?.kind === 'group' && node.open !== '{' && index > 0) {
      const [key, ...others] = node.nodes;
      if (key === undefined && node.open === '(') continue;
      if (key?.kind !== 'string' || others.length > 0) return undefined;
      parts.push(key.text);
    } else if (!isDot(node) && !isMark(node, '!')) return undefined;
  }
  while (parts.length > 1 && KEEPERS.has(parts[0] ?? '')) parts.shift();
  return parts.join('.');
}

const isDot = (node: Node | undefined): boolean => isMark(node, '.') || isMark(node, '?.');

/** The text that an expression says, if the script alone tells. */
export function evaluate(nodes: readonly Node[], scope: Scope, language: Language): Value | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  if (nodes.length === 1) {
    if (first.kind === 'string') return textOf(first, scope, language);
    if (first.kind === 'group') return first.open === '(' ? evaluate(first.nodes, scope, language) : undefined;
  }
  if (nodes.some((node) => isMark(node, '+'))) {
    const parts = sumOf(nodes).map((part) => evaluate(part, scope, language));
    const texts = parts.flatMap((part) => part?.text ?? []);
    return texts.length === parts.length ? { text: texts.join('') } : undefined;
  }
  const name = pathOf(nodes);
  return name === undefined ? undefined : scope.get(name);
}

function sumOf(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isMark(node, '+')) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function textOf(token: Token, scope: Scope, language: Language): Value | undefined {
  const value = inserted({ ...token, start: token.span.start }, scope, language);
  return value && { token, ...value };
}

/** A part of a string as written, and where it begins. */
export interface Written {
  readonly text: string;
  readonly start: number;
  readonly inserts: boolean;
  readonly isRaw: boolean;
}

const INSERTION = /\$(?:\{([^{}]*)\}|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*))/gu;

/** The text of a part of a string, with what is inserted. */
export function inserted({ text, start, inserts, isRaw }: Written, scope: Scope, language: Language): Value | undefined {
  const isPlain = (isRaw || !text.includes('\\')) && !(inserts && text.includes('$'));
  if (isPlain) return { text, span: { start, end: start + text.length } };
  if (!inserts || !text.includes('$')) return { text: text.replaceAll(/\\(.)/g, '$1') };
  let result = '';
  let at = 0;
  for (const match of text.matchAll(INSERTION)) {
    const path = match[2];
    // Kotlin takes only the name; what follows it is text.
    const name = path !== undefined && language === 'kotlin' ? path.split('.', 1)[0] : path;
    const value = name === undefined ? evaluate(nodesOf(match[1] ?? '', language), scope, language) : scope.get(kept(name));
    if (value === undefined) return undefined;
    const end = match.index + (name === undefined ? match[0].length : name.length + 1);
    if (match.index === 0 && end === text.length) return value;
    result += text.slice(at, match.index) + value.text;
    at = end;
  }
  const rest = text.slice(at);
  return rest.includes('${') ? undefined : { text: result + rest };
}

const VARIABLE = /^\$(?:\{([^{}]+)\}|([\p{L}_][\p{L}\p{N}_.]*))$/u;

/** The name of the variable that is all of a text, or of an expression. */
export function variableIn(written: string | readonly Node[], language: Language): string | undefined {
  if (typeof written !== 'string') {
    const [only] = written;
    return only?.kind === 'string' && written.length === 1 ? variableIn(only.text, language) : pathOf(written);
  }
  const [, expression, name] = VARIABLE.exec(written) ?? [];
  return expression !== undefined ? pathOf(nodesOf(expression, language)) : name === undefined ? undefined : kept(name);
}

const kept = (name: string): string => pathOf(nodesOf(name, 'groovy')) ?? name;

const nodesOf = (text: string, language: Language): readonly Node[] => nest(text, lex(text, language).tokens).nodes;
