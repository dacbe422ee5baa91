import type { Fix } from '../../engine/fix.ts';
import type { Span } from '../../base/span.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { confusingIn, hasOther } from './shared/confusing.ts';

/** Keys whose values are prose or names of people. */
const PROSE =
  /^(?:description|summary|keywords?|authors?|author_?emails?|contributors?|maintainers?|deprecated|title|display_?name|long_description|readme|notes?|comment|funding|license|tagline|classifiers|email)$/i;
/** The keys whose values a place on a line is in: a text, a list or object around it, and what has neither quotes nor brackets. */
const KEYS = [
  /([\w-]+)["']?\s*[:=]\s*(?:"(?:[^"\\]|\\.)*|'[^']*)$/,
  /([\w-]+)["']?\s*[:=]\s*(?:\[\s*\{?|\{)[^\]}[{]*$/,
  /^\s*(?:-\s+)?([\w-]+)\s*[:=]\s*[^"'[{]*$/,
];
/** Elements of POMs and of projects of MSBuild that hold prose or names of people. */
const PROSE_ELEMENT =
  /<(?:name|organization|description|title|role|authors?|company|product|copyright|packagetags|packagereleasenotes|owners)>[^<>]*$/i;

export const confusableCharacters = dependencyRule(
  {
    id: 'dependencies/confusable-characters',
    title: 'Text is not what it looks like',
    why: 'Letters of another script that look like ours, characters without a shape and controls that turn text around make a name, a URL or a script mean something else than a reviewer sees. No package manager needs them. Write the plain characters, and ask who brought the others in.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      letter: 'This reads like "{plain}", but has letters of another script in it: {points}. Write the plain ones.',
      invisible: 'There are characters without a shape in "{plain}": {points}. Remove them.',
      direction: 'Controls turn the order of the text around here: {points}. Remove them.',
    },
    aliases: [],
    references: ['CWE-1007', 'CVE-2021-42574', 'https://trojansource.codes', 'https://www.unicode.org/reports/tr39/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (!hasOther(file.text)) return;
    const isLockfile = model.role === 'lockfile';
    const seen = new Map<string, number>();
    for (const line of linesWithOthers(file.text)) {
      const text = file.text.slice(line.start, line.end);
      for (const { kind, span, word, plain } of confusingIn(text, line.start)) {
        const isComment = model.comments.some((comment) => comment.span.start <= span.start && comment.span.end >= span.end);
        if (isProse(text.slice(0, span.start - line.start))) continue;
        // In a comment only what makes the code beside it look different matters.
        if (isComment && kind !== 'direction') continue;
        const count = (seen.get(word) ?? 0) + 1;
        seen.set(word, count);
        const fixes: Fix[] = isLockfile
          ? []
          : [
              {
                title: kind === 'letter' ? `Write ${plain} in plain letters` : 'Remove the hidden characters',
                applicability: 'suggested',
                edits: [{ span, newText: plain }],
              },
            ];
        const rest = { span, key: `${model.format}/${word}/${count}`, fixes };
        const points = pointsOf(word, plain);
        if (kind === 'direction') yield { message: 'direction', data: { points }, ...rest };
        else yield { message: kind, data: { plain, points }, ...rest };
      }
    }
  },
);

/** The lines that have anything but ASCII in them. */
function* linesWithOthers(text: string): Generator<Span> {
  const others = /[^\0-\x7f]/g;
  for (let match = others.exec(text); match !== null; match = others.exec(text)) {
    if (match.index === 0 && text.charCodeAt(0) === 0xfeff) continue;
    const before = Math.max(text.lastIndexOf('\n', match.index - 1), text.lastIndexOf('\r', match.index - 1)) + 1;
    const start = before === 0 && text.charCodeAt(0) === 0xfeff ? 1 : before;
    const feed = text.slice(match.index).search(/[\r\n]/);
    const end = feed < 0 ? text.length : match.index + feed;
    yield { start, end };
    others.lastIndex = end;
  }
}

/** Whether a place is in prose. Long lines are looked at as far back as a sentence reaches. */
const isProse = (before: string): boolean =>
  PROSE_ELEMENT.test(before.slice(-400)) || KEYS.some((key) => PROSE.test(key.exec(before.slice(-400))?.[1] ?? ''));

/** The characters that are in one and not in the other, as people look them up. */
function pointsOf(word: string, plain: string): string {
  const kept = new Set(plain);
  const points = Array.from(word).filter((one) => !kept.has(one) && (one.codePointAt(0) ?? 0) > 0x7f);
  return [...new Set(points)]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}
