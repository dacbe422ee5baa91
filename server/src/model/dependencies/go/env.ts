import type { Span } from '../../../base/span.ts';
import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type Setting, settingAt } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';

/** Reads go.env, the file of settings that `go env -w` writes: `NAME=value` in each line (https://pkg.go.dev/cmd/go#hdr-Environment_variables). */
export function parseGoEnv(text: string): DependencyFile {
  const settings: Setting[] = [];
  const comments: { span: Span; line: Span }[] = [];
  const content: Span[] = [];
  for (const line of linesOf(text)) {
    const inner = trimmed(text, line);
    if (inner.start === inner.end) continue;
    if (text[inner.start] === '#') {
      comments.push({ span: inner, line });
      continue;
    }
    content.push(line);
    const written = text.slice(inner.start, inner.end);
    const equals = written.indexOf('=');
    if (equals < 0) continue;
    const valueSpan = { start: inner.start + equals + 1, end: inner.end };
    settings.push(settingAt('', written.slice(0, equals).trim(), written.slice(equals + 1), valueSpan));
  }
  return dependencyFile({
    ecosystem: 'Go',
    format: 'go.env',
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
  });
}
