import type { MappedText } from '../shell/index.ts';
import { plainWords, readFlags, readJsonForm, isLegacyPair, readLegacyPair, readPairs, restOf, wordOf } from './arguments.ts';
import type { Statement } from './statements.ts';
import { KEYWORDS, type CommandForm, type DockerfileProblem, type Instruction, type Keyword, type Word } from './syntax.ts';

const KNOWN: ReadonlySet<string> = new Set(KEYWORDS);
const NEEDS_ARGUMENT =
  'ADD ARG COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');

export interface InstructionContext {
  readonly escape: string;
  readonly index: number;
  readonly problems: DockerfileProblem[];
}

/** Reads one instruction. Whatever it is, something is returned: unknown keywords give an `UNKNOWN` one and a problem. */
export function readInstruction({ source, hereDocuments, span }: Statement, context: InstructionContext): Instruction {
  return readFrom(source, span, hereDocuments, context, false);
}

function readFrom(
  source: MappedText,
  span: Instruction['span'],
  hereDocuments: Instruction['hereDocuments'],
  context: InstructionContext,
  isTrigger: boolean,
): Instruction {
  const keywordText = /^\S*/.exec(source.text)?.[0] ?? '';
  const keyword = keywordText.length > 20 ? '' : keywordText.toUpperCase();
  const keywordSpan = source.span(0, keywordText.length);
  const argsStart = keywordText.length + (/^\s*/.exec(source.text.slice(keywordText.length))?.[0].length ?? 0);
  const args = source.slice(argsStart, source.length);
  const base = { keywordText, keywordSpan, span, args, hereDocuments, index: context.index, isTrigger };
  if (!isKeyword(keyword)) {
    const message = `\`${keywordText.slice(0, 30)}\` is no Dockerfile instruction.`;
    context.problems.push({ kind: 'unknown-instruction', span: keywordSpan, message });
    return { ...base, keyword: 'UNKNOWN', flags: [] };
  }
  if (args.length === 0 && NEEDS_ARGUMENT.includes(keyword)) {
    context.problems.push({ kind: 'missing-argument', span: keywordSpan, message: `${keyword} needs an argument.` });
  }
  const { flags, end } = readFlags(args, context.escape);
  return { ...base, flags, ...details(keyword, args, end, hereDocuments, context, isTrigger) } as Instruction;
}

const isKeyword = (text: string): text is Keyword => KNOWN.has(text);

/** What only this kind of instruction has. `start` is where the arguments behind the flags begin. */
function details(
  keyword: Keyword,
  args: MappedText,
  start: number,
  hereDocuments: Instruction['hereDocuments'],
  context: InstructionContext,
  isTrigger: boolean,
): Partial<Instruction> {
  switch (keyword) {
    case 'FROM':
      return fromDetails(args, start);
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return { keyword, command: readCommand(args, start) };
    case 'HEALTHCHECK':
      return healthcheckDetails(args, start);
    case 'SHELL':
      return { keyword, elements: readJsonForm(args, start) ?? [] };
    case 'ADD':
    case 'COPY': {
      const elements = readJsonForm(args, start);
      const words: Word[] = elements ? elements.map(({ span, content }) => ({ span, text: content })) : plainWords(args, start);
      const destination = words.length > 1 ? words.at(-1) : undefined;
      return { keyword, isExec: elements !== undefined, sources: destination ? words.slice(0, -1) : words, destination };
    }
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return pairsDetails(keyword, args, start, context);
    case 'EXPOSE':
      return { keyword, words: plainWords(args, start) };
    case 'VOLUME': {
      const elements = readJsonForm(args, start);
      return { keyword, words: elements?.map(({ span, content }) => ({ span, text: content })) ?? plainWords(args, start) };
    }
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
    case 'MAINTAINER':
      return { keyword, word: restOf(args, start) };
    case 'ONBUILD':
      return {
        keyword,
        trigger:
          isTrigger || args.length === 0 ? undefined : readFrom(args, args.span(0, args.length), hereDocuments, context, true),
      };
  }
}

function fromDetails(args: MappedText, start: number): Partial<Instruction> {
  const [image, as, name] = plainWords(args, start).slice(0, 4);
  const isNamed = as?.text.text.toUpperCase() === 'AS';
  return { keyword: 'FROM', image, asSpan: isNamed ? as.span : undefined, name: isNamed ? name : undefined };
}

function healthcheckDetails(args: MappedText, start: number): Partial<Instruction> {
  const word = /^\S+/.exec(args.text.slice(start))?.[0] ?? '';
  const end = start + word.length;
  const isCmd = word.toUpperCase() === 'CMD';
  return {
    keyword: 'HEALTHCHECK',
    isNone: word.toUpperCase() === 'NONE',
    cmdSpan: isCmd ? args.span(start, end) : undefined,
    command: isCmd ? readCommand(args, end) : undefined,
  };
}

function pairsDetails(
  keyword: 'ARG' | 'ENV' | 'LABEL',
  args: MappedText,
  start: number,
  context: InstructionContext,
): Partial<Instruction> {
  const isLegacy = keyword !== 'ARG' && isLegacyPair(args, start, context.escape);
  const legacy = isLegacy ? readLegacyPair(args, start) : undefined;
  const pairs = isLegacy ? (legacy ? [legacy] : []) : readPairs(args, start, context.escape);
  for (const { name, value, span } of pairs) {
    const isValid = name !== '' && (keyword === 'ARG' || value !== undefined);
    if (!isValid) context.problems.push({ kind: 'invalid-pair', span, message: `${keyword} needs NAME=value.` });
  }
  return { keyword, pairs, isLegacy };
}

function readCommand(args: MappedText, start: number): CommandForm {
  const elements = readJsonForm(args, start);
  const rest = restOf(args, start) ?? wordOf(args, args.length, args.length);
  return elements ? { form: 'exec', elements, span: rest.span } : { form: 'shell', text: rest.text, span: rest.span };
}
