import type { Span } from '../../../base/span.ts';
import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Registry, type Setting } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';

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
    const value = unquoted(
      text,
      trimmed(text, { start: inner.start + equals + 1, end: equals < 0 && !continued ? inner.start : inner.end }),
    );
    settings.push({ section, key, value: text.slice(value.start, value.end), valueSpan: value });
  }
  return dependencyFile({
    ecosystem: format === '.npmrc' ? 'npm' : 'PyPI',
    format,
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
    registries: settings.flatMap((setting) => registryOf(setting) ?? []),
  });
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

function registryOf({ key, value, valueSpan }: Setting): Registry | undefined {
  const kind = KINDS.get(key.replace(/^@[^:]*:/, ''));
  return kind === undefined ? undefined : { kind, url: value, urlSpan: valueSpan };
}
