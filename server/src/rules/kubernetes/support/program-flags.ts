import { type Span, span } from '../../../base/span.ts';
import type { Container } from '../../../model/kubernetes/index.ts';
import { execInvocations, type Invocation, valueOf, type Word } from '../../../model/shell/index.ts';
import { asSequence, at, type YamlScalar, type YamlSequence } from '../../../model/yaml/index.ts';
import { commandItems, commandWords } from './commands.ts';

export interface Flag {
  /** Without dashes, with `-` where the program takes `_` as well. */
  readonly name: string;
  /** Undefined where it is not literal. What has no value is true. */
  readonly value: string | undefined;
  /** The value's text as written; undefined where nothing stands, or where escapes hide it. */
  readonly valueSpan: Span | undefined;
  /** The whole word. */
  readonly span: Span;
  /** Where text behind the name would stand; undefined where escapes hide it. */
  readonly nameEnd: number | undefined;
  /** The next word is the value, unless the flag is a boolean. */
  readonly isSplit: boolean;
}

export interface Program<T extends string> {
  readonly name: T;
  /** The word that names the program. */
  readonly span: Span;
  readonly flags: readonly Flag[];
  /** All its words are known, so that a flag that is not there is missing. */
  readonly isComplete: boolean;
  /** The lists that its words are items of, `args` last; none in a script. */
  readonly lists: readonly YamlSequence[];
}

/** Builds for single architectures have it at the end of their names. */
const ARCHITECTURE = /-(?:amd64|arm64|arm|ppc64le|s390x)$/;
/** How much longer than its content a word may be written. */
const QUOTES = 2;
const HYPERKUBE: ReadonlySet<string> = new Set(['hyperkube', 'k8s']);

/**
 * The program that a container runs, if it is one of `names`: as command, in a script, or, where only options stand, as the entrypoint of the image of that
 * name.
 */
export function programOf<T extends string>(text: string, container: Container, names: readonly T[]): Program<T> | undefined {
  const items = commandItems(container);
  const image = imageName(container.image);
  // Reading a long script costs more than seeing that it names none of them.
  const isNamed = (text: string): boolean => names.some((name) => text.includes(name));
  if (!isNamed(image) && !items.some((item) => item && isNamed(item.text))) return undefined;
  const words = commandWords(text, items);
  const isComplete = !container.isPartial && !items.includes(undefined);
  const lists = ['command', 'args'].flatMap((key) => asSequence(at(container.node, key)) ?? []);
  for (const invocation of execInvocations(words)) {
    const { word, args } = withoutHyperkube(invocation);
    const base = baseOf(word);
    const name = names.find((each) => each === base);
    if (name !== undefined) return program(text, name, word.span, args, isComplete, invocation.place ? [] : lists);
  }
  const name = names.find((each) => each === image);
  const areOptions = words[0] !== undefined && valueOf(words[0])?.startsWith('-');
  if (name === undefined || !container.image || !areOptions || at(container.node, 'command') !== undefined) return undefined;
  return program(text, name, container.image.span, words, isComplete, lists);
}

/** `hyperkube apiserver` is the API server. */
function withoutHyperkube({ name, word, args }: Invocation): { readonly word: Word; readonly args: readonly Word[] } {
  const [first, ...rest] = args;
  return HYPERKUBE.has(name) && first ? { word: first, args: rest } : { word, args };
}

function baseOf(word: Word): string {
  const value = valueOf(word) ?? '';
  return value.slice(value.lastIndexOf('/') + 1);
}

function imageName(image: YamlScalar | undefined): string {
  const reference = image?.text ?? '';
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return name.replace(/[:@].*$/s, '').replace(ARCHITECTURE, '');
}

function program<T extends string>(
  text: string,
  name: T,
  where: Span,
  words: readonly Word[],
  isComplete: boolean,
  lists: readonly YamlSequence[],
): Program<T> {
  const values = words.map((word) => literalOf(word));
  const flags = words.flatMap((word, index) => flagOf(text, word, values[index], words[index + 1], values[index + 1]) ?? []);
  return { name, span: where, flags, isComplete: isComplete && !values.includes(undefined), lists };
}

/** Kubernetes puts variables in place of `$(NAME)`. */
function literalOf(word: Word): string | undefined {
  const value = valueOf(word);
  return value?.startsWith('$(') ? undefined : value;
}

function flagOf(
  text: string,
  word: Word,
  written: string | undefined,
  next: Word | undefined,
  nextValue: string | undefined,
): Flag | undefined {
  const [, dashed = '', separator = '', value = ''] = /^--?([A-Za-z][\w-]*)(=?)(.*)$/s.exec(written ?? '') ?? [];
  if (dashed === '') return undefined;
  const name = dashed.replaceAll('_', '-');
  const nameEnd = placeIn(text, word, written ?? '', separator + value)?.start;
  const base = { name, nameEnd, span: word.span, isSplit: false };
  if (separator !== '') {
    const known = value.includes('$(') ? undefined : value;
    return { ...base, value: known, valueSpan: placeIn(text, word, written ?? '', value) };
  }
  if (!next || nextValue?.startsWith('-')) return { ...base, value: '', valueSpan: undefined };
  if (nextValue === undefined) return { ...base, value: undefined, valueSpan: undefined };
  return { ...base, isSplit: true, value: nextValue, valueSpan: placeIn(text, next, nextValue, nextValue) };
}

/** Where `value`, the end of the word's content, stands; undefined where the content is not written as it is. */
function placeIn(text: string, { span: where }: Word, content: string, value: string): Span | undefined {
  if (where.end - where.start > content.length + QUOTES) return undefined;
  const found = text.slice(where.start, where.end).indexOf(content);
  const end = where.start + found + content.length;
  return found < 0 ? undefined : span(end - value.length, end);
}
