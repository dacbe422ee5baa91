import { Composer, type CST, Lexer, Parser } from 'yaml';
import { buildTree } from './library-tree.ts';
import { problemOf } from './library-problems.ts';
import { survey } from './library-survey.ts';
import { type RawDocument, unread } from './raw-document.ts';

/**
 * Deeper collections are not composed, because the library recurses once per level. Real manifests stay below 60 (custom resource
 * definitions), and 200 levels are far from the stack's end even in a web worker.
 */
const DEEPEST = 200;

/** The library spends about 400 bytes on a token: this bounds it to about 400 MB and a few seconds. */
const MOST_TOKENS = 1_000_000;

/**
 * Parses one document with the `yaml` package. `text` holds one document and neither a lone `\r` nor control characters, which the
 * library's lexer uses as signals.
 */
export function parseWithLibrary(text: string): RawDocument {
  const tokens = tokensOf(text);
  if (!tokens) return unread('too-large', 0);
  const { comments, properties, depth, deepest } = survey(tokens);
  if (depth > DEEPEST) return { ...unread('too-deep', deepest), comments };
  const documents = [...boundedComposer().compose(tokens)];
  const [first, second] = documents;
  const { root, problems } = first ? buildTree(first.contents, properties) : { root: undefined, problems: [] };
  for (const { errors } of documents) problems.push(...errors.flatMap((error) => problemOf(error) ?? []));
  if (second) problems.push({ code: 'unexpected-content', span: { start: second.range[0], end: second.range[1] } });
  return { root, comments, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** More mistakes than anyone reads; the library spends an error object with its stack on each. */
const MOST_ERRORS = 200;

/** A composer that stops to note mistakes after the first few hundred: hundreds of thousands take it minutes. */
function boundedComposer(): Composer {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true });
  // The types call it private, but it is the one door that every mistake goes through; a test of extremes notices when it is gone.
  const open = composer as unknown as { onError: (...problem: unknown[]) => void };
  const note = open.onError;
  let noted = 0;
  open.onError = (...problem) => {
    if (++noted <= MOST_ERRORS) note(...problem);
  };
  return composer;
}

function tokensOf(text: string): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  let strays = 0;
  const keep = (token: CST.Token): void => {
    if (token.type !== 'error' || ++strays <= MOST_ERRORS) tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MOST_TOKENS) return undefined;
    for (const token of parser.next(lexeme)) keep(token);
  }
  for (const token of parser.end()) keep(token);
  return tokens;
}
