import type { ShellReader } from './reader.ts';
import { valueOf } from './value.ts';
import type { Assignment, Command, CompoundCommand, Redirection, SimpleCommand, Word } from './syntax.ts';
import { readWord } from './words.ts';

const REDIRECTION = /(?:[0-9]+|\{[A-Za-z_][A-Za-z0-9_]*\})?(?:<<<|<<-?|<>|<&|>>|>&|>\||<(?!\()|>(?!\())|&>>?/y;
const ASSIGNMENT = /[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]\s]{0,200}\])?\+?=/y;
const FUNCTION = /[ \t]*\([ \t]*\)/y;

/** Reads a redirection if one starts here. */
export function readRedirection(reader: ShellReader): Redirection | undefined {
  REDIRECTION.lastIndex = reader.at;
  const operator = REDIRECTION.exec(reader.text)?.[0];
  if (operator === undefined) return undefined;
  const start = reader.at;
  reader.at += operator.length;
  reader.skipBlanks();
  const word = readWord(reader);
  const target = word.parts.length > 0 ? word : undefined;
  const redirection: Redirection = { span: reader.span(start), operator, target };
  if (/<<-?$/.test(operator) && target) {
    const quoted = target.parts.some(
      (part) => part.kind !== 'literal' || part.end - part.start !== part.span.end - part.span.start,
    );
    const delimiter = valueOf(target) ?? reader.source.text.slice(start + operator.length, reader.at).trim();
    reader.announce({ redirection, delimiter, quoted, stripTabs: operator.endsWith('-') });
  }
  return redirection;
}

export function readRedirections(reader: ShellReader): Redirection[] {
  const redirections: Redirection[] = [];
  for (;;) {
    reader.skipBlanks();
    const redirection = readRedirection(reader);
    if (!redirection) return redirections;
    redirections.push(redirection);
  }
}

/** `readCommand` reads the body of a function. */
export function readSimpleCommand(
  reader: ShellReader,
  readCommand: (reader: ShellReader) => Command | undefined,
): SimpleCommand | CompoundCommand | undefined {
  const start = reader.at;
  let end = start;
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  for (;;) {
    reader.skipBlanksAndComment();
    if (reader.atEnd) break;
    const redirection = readRedirection(reader);
    if (redirection) redirections.push(redirection);
    else {
      const assignment = words.length === 0 ? readAssignment(reader) : undefined;
      if (assignment) assignments.push(assignment);
      else {
        const word = readWord(reader);
        if (word.parts.length === 0) break;
        words.push(word);
        if (words.length === 1 && isFunction(reader)) return readFunction(reader, start, words, readCommand);
      }
    }
    end = reader.at;
  }
  if (end === start) return undefined;
  return { kind: 'simple', span: reader.span(start, end), assignments, words, redirections };
}

function readAssignment(reader: ShellReader): Assignment | undefined {
  ASSIGNMENT.lastIndex = reader.at;
  const head = ASSIGNMENT.exec(reader.text)?.[0];
  if (head === undefined) return undefined;
  const start = reader.at;
  const name = /^\w+/.exec(head)?.[0] ?? '';
  const nameSpan = reader.span(start, start + name.length);
  reader.at += head.length;
  const isArray = reader.peek() === '(';
  if (isArray) skipArray(reader);
  const value = isArray ? undefined : readWord(reader);
  return { span: reader.span(start), name, nameSpan, append: head.endsWith('+='), value };
}

/** An array's words are read, so that quotes in it cannot confuse what follows, and forgotten. */
function skipArray(reader: ShellReader): void {
  reader.at++;
  while (!reader.atEnd && reader.peek() !== ')') {
    reader.skipLines();
    const before = reader.at;
    readWord(reader);
    if (reader.at === before && reader.peek() !== ')') reader.at++;
  }
  if (!reader.atEnd) reader.at++;
}

function isFunction(reader: ShellReader): boolean {
  FUNCTION.lastIndex = reader.at;
  return FUNCTION.test(reader.text);
}

function readFunction(
  reader: ShellReader,
  start: number,
  words: readonly Word[],
  readCommand: (reader: ShellReader) => Command | undefined,
): CompoundCommand {
  FUNCTION.lastIndex = reader.at;
  reader.at += FUNCTION.exec(reader.text)?.[0].length ?? 0;
  reader.skipLines();
  const body = reader.nested(
    () => readCommand(reader),
    () => undefined,
  );
  return {
    kind: 'function',
    span: reader.span(start),
    words,
    lists: body ? [listOf(body)] : [],
    redirections: [],
    closed: body !== undefined,
  };
}

/** A list of one command. */
export function listOf(command: Command): CompoundCommand['lists'][number] {
  const { span } = command;
  const pipeline = { span, negated: false, commands: [command], operators: [] };
  return { span, items: [{ span, pipelines: [pipeline], operators: [], terminator: undefined }] };
}
