import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Setting } from '../file.ts';
import { linesOf, trimmed, wholeLine } from '../lines.ts';

/** `key value`, `"key" "value"`; a colon may stand behind the key. */
const PAIR = /^("[^"]*"|[^\s":]\S*?):?[ \t]+("[^"]*"|\S.*)$/;

/** Reads the .yarnrc of Yarn 1 (https://classic.yarnpkg.com/docs/yarnrc): a line a setting, in the notation of its lockfile. */
export function parseYarnrcClassic(text: string): DependencyFile {
  const settings: Setting[] = [];
  const comments = [];
  const content = [];
  for (const line of linesOf(text)) {
    const inner = trimmed(text, line);
    if (inner.start === inner.end) continue;
    if (text[inner.start] === '#') {
      comments.push({ span: inner, line });
      continue;
    }
    content.push(line);
    const [, key = '', value = ''] = PAIR.exec(text.slice(inner.start, inner.end)) ?? [];
    if (key === '') continue;
    const isQuoted = (part: string): number => (part.length > 1 && part.startsWith('"') && part.endsWith('"') ? 1 : 0);
    const [open, quote] = [isQuoted(key), isQuoted(value)];
    settings.push({
      section: '',
      key: key.slice(open, key.length - open),
      keySpan: { start: inner.start + open, end: inner.start + key.length - open },
      value: value.slice(quote, value.length - quote),
      valueSpan: { start: inner.end - value.length + quote, end: inner.end - quote },
      span: inner,
      deletion: wholeLine(text, line),
    });
  }
  return dependencyFile({
    ecosystem: 'npm',
    format: '.yarnrc',
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
    registries: settings
      .filter(({ key }) => /(?:^|:)registry$/.test(key))
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
  });
}
