import type { Span } from '../../../base/span.ts';
import type { Comment } from '../../document.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Runtime } from '../file.ts';
import { linesOf, trimmed, wholeLine } from '../lines.ts';
import { isMistyped } from '../misspelt.ts';
import { unjoined } from './joined.ts';
import { parseRequirement } from './requirement.ts';

/** Lists of requirements in `[options]`. */
const LISTS: Readonly<Record<string, readonly Group[]>> = {
  install_requires: [],
  setup_requires: [],
  tests_require: ['dev'],
};

const EXTRAS = 'options.extras_require';

const HEADER = /^(?:\[?([\w.:-]+)\](?![\w.-]*[=<>])|\[([\w.:-]+)$)\s*/;
/** The equals sign behind a key that begins a list may be lost. */
const PAIR = /^([\w.-]+)\s*(?:[=:]\s*(?!=)|$)/;
/** `install_requires = a[options]` asks for extras. */
const LISTED = /^\w*require\w*[ \t]*=(?!.*[<>=~!]=)/;
const INDENTED_PAIR = /^([A-Za-z][\w.-]*)[ \t]*=[ \t]*(?=[A-Za-z])/;
/** The key of a list whose line break before it is lost. */
const GLUED = /(?<=\S)(install_requires|setup_requires|tests_require)\s*=(?!=)\s*(\S[^]*)?$/;

/** A header at the end of a line, behind what is no name with extras in brackets. */
const JOINED_HEADER =
  /(?:(?<=\S)\[options\.[\w.]+|(?<=(?:[<>=~!]=?[ \t]{0,5}[\w.]{1,30}|::.{1,100}|^\w+[ \t]*=[^[\]]{0,100}))\[options)\]$/;

/** A line whose line break before a header is lost is two: `    a>=1.0[options.extras_require]`. */
function unjoinedHeader(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end).trimEnd();
  if (!line.endsWith(']') || line.length > 500) return [{ start, end }];
  const at = start + line.search(JOINED_HEADER);
  return at <= start || LISTED.test(line)
    ? [{ start, end }]
    : [
        { start, end: at },
        { start: at, end },
      ];
}

/** Reads the requirements of setup.cfg (https://setuptools.pypa.io/en/latest/userguide/declarative_config.html). Indented lines continue a key's value. */
export function parseSetupCfg(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  const runtimes: Runtime[] = [];
  const comments: Comment[] = [];
  let waiting = 0;
  let section = '';
  let key = '';
  let name: string | undefined;
  for (const line of linesOf(text).flatMap((whole) => unjoinedHeader(text, whole))) {
    const inner = trimmed(text, line);
    const written = text.slice(inner.start, inner.end);
    if (written === '') continue;
    if (/^[#;]/.test(written)) {
      comments.push({ span: inner, text: written.slice(1).trim(), covers: inner });
      continue;
    }
    for (; waiting < comments.length; waiting++) comments[waiting] = { ...(comments[waiting] as Comment), covers: line };
    const isIndented = inner.start > line.start;
    const header = isIndented ? null : HEADER.exec(written);
    if (header) {
      section = header[1] ?? header[2] ?? '';
      key = '';
    }
    const from = header?.[0].length ?? 0;
    let value: Span = { start: inner.start + from, end: inner.end };
    // No requirement looks like a key with its value, which stands there where a line break is lost.
    const pair =
      isIndented && key !== ''
        ? (isLike(EXTRAS, section) ? INDENTED_PAIR : undefined)?.exec(written)
        : PAIR.exec(written.slice(from));
    if (pair) {
      key = pair[1] ?? '';
      value = { start: value.start + pair[0].length, end: inner.end };
    }
    const glued = GLUED.exec(written.slice(-200));
    if (glued) {
      key = glued[1] ?? '';
      if (glued[2] === undefined) continue;
      value = { start: inner.end - glued[2].length, end: inner.end };
    }
    const content = text.slice(value.start, value.end);
    // No requirement ends so: another key stands behind one, whose line break is lost.
    if (pair && /\w[ \t]*=$/.test(content)) {
      key = ' ';
      continue;
    }
    if (content === '') continue;
    if (section === 'metadata' && key === 'name') name ??= content;
    if (section === 'options' && key === 'python_requires')
      runtimes.push({ name: 'python', requirement: content, requirementSpan: value });
    const list = listOf(section, key);
    if (list === undefined) continue;
    // Of a requirement, setuptools drops what stands behind a blank and a hash.
    const hash = /\s#/.exec(content)?.index;
    if (hash !== undefined) {
      const span = { start: value.start + hash + 1, end: value.end };
      comments.push({ span, text: text.slice(span.start + 1, span.end).trim(), covers: line });
      waiting = comments.length;
      value = trimmed(text, { start: value.start, end: value.start + hash });
    }
    for (const part of pair ? semicolons(text, value) : [value]) {
      // Several requirements may stand on one line whose breaks are lost.
      for (const { text: one, at } of unjoined(text.slice(part.start, part.end))) {
        const read = parseRequirement(one, part.start + at);
        if (read)
          dependencies.push({
            ...read,
            use: 'declared',
            kind: 'direct',
            ...list,
            span: part,
            ...(!pair && { deletion: wholeLine(text, line) }),
          });
      }
    }
  }
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'setup.cfg',
    role: 'manifest',
    comments,
    ...(name !== undefined && { name }),
    dependencies,
    runtimes,
  });
}

/** A name that PEP 508 compares in a marker, which a semicolon stands before as well. */
const MARKER = /^\(*\s*(?:python_|os_name|sys_platform|platform_|implementation_|extra\b|['"])/;

/** Of the line of the key: setuptools separates by semicolons there. Before a marker it is none of a list. */
function semicolons(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end;) {
    const found = text.slice(from, end).indexOf(';');
    const to = found < 0 ? end : from + found;
    const part = trimmed(text, { start: from, end: to });
    const last = parts.at(-1);
    if (last && MARKER.test(text.slice(part.start, part.end))) parts[parts.length - 1] = { start: last.start, end: part.end };
    else if (part.start < part.end) parts.push(part);
    from = to + 1;
  }
  return parts;
}

/** Which list a line is in, even if its header or key lacks a character. */
function listOf(section: string, key: string): Pick<Dependency, 'section' | 'groups'> | undefined {
  if (isLike(EXTRAS, section)) return { section: `${EXTRAS}.${key}`, groups: ['optional'] };
  const list = isLike('options', section) ? Object.keys(LISTS).find((known) => isLike(known, key)) : undefined;
  return list === undefined ? undefined : { section: `options.${list}`, groups: LISTS[list] ?? [] };
}

const isLike = (whole: string, word: string): boolean => whole === word || isMistyped(whole, word);
