import type { Span } from '../../../base/span.ts';
import type { Language, Token } from './lexer.ts';
import { evaluate, inserted, variableIn, type Scope, type Value } from './scope.ts';
import { spanOfAll, type Node } from './tree.ts';

/** A module as a script names it. */
export interface Coordinates {
  readonly group: string;
  readonly module: string;
  readonly nameSpan: Span;
  /** Where the group is written apart from the name. */
  readonly groupSpan?: Span;
  /** Absent where none is given. */
  readonly version?: Value;
  /** The variable that a version is given by which the script alone does not tell. */
  readonly variable?: { readonly name: string; readonly span: Span };
  readonly classifier?: string;
}

/** No module is called so: `plugin("a.b:1.0")` of other tools names something else. */
export const LIKE_VERSION = /^\d+\.\d/;
const PART = /^[A-Za-z0-9_][\w.-]*$/;

/** `group:name:version:classifier@ext` in a string of a script (https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html). */
export function coordinatesIn(
  { text, span, inserts, isRaw }: Pick<Token, 'text' | 'span' | 'inserts' | 'isRaw'>,
  scope: Scope,
  language: Language,
): Coordinates | undefined {
  const cuts = colonsIn(text, inserts);
  if (cuts.length === 0 || cuts.length > 3 || /[\s/\\]/.test(text.slice(0, cuts[1] ?? text.length))) return undefined;
  const at = cuts.findIndex((cut) => cut < 0);
  if (at >= 0) return undefined;
  const ends = [...cuts, text.length];
  const part = (index: number): { text: string; start: number } => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    const to = ends[index] ?? from;
    const written = text.slice(from, to);
    // `@aar` says which file of the module is meant.
    const ext = index > 0 ? written.indexOf('@') : -1;
    return { text: ext < 0 ? written : written.slice(0, ext), start: span.start + from };
  };
  const valueOf = (index: number): Value | undefined => inserted({ ...part(index), inserts, isRaw }, scope, language);
  const group = valueOf(0);
  const module = valueOf(1);
  if (
    !group ||
    !module ||
    !PART.test(group.text) ||
    !PART.test(module.text) ||
    (cuts.length === 1 && LIKE_VERSION.test(module.text))
  )
    return undefined;
  const written = cuts.length > 1 ? part(2) : undefined;
  const version = written && written.text !== '' ? valueOf(2) : undefined;
  const ext = /@([\w.-]+)$/.exec(text)?.[0] ?? '';
  const classifier = (cuts.length > 2 ? (valueOf(3)?.text ?? '') : '') + ext;
  return {
    group: group.text,
    module: module.text,
    nameSpan: { start: span.start, end: part(1).start + part(1).text.length },
    ...(version && { version }),
    ...(written && !version && inserts && variableAt(written.text, spanFrom(written), scope, language)),
    ...(classifier !== '' && { classifier }),
  };
}

const spanFrom = ({ text, start }: { readonly text: string; readonly start: number }): Span => ({
  start,
  end: start + text.length,
});

/** Of a string alone, what is in its quotes. */
const insideOf = (nodes: readonly Node[]): Span => {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'string' ? only.span : spanOfAll(nodes);
};

/** A variable that the script does not define. */
export function variableAt(
  written: string | readonly Node[],
  span: Span,
  scope: Scope,
  language: Language,
): Pick<Coordinates, 'variable'> {
  const name = variableIn(written, language);
  return name === undefined || name === 'null' || scope.has(name) ? {} : { variable: { name, span } };
}

/** Colons that are not part of an inserted expression. */
function colonsIn(text: string, inserts: boolean): number[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inserts && char === '$' && text[at + 1] === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === ':' && depth === 0) cuts.push(at);
  }
  return cuts;
}

/** `group: 'a', name: 'b', version: 'c'`. */
export function coordinatesOf(
  named: ReadonlyMap<string, readonly Node[]>,
  scope: Scope,
  language: Language,
): Coordinates | undefined {
  const valueOf = (key: string): Value | undefined => evaluate(named.get(key) ?? [], scope, language);
  const group = valueOf('group');
  const module = valueOf('name');
  const place = named.get('name')?.[0];
  if (!group || !module || !place || !PART.test(group.text) || !PART.test(module.text)) return undefined;
  const version = valueOf('version');
  const given = named.get('version');
  const classifier = valueOf('classifier');
  return {
    group: group.text,
    module: module.text,
    nameSpan: module.span ?? place.span,
    ...(group.span && named.get('group')?.[0]?.kind === 'string' && { groupSpan: group.span }),
    ...(version && { version }),
    ...(!version && given && variableAt(given, insideOf(given), scope, language)),
    ...(classifier && { classifier: classifier.text }),
  };
}
