import { objectOf, spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Comment } from '../../document.ts';
import { dependencyFile, type DependencyFile, type DependencyFormat, type Setting } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import { jsonSettings } from './json.ts';

/** A settings file that is JSON with comments, with all that is in it. */
const reader =
  (format: DependencyFormat, more: (root: JsonNode | undefined) => readonly Setting[] = () => []) =>
  (text: string): DependencyFile => {
    const { root, comments } = parseJsonWithComments(text);
    return dependencyFile({
      ecosystem: 'npm',
      format,
      role: 'settings',
      comments: comments.length === 0 ? [] : withCovers(text, comments),
      settings: [...jsonSettings(text, root).filter(({ section }) => !/^features(?:\.|$)/.test(section)), ...more(root)],
    });
  };

/** A comment behind text covers its line, one on a line of its own the next line. */
function withCovers(text: string, comments: readonly Pick<Comment, 'span'>[]): Comment[] {
  const lines = linesOf(text);
  let at = 0;
  return comments.map(({ span }) => {
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= span.start) at++;
    const line = lines[at] ?? span;
    const isAlone = trimmed(text, line).start === span.start;
    const written = text.slice(span.start, span.end).replaceAll(/^\/[/*]+|\*\/$/g, '');
    return { span, text: written.trim(), covers: isAlone ? (lines[at + 1] ?? line) : line };
  });
}

/** Reads the configuration of Renovate (https://docs.renovatebot.com/configuration-options/). */
export const parseRenovate = reader('renovate.json');
/** Reads .vscode/extensions.json. */
export const parseExtensions = reader('extensions.json');
/** Reads devcontainer.json (https://containers.dev/implementors/json_reference/); each feature is a setting, whatever its options are. */
export const parseDevcontainer = reader('devcontainer.json', (root) =>
  (objectOf(root, 'features')?.members ?? []).map(({ key, value }) => ({
    section: 'features',
    key: key.text,
    keySpan: spanOfJson(key),
    value: '',
    valueSpan: spanOfJson(value ?? key),
    span: { start: key.start, end: value?.end ?? key.end },
  })),
);
