import type { JsonDocument, JsonMember, JsonProblem } from './node.ts';
import { JsonNode } from './node.ts';
import { Lexer, type Token } from './tolerant-lexer.ts';

/** How many open collections a closing bracket is compared with, so that many open ones stay linear. */
const LOOK_BACK = 50;

/** A collection that is still open. */
interface Frame {
  readonly node: JsonNode;
  readonly members: { key: JsonNode; value: JsonNode | undefined }[];
  readonly items: JsonNode[];
  /** Indentation of the line that opened it: a member that starts a line at or left of it belongs further out. */
  readonly indent: number;
  /** A key that waits for its value. */
  key: JsonNode | undefined;
  keyIndent: number;
  colon: boolean;
}

/**
 * Parses broken JSON. Quotes are repaired within their line, missing brackets are told from the layout, stray ones are stepped over.
 * Linear, does not recurse. It is used for documents the strict parser refused, so a guess never costs a valid document anything.
 */
export function parseTolerant(text: string): JsonDocument {
  const lexer = new Lexer(text);
  const problems: JsonProblem[] = [];
  const frames: Frame[] = [];
  let root: JsonNode | undefined;
  let end = 0;
  /** Whether the latest string began its line: a colon asks for it when it turns out that the string was a key. */
  let keyFresh = false;

  const problem = (start: number, stop: number, message: string): void => {
    if (problems.length < 20) problems.push({ span: { start, end: stop }, message });
  };

  const frame = (node: JsonNode, indent: number): Frame => {
    const opened: Frame = {
      node,
      members: node.members as Frame['members'],
      items: node.items as JsonNode[],
      indent,
      key: undefined,
      keyIndent: -1,
      colon: false,
    };
    frames.push(opened);
    return opened;
  };

  const collection = (kind: 'object' | 'array', start: number): JsonNode =>
    new JsonNode(kind, start, start + 1, '', kind === 'object' ? [] : undefined, kind === 'array' ? [] : undefined);

  const endMember = (top: Frame): void => {
    if (top.key === undefined) return;
    top.members.push({ key: top.key, value: undefined });
    problem(top.key.start, top.key.end, 'A value is missing here.');
    top.key = undefined;
    top.colon = false;
  };

  const attach = (node: JsonNode): void => {
    const top = frames.at(-1);
    if (top === undefined) root ??= node;
    else if (top.node.kind === 'array') top.items.push(node);
    else if (top.key !== undefined) {
      if (!top.colon) problem(top.key.end, node.start, 'A colon is missing here.');
      top.members.push({ key: top.key, value: node });
      top.key = undefined;
      top.colon = false;
    }
  };

  const close = (stop: number): void => {
    const top = frames.pop();
    if (top === undefined) return;
    endMember(top);
    top.node.end = Math.max(stop, top.node.start);
  };

  const closeImplicitly = (): void => {
    problem(frames.at(-1)?.node.start ?? 0, (frames.at(-1)?.node.start ?? 0) + 1, 'This bracket is never closed.');
    close(end);
  };

  /** A bracket that was deleted: `key` turned out to be the first key of an object that nobody opened. */
  const openImplicitly = (key: JsonNode, indent: number): void => {
    problem(key.start, key.end, 'An opening brace is missing here.');
    const node = collection('object', key.start);
    attach(node);
    const opened = frame(node, indent);
    opened.key = key;
    opened.keyIndent = lexer.indent;
    opened.colon = true;
  };

  const onColon = (): void => {
    const top = frames.at(-1);
    if (top === undefined) {
      if (root?.kind !== 'string') return;
      const key = root;
      root = undefined;
      openImplicitly(key, -1);
    } else if (top.node.kind === 'array') {
      const key = top.items.at(-1);
      if (key?.kind !== 'string') return;
      top.items.pop();
      const outer = frames.at(-2);
      if (outer?.node.kind === 'object' && (!keyFresh || lexer.indent <= top.indent)) {
        closeImplicitly();
        outer.key = key;
        outer.keyIndent = lexer.indent;
        outer.colon = true;
      } else openImplicitly(key, top.indent);
    } else if (top.key !== undefined) top.colon = true;
    else {
      const last = top.members.at(-1);
      if (last?.value?.kind !== 'string') return;
      const split = last.value.text.lastIndexOf(', "');
      if (split >= 0 && last.value.text.length === last.value.end - last.value.start) {
        const { start, end: stop, text: raw } = last.value;
        last.value = new JsonNode('string', start, start + split, raw.slice(0, split).replace(/"$/, ''));
        top.key = new JsonNode('string', start + split + 3, stop, raw.slice(split + 3));
        problem(start, stop, 'A quote is missing here.');
      } else {
        top.members.pop();
        const key = last.value;
        top.key = last.key;
        top.colon = true;
        openImplicitly(key, top.keyIndent);
        return;
      }
      top.keyIndent = lexer.indent;
      top.colon = true;
    }
  };

  const onClose = (token: Token): void => {
    const kind = token.kind === '}' ? 'object' : 'array';
    let target = frames.length - 1;
    if (lexer.fresh) {
      const nearest = frames.slice(-LOOK_BACK).toReversed();
      const here = nearest.findIndex(({ node, indent }) => node.kind === kind && indent === lexer.indent);
      if (here >= 0) target = frames.length - 1 - here;
    }
    if (frames[target]?.node.kind !== kind) {
      if (kind === 'object' || frames[target - 1]?.node.kind !== kind || lexer.fresh)
        target = kind === 'object' ? target - 1 : -1;
      else target -= 1;
    }
    if (target < 0 || frames[target]?.node.kind !== kind) {
      problem(token.start, token.end, 'This bracket closes nothing.');
      return;
    }
    while (frames.length - 1 > target) closeImplicitly();
    close(token.end);
  };

  const onString = (token: Token): void => {
    if (!token.clean) problem(token.start, token.end, 'This text is not quoted as JSON demands.');
    const fresh = lexer.fresh;
    keyFresh = fresh;
    const isKey = lexer.colonFollows();
    if (fresh && isKey) {
      while (frames.length > 1 && lexer.indent <= (frames.at(-1)?.indent ?? -1)) closeImplicitly();
    }
    const top = frames.at(-1);
    const node = new JsonNode('string', token.start, token.end, token.text);
    if (top === undefined || top.node.kind === 'array') {
      attach(node);
      return;
    }
    if (top.key !== undefined && fresh && (isKey ? lexer.indent <= top.keyIndent : !top.colon)) endMember(top);
    if (top.key !== undefined) attach(node);
    else {
      const pair = isKey ? undefined : splitPair(token);
      top.keyIndent = lexer.indent;
      if (pair === undefined) top.key = node;
      else top.members.push(pair);
    }
  };

  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    switch (token.kind) {
      case '{':
      case '[': {
        const node = collection(token.kind === '{' ? 'object' : 'array', token.start);
        attach(node);
        frame(node, lexer.indent);
        break;
      }
      case '}':
      case ']':
        onClose(token);
        break;
      case ':':
        onColon();
        break;
      case ',': {
        const top = frames.at(-1);
        if (top !== undefined) endMember(top);
        break;
      }
      case 'string':
        onString(token);
        break;
      default:
        attach(new JsonNode('literal', token.start, token.end, token.text));
    }
    end = token.end;
  }
  while (frames.length > 0) closeImplicitly();
  if (problems.length === 0) problem(0, Math.min(1, text.length), 'This is not valid JSON.');
  return { root, problems };
}

/** `key: "value` in one token: the quote between key and colon is missing. */
function splitPair({ start, end, text }: Token): JsonMember | undefined {
  if (text.length !== end - start) return undefined;
  const at = text.search(/: ?"/);
  if (at <= 0) return undefined;
  const from = text.indexOf('"', at) + 1;
  return {
    key: new JsonNode('string', start, start + at, text.slice(0, at)),
    value: new JsonNode('string', start + from, end, text.slice(from)),
  };
}
