import { parseCompound } from './compound.ts';
import type { MappedText } from './mapped-text.ts';
import { ShellReader } from './reader.ts';
import { readSimpleCommand } from './simple-command.ts';
import type { AndOr, Command, List, Operator, Pipeline, Script } from './syntax.ts';
import { readHereDocumentParts } from './words.ts';

/** Parses a script. Total: whatever the text, the tree covers what could be understood. */
export function parseScript(source: MappedText): Script {
  const reader = new ShellReader(source, { parseSubstitution, parseExpansions: readHereDocumentParts, depth: 0 });
  const list = readList(reader, () => false);
  reader.finish();
  return { source, list, comments: reader.comments };
}

/** The commands of `$(…)` up to its `)`, which is consumed. In backticks the text ends instead. */
function parseSubstitution(reader: ShellReader): List {
  const list = readList(reader, () => reader.peek() === ')');
  if (reader.peek() === ')') reader.at++;
  return list;
}

/** Commands up to where `stops` says so, or the end. */
export function readList(reader: ShellReader, stops: () => boolean): List {
  const start = reader.at;
  const items: AndOr[] = [];
  let end = start;
  for (;;) {
    reader.skipLines();
    if (reader.atEnd || stops()) break;
    const before = reader.at;
    const item = readAndOr(reader, stops);
    if (item) {
      items.push(item);
      end = reader.at;
    }
    // A separator or closing word that nothing waits for must not stop the reader.
    if (reader.at === before) reader.at++;
  }
  const [first] = items;
  return {
    span: first ? { start: first.span.start, end: reader.span(start, end).end } : reader.span(start, start),
    items,
  };
}

function readAndOr(reader: ShellReader, stops: () => boolean): AndOr | undefined {
  const pipelines: Pipeline[] = [];
  const operators: Operator[] = [];
  for (;;) {
    reader.skipBlanksAndComment();
    if (operators.length > 0) reader.skipLines();
    const pipeline = reader.atEnd || stops() ? undefined : readPipeline(reader, stops);
    if (!pipeline) break;
    pipelines.push(pipeline);
    reader.skipBlanksAndComment();
    const operator = readOperator(reader, ['&&', '||']);
    if (!operator) break;
    operators.push(operator);
  }
  const [first, last] = [pipelines[0], pipelines.at(-1)];
  if (!first || !last) return undefined;
  const end = Math.max(last.span.end, operators.length === pipelines.length ? (operators.at(-1)?.span.end ?? 0) : 0);
  const terminator = readTerminator(reader);
  return { span: { start: first.span.start, end }, pipelines, operators, terminator };
}

function readTerminator(reader: ShellReader): Operator | undefined {
  if (reader.peek() === '\n') {
    const start = reader.at;
    const span = reader.span(start, start + 1);
    reader.lineBreak();
    return { kind: '\n', span };
  }
  // `;;` ends a clause of `case`; the clause consumes it.
  if (reader.startsWith(';;') || reader.startsWith(';&')) return undefined;
  return readOperator(reader, [';', '&']);
}

function readOperator(reader: ShellReader, kinds: readonly Operator['kind'][]): Operator | undefined {
  const kind = kinds.find((each) => reader.startsWith(each));
  if (kind === undefined) return undefined;
  const start = reader.at;
  reader.at += kind.length;
  return { kind, span: reader.span(start) };
}

function readPipeline(reader: ShellReader, stops: () => boolean): Pipeline | undefined {
  let negated = false;
  while (reader.peek() === '!' && /\s/.test(reader.peek(1))) {
    negated = !negated;
    reader.at++;
    reader.skipBlanks();
  }
  const commands: Command[] = [];
  const operators: Operator[] = [];
  for (;;) {
    if (operators.length > 0) reader.skipLines();
    const command = reader.atEnd || stops() ? undefined : readCommand(reader);
    if (!command) break;
    commands.push(command);
    reader.skipBlanksAndComment();
    if (reader.startsWith('||')) break;
    const operator = readOperator(reader, ['|&', '|']);
    if (!operator) break;
    operators.push(operator);
  }
  const [first, last] = [commands[0], commands.at(-1)];
  return first && last ? { span: { start: first.span.start, end: last.span.end }, negated, commands, operators } : undefined;
}

function readCommand(reader: ShellReader): Command | undefined {
  return parseCompound(reader, readList) ?? readSimpleCommand(reader, readCommand);
}
