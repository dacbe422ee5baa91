import type { Span } from '../../../base/span.ts';
import { isConfiguration } from './configurations.ts';
import { coordinatesIn, coordinatesOf, LIKE_VERSION, variableAt, type Coordinates } from './notation.ts';
import { evaluate, namedIn, pathOf, type Scope, type Value } from './scope.ts';
import type { Language, Token } from './lexer.ts';
import { argumentsOf, isMark, spanOfAll, statementsOf, type Group, type Node } from './tree.ts';

/** What one argument of a configuration names: a module, or an accessor of a version catalog. */
export type Entry = (Coordinates & { readonly kind: 'module' }) | { readonly kind: 'catalog'; readonly accessor: string };

export interface PlacedEntry {
  readonly entry: Entry;
  readonly span: Span;
}

export interface Script {
  readonly text: string;
  readonly language: Language;
  readonly scope: Scope;
}

/** Functions around a module that say how it is taken. */
const WRAPPERS = new Set([
  'platform',
  'enforcedPlatform',
  'testFixtures',
  'create',
  'variantOf',
  'module',
  'dependency',
  'toString',
  'deobf',
]);
/** Those that say nothing of the module. */
const PLAIN_WRAPPERS = new Set(['', 'create', 'dependency', 'deobf']);
/** Accessors of catalogs begin so, unless a settings script names catalogs otherwise. */
const CATALOG = /^(?:\w*[lL]ibs|catalog)\./;

/** The modules that the arguments of a configuration name, whichever notation they are in. */
export function entriesIn(nodes: readonly Node[], script: Script, wrapper = ''): PlacedEntry[] {
  const { scope, language } = script;
  const named = new Map(namedIn(nodes));
  if (named.has('name')) {
    const found = coordinatesOf(named, scope, language);
    return found ? [{ entry: { kind: 'module', ...withWrapper(found, wrapper) }, span: spanOfAll(significant(nodes)) }] : [];
  }
  const parts = argumentsOf(nodes).filter(
    ([first, mark]) => (first?.kind !== 'group' || first.open !== '{') && !isMark(mark, ':') && !isMark(mark, '='),
  );
  return positional(parts, named, script, wrapper) ?? parts.flatMap((part) => entriesOf(part, script, wrapper));
}

const significant = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind !== 'break');

const withWrapper = (found: Coordinates, wrapper: string): Coordinates =>
  PLAIN_WRAPPERS.has(wrapper) ? found : { ...found, classifier: `${found.classifier ?? ''} ${wrapper}`.trim() };

/** The module of that name with the group and version that `shared` gives. */
export function entriesNamed(shared: readonly Node[], name: readonly Node[], { scope, language }: Script): PlacedEntry[] {
  const found = coordinatesOf(new Map([...groupAndVersion(shared), ...namedIn(shared), ['name', [...name]]]), scope, language);
  return found ? [{ entry: { kind: 'module', ...found }, span: spanOfAll(name) }] : [];
}

/** `'group:version'`, as Spring's plugin takes it for all of a set. */
function groupAndVersion([first]: readonly Node[]): (readonly [key: string, nodes: Node[]])[] {
  const cut = first?.kind === 'string' ? first.text.indexOf(':') : -1;
  if (first?.kind !== 'string' || cut < 0) return [];
  const { text, span } = first;
  const part = (from: number, to: number): Node[] => [
    { ...first, text: text.slice(from, to), span: { start: span.start + from, end: span.start + to } },
  ];
  return [
    ['group', part(0, cut)],
    ['version', part(cut + 1, text.length)],
  ];
}

/** Kotlin's `implementation("group", "name", "version")`; the version may have its name before it. */
function positional(
  parts: readonly Node[][],
  given: ReadonlyMap<string, readonly Node[]>,
  { scope, language }: Script,
  wrapper: string,
): PlacedEntry[] | undefined {
  const [group, name] = parts;
  const version = parts[2] ?? given.get('version');
  const isPlain = (part: readonly Node[] | undefined): boolean => part?.[0]?.kind === 'string' && part.length === 1;
  if (language !== 'kotlin' || !group || !name || !isPlain(group) || !isPlain(name)) return undefined;
  if (name[0]?.kind === 'string' && LIKE_VERSION.test(name[0].text)) return undefined;
  if ([group[0], name[0]].some((token) => token?.kind === 'string' && token.text.includes(':'))) return undefined;
  // A function of the build itself may be given names of anything: `includeJars("guava", "trove4j")`.
  const isGroup = group[0]?.kind === 'string' && group[0].text.includes('.');
  const isVersion = version !== undefined && (version[0]?.kind !== 'string' || /^[[(]?[\d$]|\+$|^latest/.test(version[0].text));
  if (!isGroup && !isVersion) return undefined;
  const named = new Map<string, readonly Node[]>([
    ['group', group],
    ['name', name],
    ...(version ? [['version', version] as const] : []),
  ]);
  const found = coordinatesOf(named, scope, language);
  return found && [{ entry: { kind: 'module', ...withWrapper(found, wrapper) }, span: spanOfAll(parts.flat()) }];
}

function entriesOf(part: readonly Node[], script: Script, wrapper: string): PlacedEntry[] {
  const { scope, language } = script;
  const [first] = part;
  if (first === undefined) return [];
  const span = spanOfAll(part);
  const module = (found: Coordinates | undefined): PlacedEntry[] =>
    found ? [{ entry: { kind: 'module', ...withWrapper(found, wrapper) }, span }] : [];
  if (part.some((node) => isMark(node, '+'))) return module(sum(part, script));
  if (first.kind === 'string') return module(coordinatesIn(first, scope, language));
  if (first.kind === 'group') return first.open === '{' ? [] : entriesIn(first.nodes, script, wrapper);
  if (first.kind !== 'word') return [];
  const call = part.findIndex((node) => node.kind === 'group' && node.open === '(');
  const given = part[call];
  const called = part[call - 1];
  if (given?.kind === 'group' && called?.kind === 'word' && call > 0) {
    if (WRAPPERS.has(called.text)) return entriesIn(given.nodes, script, wrapper || called.text);
    // `include(modImplementation("a:b:1"))`.
    if (isConfiguration(called.text)) return entriesIn(given.nodes, script, wrapper);
    if (called.text === 'kotlin') return module(kotlinModule(given, script));
    // `libs.x.get()`, `"a:b:1".toString()`.
    if (called.text !== 'get') return [];
  }
  const path = pathOf(part);
  const value = path === undefined ? undefined : scope.get(path);
  if (value?.token) return module(coordinatesIn(value.token, scope, language));
  if (path === undefined || scope.has(path) || !CATALOG.test(path)) return [];
  return [{ entry: { kind: 'catalog', accessor: path.replace(/\.(?:get|asProvider)$/, '') }, span }];
}

/** `'group:name:' + version`. */
function sum(part: readonly Node[], { scope, language }: Script): Coordinates | undefined {
  const [first, plus, ...rest] = part;
  if (first?.kind !== 'string' || !isMark(plus, '+')) return undefined;
  if (!/^[^:]+:[^:]+:[^:]*$/.test(first.text)) return undefined;
  const prefix = first.text.slice(first.text.lastIndexOf(':') + 1);
  const length = first.text.length - prefix.length - 1;
  const name: Token = {
    ...first,
    text: first.text.slice(0, length),
    span: { start: first.span.start, end: first.span.start + length },
  };
  const found = coordinatesIn(name, scope, language);
  const value = prefix === '' ? evaluate(rest, scope, language) : undefined;
  const version = value ?? versionOf(evaluate(part, scope, language));
  if (found === undefined || version) return found && version && { ...found, version };
  return { ...found, ...(prefix === '' && variableAt(rest, spanOfAll(rest), scope, language)) };
}

const versionOf = (whole: Value | undefined): Value | undefined =>
  whole && { text: whole.text.slice(whole.text.lastIndexOf(':') + 1) };

/** `kotlin("stdlib")` is org.jetbrains.kotlin:kotlin-stdlib (https://kotlinlang.org/docs/gradle-configure-project.html). */
function kotlinModule({ nodes }: Group, { scope, language }: Script): Coordinates | undefined {
  const [name, given] = argumentsOf(nodes);
  const token = name?.[0];
  const module = evaluate(name ?? [], scope, language);
  if (!module || token?.kind !== 'string') return undefined;
  const version = given && evaluate(isMark(given[1], '=') ? given.slice(2) : given, scope, language);
  return {
    group: 'org.jetbrains.kotlin',
    module: `kotlin-${module.text}`,
    nameSpan: module.span ?? token.span,
    ...(version && { version }),
    ...(given && !version && variableAt(given, spanOfAll(given), scope, language)),
  };
}

/** What `version { strictly … require … prefer … }` asks for: the first that binds. */
export function richVersion(closure: Group | undefined, { scope, language }: Script): Value | 'unknown' | undefined {
  if (closure === undefined) return undefined;
  for (const statement of statementsOf(closure)) {
    const [head, ...rest] = statement;
    const block = rest.at(-1);
    if (head?.kind !== 'word' || head.text !== 'version' || block?.kind !== 'group' || block.open !== '{') continue;
    const parts = statementsOf(block);
    for (const key of ['strictly', 'require', 'prefer']) {
      const found = parts.find(([word]) => word?.kind === 'word' && word.text === key);
      if (found) return evaluate(found.slice(1), scope, language) ?? 'unknown';
    }
  }
  return undefined;
}
