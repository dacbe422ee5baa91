import type { Span } from '../../../base/span.ts';
import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Setting } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';

/** `key = "text"`, `key = 'text'` or `key = bare`, in a table or between the braces of an inline one. */
const PAIR = /(?:^|[{,])\s*("[^"]*"|'[^']*'|[\w.@/-]{1,200})\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"',{}[\]#]+))/g;
/** `key = {`: what follows belongs to the key. */
const TABLE = /^\s*("[^"]*"|'[^']*'|[\w.@/-]{1,200})\s*=\s*\{/;
/** Longer lines are not written by people. */
const MAX_LINE = 5000;

/** Reads the `[install]` tables of bunfig.toml (https://bun.com/docs/runtime/bunfig#package-manager). Values over several lines are not settings that name places. */
export function parseBunfig(text: string): DependencyFile {
  const settings: Setting[] = [];
  const comments: { span: Span; line: Span }[] = [];
  const content: Span[] = [];
  let section = '';
  for (const line of linesOf(text)) {
    const inner = trimmed(text, line);
    if (inner.start === inner.end) continue;
    if (text[inner.start] === '#') {
      comments.push({ span: inner, line });
      continue;
    }
    content.push(line);
    const written = text.slice(inner.start, Math.min(inner.end, inner.start + MAX_LINE));
    const header = /^\[+([^\]]*)/.exec(written);
    if (header && !written.includes('=')) section = (header[1] ?? '').trim();
    else if (/^install(?:\.|$)/.test(section)) settings.push(...settingsIn(written, inner.start, section));
  }
  return dependencyFile({
    ecosystem: 'npm',
    format: 'bunfig.toml',
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
    registries: settings
      .filter(({ section: table, key }) => key === 'registry' || (key === 'url' && table !== '') || table === 'install.scopes')
      .filter(({ value }) => /^https?:/i.test(value))
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
  });
}

function settingsIn(written: string, start: number, section: string): Setting[] {
  const table = TABLE.exec(written);
  const from = table ? table[0].length - 1 : 0;
  const inner = table ? `${section}.${bare(table[1] ?? '')}` : section;
  return [...written.slice(from).matchAll(PAIR)].map((match) => {
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const isClosed = /["']$/.test(match[0]) && match[4] === undefined;
    const end = start + from + match.index + match[0].length - (isClosed ? 1 : 0);
    return { section: inner, key: bare(match[1] ?? ''), value, valueSpan: { start: end - value.length, end } };
  });
}

const bare = (key: string): string => key.replaceAll(/["']/g, '');
