import type { Span } from '../../../base/span.ts';
import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type DependencyFormat, type Registry, type Setting } from '../file.ts';
import { linesOf, trimmed, wholeLine } from '../lines.ts';

/**
 * Reads `key = value` files with optional `[section]` lines: .npmrc (https://docs.npmjs.com/cli/configuring-npm/npmrc), .pypirc and pip.conf. Lines
 * indented below a key continue its value in the two Python formats.
 */
export function parseIni(text: string, format: '.npmrc' | '.pypirc' | 'pip.conf'): DependencyFile {
  const settings: Setting[] = [];
  const comments: { span: Span; line: Span }[] = [];
  const content: Span[] = [];
  let section = '';
  let key = '';
  let keySpan: Span = { start: 0, end: 0 };
  for (const line of linesOf(text)) {
    const inner = trimmed(text, line);
    const written = text.slice(inner.start, inner.end);
    if (written === '') continue;
    if (/^[#;]/.test(written)) {
      comments.push({ span: inner, line });
      continue;
    }
    content.push(line);
    const header = /^\[([^\]]*)\]?$/.exec(written);
    if (header) {
      section = header[1]?.trim() ?? '';
      continue;
    }
    const continued = format !== '.npmrc' && inner.start > line.start && key !== '';
    const equals = continued ? -1 : format === '.npmrc' ? written.indexOf('=') : written.search(/[=:]/);
    if (!continued) key = (equals < 0 ? written : written.slice(0, equals)).trim();
    if (continued) withoutDeletion(settings);
    else keySpan = trimmed(text, { start: inner.start, end: equals < 0 ? inner.end : inner.start + equals });
    const from = inner.start + equals + 1;
    // npm ends a value at `;` or `#`; the two Python formats do not.
    const end = format === '.npmrc' ? from + lengthWithoutComment(text.slice(from, inner.end)) : inner.end;
    const outer = trimmed(text, { start: from, end: equals < 0 && !continued ? from : end });
    const value = unquoted(text, equals < 0 && !continued ? { start: inner.start, end: inner.start } : outer);
    settings.push({
      section,
      key,
      keySpan,
      value: text.slice(value.start, value.end),
      valueSpan: value,
      span: { start: continued ? inner.start : keySpan.start, end: Math.max(keySpan.end, outer.end) },
      deletion: wholeLine(text, line),
    });
  }
  return dependencyFile({
    ecosystem: format === '.npmrc' ? 'npm' : 'PyPI',
    format,
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
    registries: settings.flatMap((setting) => registriesOf(setting, format)),
  });
}

/** Who deleted the line of a key alone would give what continues it to the key before. */
function withoutDeletion(settings: Setting[]): void {
  const last = settings.at(-1);
  if (last?.deletion === undefined || last.span.start !== last.keySpan.start) return;
  const { section, key, keySpan, value, valueSpan, span } = last;
  settings[settings.length - 1] = { section, key, keySpan, value, valueSpan, span };
}

/** How much of the rest of a line is value. In quotes, and behind a backslash, `;` and `#` are part of it. */
function lengthWithoutComment(rest: string): number {
  const quoted = /^\s*(["'])/.exec(rest)?.[1];
  const from = quoted === undefined ? 0 : Math.max(0, rest.lastIndexOf(quoted));
  const comment = /(?<!\\)[;#]/.exec(rest.slice(from));
  return comment ? from + comment.index : rest.length;
}

function unquoted(text: string, { start, end }: Span): Span {
  const quote = text[start] ?? '';
  return end - start > 1 && (quote === '"' || quote === "'") && text[end - 1] === quote
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}

const KINDS: ReadonlyMap<string, Registry['kind']> = new Map([
  ['registry', 'index'],
  ['repository', 'index'],
  ['index-url', 'index'],
  ['extra-index-url', 'extra-index'],
  ['find-links', 'find-links'],
  ['trusted-host', 'trusted-host'],
]);

/** pip takes several places in one value, and `_` for `-` in keys. */
function registriesOf({ key, keySpan, value, valueSpan, deletion }: Setting, format: DependencyFormat): Registry[] {
  const isPip = format === 'pip.conf';
  const kind = KINDS.get(isPip ? key.toLowerCase().replaceAll('_', '-').replace(/^--/, '') : key.replace(/^@[^:]*:/, ''));
  if (kind === undefined) return [];
  const places = isPip
    ? [...value.matchAll(/\S+/g)].map((match) => ({ url: match[0], at: match.index }))
    : [{ url: value, at: 0 }];
  return places.map(({ url, at }) => ({
    kind,
    url,
    urlSpan: { start: valueSpan.start + at, end: valueSpan.start + at + url.length },
    keySpan,
    ...(places.length === 1 && deletion && { deletion }),
  }));
}
