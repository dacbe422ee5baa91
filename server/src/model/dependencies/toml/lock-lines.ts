/** One `key = value` of a lockfile, whose value may be a list over several lines. All numbers are UTF-16 offsets. */
export interface LockPair {
  /** The header below that of the block: `dependencies` of `[package.dependencies]`; empty for the block's own. */
  readonly section: string;
  /** Without quotes. */
  readonly key: string;
  readonly keyStart: number;
  /** Where the value begins. */
  readonly start: number;
  /** The end of its first line. */
  readonly end: number;
  /** The end of its last line. */
  until: number;
}

/** A `[[package]]` with everything up to the next header that is not below it. */
export interface LockBlock {
  /** `package`, `metadata`, …; empty for what stands above the first header. */
  readonly header: string;
  readonly start: number;
  /** The end of the last line that is not blank. */
  end: number;
  readonly pairs: LockPair[];
}

const BRACKET = 91;
const CLOSING = 93;
const HASH = 35;
const QUOTE = 34;
const BRACE = 123;

/**
 * The blocks of a lockfile in the layout that package managers write TOML in: a header, a key or a bracket at the start of a line, items of lists indented or in
 * quotes or braces. A scanner by lines, because a tree of a lockfile costs many times more and nobody edits one by hand. A lost header is made up for by the
 * second `name` of a block.
 */
export function lockBlocks(text: string): LockBlock[] {
  const blocks: LockBlock[] = [];
  let block = open(blocks, '', 0);
  let section = '';
  let pair: LockPair | undefined;
  let hasName = false;
  let equals = -1;
  let next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (next < text.length) {
    const at = next;
    const feed = text.indexOf('\n', at);
    let end = feed < 0 ? text.length : feed;
    next = end + 1;
    if (end > at && text.charCodeAt(end - 1) === 13) end--;
    if (end === at) continue;
    let start = at;
    const first = text.charCodeAt(at);
    // The line break behind a list may be lost.
    if (first === CLOSING && text.charCodeAt(at + 1) === BRACKET) start++;
    if (text.charCodeAt(start) === BRACKET) {
      const header = headerOf(text.slice(start, Math.min(end, start + 300)));
      const below = block.header !== '' && header.startsWith(`${block.header}.`);
      section = below ? header.slice(block.header.length + 1) : '';
      if (!below) {
        block = open(blocks, header, start);
        hasName = false;
      }
      block.end = end;
      pair = undefined;
      continue;
    }
    if (first === HASH) continue;
    if (equals < at) {
      equals = text.indexOf('=', at);
      if (equals < 0) equals = text.length;
    }
    const isItem =
      first === 32 ||
      first === 9 ||
      first === CLOSING ||
      first === BRACE ||
      (first === QUOTE && text.charCodeAt(equals - 2) !== QUOTE);
    if (isItem || equals >= end) {
      if (pair && isItem) pair.until = end;
      block.end = end;
      continue;
    }
    const key = unquoted(text.slice(at, equals).trimEnd());
    if (key === 'name' && section === '' && block.header !== '') {
      if (hasName) block = open(blocks, block.header, at);
      hasName = true;
    }
    let value = equals + 1;
    while (value < end && text.charCodeAt(value) === 32) value++;
    pair = { section, key, keyStart: first === QUOTE ? at + 1 : at, start: value, end, until: end };
    block.pairs.push(pair);
    block.end = end;
    const closing = closingOf(text, value, end);
    if (closing >= 0) {
      const feed = text.indexOf('\n', closing);
      pair.until = block.end = feed < 0 ? text.length : feed;
      next = pair.until + 1;
    }
  }
  return blocks;
}

/** Texts of a package, such as its description, are a few lines long: a quote that was lost must not swallow the packages behind it. */
const MAX_TEXT = 4000;

/** Where a string of several lines that begins on this one ends; negative for every other value. */
function closingOf(text: string, start: number, lineEnd: number): number {
  const quotes = text.startsWith('"""', start) ? '"""' : text.startsWith("'''", start) ? "'''" : undefined;
  if (quotes === undefined) return -1;
  const inner = text.slice(start + 3, start + MAX_TEXT).indexOf(quotes);
  return inner < 0 || start + 3 + inner < lineEnd ? -1 : start + 3 + inner;
}

function open(blocks: LockBlock[], header: string, start: number): LockBlock {
  const block = { header, start, end: start, pairs: [] };
  blocks.push(block);
  return block;
}

/** `a.b` of `[[a.b]]`, one bracket of which may be lost. */
const headerOf = (line: string): string => /^\[{1,2}([^\]]*)/.exec(line)?.[1]?.trim() ?? '';

const unquoted = (key: string): string => (key.startsWith('"') ? key.replaceAll('"', '') : key);
