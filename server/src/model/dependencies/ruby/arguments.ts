import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { pinnedVersion } from '../versions/index.ts';
import { rubyVersions } from '../versions/rubygems/index.ts';
import type { RubyToken } from './tokens.ts';

/** A text of the program with its place inside the quotes. */
export interface RubyText {
  readonly text: string;
  readonly span: Span;
}

/** What a call is given. */
export interface RubyArguments {
  /** Each by its tokens. */
  readonly positional: readonly (readonly RubyToken[])[];
  /** `key: value`, `:key => value`, `'key' => value`, the last one of each key. */
  readonly options: ReadonlyMap<string, RubyOption>;
}

export interface RubyOption {
  /** Without colon or quotes. */
  readonly keySpan: Span;
  readonly value: readonly RubyToken[];
}

/** The arguments of a call whose verb and perhaps receiver are cut off already, with or without parentheses. */
export function argumentsIn(tokens: readonly RubyToken[], isInHash = false): RubyArguments {
  const isWrapped = tokens[0]?.text === '(' && tokens[0].kind === 'other';
  const parts: RubyToken[][] = [[]];
  let depth = 0;
  for (const token of isWrapped ? tokens.slice(1) : tokens) {
    if (token.kind === 'other') {
      if (/^[([{]$/.test(token.text)) depth++;
      // The closing parenthesis of the call itself.
      else if (/^[)\]}]$/.test(token.text) && --depth < 0) break;
      else if (token.text === ',' && depth === 0) {
        parts.push([]);
        continue;
      }
    }
    if (token.kind !== 'line') parts.at(-1)?.push(token);
  }
  const positional: (readonly RubyToken[])[] = [];
  const options = new Map<string, RubyOption>();
  for (const part of parts) readPart(part, isInHash, positional, options);
  return { positional, options };
}

function readPart(
  part: readonly RubyToken[],
  isInHash: boolean,
  positional: (readonly RubyToken[])[],
  options: Map<string, RubyOption>,
): void {
  const [first, second] = part;
  if (first === undefined) return;
  // `**options`: whatever they are, they are no requirement.
  if (first.text === '*' && second?.text === '*' && first.end === second.start) return;
  // A hash in braces as the last argument.
  if (first.text === '{' && first.kind === 'other') {
    for (const [key, option] of isInHash ? [] : argumentsIn(part.slice(1), true).options) options.set(key, option);
    return;
  }
  if (first.kind === 'label') options.set(first.text, { keySpan: first.span, value: part.slice(1) });
  else if (second?.text === '=>' && second.kind === 'other')
    options.set(first.text, { keySpan: first.span, value: part.slice(2) });
  else positional.push(part);
}

/** The text that an argument is, if that is known: in quotes, perhaps with `.freeze` behind it. */
export function textIn(tokens: readonly RubyToken[] | undefined): RubyText | undefined {
  const [first, dot, method] = tokens ?? [];
  if (first?.kind !== 'string' || first.isOpen === true || first.text.includes('\\')) return undefined;
  const isPlain = dot === undefined || (dot.text === '.' && method?.text === 'freeze' && tokens?.length === 3);
  return isPlain ? { text: first.text, span: first.span } : undefined;
}

/** The texts of `'a'`, `:a`, `['a', :b]`, `%w[a b]`; undefined where one is not known. */
export function textsIn(tokens: readonly RubyToken[]): RubyText[] | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  if (first.kind === 'list') return tokens.length === 1 ? [...(first.items ?? [])] : undefined;
  if (first.kind === 'symbol') return tokens.length === 1 ? [{ text: first.text, span: first.span }] : undefined;
  if (first.kind === 'other' && first.text === '[') {
    const texts: RubyText[] = [];
    for (const part of argumentsIn(tokens.slice(1)).positional) {
      const inner = part[0]?.kind === 'other' && part[0].text === '[' ? undefined : textsIn(part);
      if (inner === undefined) return undefined;
      texts.push(...inner);
    }
    return texts;
  }
  const one = textIn(tokens);
  return one && [one];
}

/**
 * The requirement that arguments behind a name make up: texts, lists of them, `Gem::Requirement.new(…)`. Of several texts it is what stands between the outer
 * quotes; where comments or `.freeze` are between them they are joined by commas instead, and have the same place.
 */
export function requirementIn(
  text: string,
  positional: readonly (readonly RubyToken[])[],
): Pick<Dependency, 'requirement' | 'requirementSpan' | 'version' | 'versionSpan'> {
  const texts: RubyText[] = [];
  for (const argument of positional) {
    const found = textsIn(isRequirementNew(argument) ? [BRACKET, ...argument.slice(6)] : argument);
    // Something that the program computes: nothing is known of the whole.
    if (found === undefined) return {};
    texts.push(...found);
  }
  const first = texts[0];
  const last = texts.at(-1);
  if (first === undefined || last === undefined) return {};
  const requirementSpan = { start: first.span.start, end: last.span.end };
  const between = text.slice(requirementSpan.start, requirementSpan.end);
  const requirement = texts.length === 1 || rubyVersions.intervals(between) ? between : texts.map((one) => one.text).join(', ');
  const version = pinnedVersion(rubyVersions, requirement);
  return {
    requirement,
    requirementSpan,
    ...(version !== undefined && { version, versionSpan: requirementSpan }),
  };
}

/** `Gem::Requirement.new(` */
const isRequirementNew = (tokens: readonly RubyToken[]): boolean =>
  tokens
    .slice(0, 5)
    .map((token) => token.text)
    .join(' ') === 'Gem :: Requirement . new';

const BRACKET: RubyToken = { kind: 'other', text: '[', span: { start: 0, end: 0 }, start: 0, end: 0 };
