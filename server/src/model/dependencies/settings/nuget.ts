import type { Span } from '../../../base/span.ts';
import type { Comment } from '../../document.ts';
import { dependencyFile, type DependencyFile, type Setting } from '../file.ts';

const TAG = /<!--|<(\/?)([A-Za-z_][\w.:-]{0,100})/g;
/** Longer elements are not written by people; the limit keeps reading their attributes cheap. */
const MAX_ATTRIBUTES = 2000;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads the `<add key="…" value="…" />` elements of NuGet.config (https://learn.microsoft.com/nuget/reference/nuget-config-file). */
export function parseNugetConfig(text: string): DependencyFile {
  const settings: Setting[] = [];
  const comments: Comment[] = [];
  let section = '';
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match !== null; match = TAG.exec(text)) {
    const [whole, closing, name = ''] = match;
    if (whole === '<!--') {
      const end = text.indexOf('-->', match.index);
      const span = { start: match.index, end: end < 0 ? text.length : end + 3 };
      comments.push({ span, text: text.slice(span.start + 4, end < 0 ? span.end : end).trim(), covers: nextElement(text, span) });
      TAG.lastIndex = span.end;
      continue;
    }
    const close = text.indexOf('>', TAG.lastIndex);
    if (close < 0) break;
    const attributes = text.slice(TAG.lastIndex, Math.min(close, TAG.lastIndex + MAX_ATTRIBUTES));
    if (closing === '' && name === 'add') {
      const found = new Map([...attributes.matchAll(ATTRIBUTE)].map((attribute) => [attribute[1] ?? '', attribute]));
      const key = found.get('key');
      const value = found.get('value');
      if (!key || !value) continue;
      const written = value[2] ?? value[3] ?? '';
      const start = match.index + 1 + name.length + value.index + value[0].length - 1 - written.length;
      const keyText = key[2] ?? key[3] ?? '';
      const keyStart = match.index + 1 + name.length + key.index + key[0].length - 1 - keyText.length;
      settings.push({
        section,
        key: keyText,
        keySpan: { start: keyStart, end: keyStart + keyText.length },
        value: written,
        valueSpan: { start, end: start + written.length },
        span: { start: match.index, end: close + 1 },
      });
    } else section = closing === '' && !attributes.endsWith('/') ? name : section;
  }
  return dependencyFile({ ecosystem: 'NuGet', format: 'nuget.config', role: 'settings', settings, comments });
}

/** From the comment's end to the end of the line with the next element. */
function nextElement(text: string, comment: Span): Span {
  const start = text.indexOf('<', comment.end);
  if (start < 0) return comment;
  const end = text.indexOf('>', start);
  return { start, end: end < 0 ? text.length : end + 1 };
}
