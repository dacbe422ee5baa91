import type { Span } from '../../../base/span.ts';
import { withCovers } from '../comments.ts';
import { dependencyFile, type DependencyFile, type DependencyFormat, type Runtime, type Setting, settingAt } from '../file.ts';
import { linesOf, trimmed } from '../lines.ts';

const VERSION = /^[[(]?\d[\w.,+\-[\]() ]{0,50}$/;
const PAIR = /^((?:\\.|[^\s=:\\])*)[ \t\f]*[=:]?[ \t\f]*/;
/** The tool and version that a distribution's name tells: `gradle-8.5-bin.zip`, `apache-maven-3.9.6-bin.zip`. */
const DISTRIBUTION =
  /\/(?:(?:apache-)?(gradle|maven|maven-mvnd)-)(\d[\w.+-]*?)(?:-(?:bin|all|src|docs|[a-z]+-[a-z0-9]+))?\.(?:zip|tar\.gz)$/;

/** Reads `.properties` files of Gradle and of Maven's wrapper (https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader-). */
export function parseProperties(text: string, format: DependencyFormat): DependencyFile {
  const settings: Setting[] = [];
  const comments: { span: Span; line: Span }[] = [];
  const content: Span[] = [];
  const lines = linesOf(text);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const inner = trimmed(text, line);
    if (inner.start === inner.end) continue;
    if (/[#!]/.test(text[inner.start] ?? '')) {
      comments.push({ span: inner, line });
      continue;
    }
    content.push(line);
    const pair = PAIR.exec(text.slice(inner.start, inner.end));
    if (pair === null) continue;
    const start = inner.start + pair[0].length;
    let end = inner.end;
    // An odd number of backslashes joins the next line.
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(start, end - 8), end)) && index + 1 < lines.length) {
      index++;
      end = trimmed(text, lines[index] ?? { start: end, end }).end;
    }
    const value = unescaped(text.slice(start, end));
    settings.push(settingAt('', unescaped(pair[1] ?? ''), value, { start: Math.min(start, end), end }));
  }
  return dependencyFile({
    ecosystem: 'Maven',
    format,
    role: 'settings',
    settings,
    comments: withCovers(text, comments, content),
    // Every script of a build may use them; secrets are nobody's version.
    variables: settings
      .filter(({ key, value }) => format === 'gradle.properties' && VERSION.test(value) && !/password|secret|token/i.test(key))
      .map(({ key, value, valueSpan }) => ({ name: key, value, span: valueSpan })),
    runtimes: settings.flatMap((setting) => runtimeOf(text, setting)),
  });
}

const unescaped = (text: string): string => text.replaceAll(/\\(?:\r\n|\r|\n)[ \t\f]*/g, '').replaceAll(/\\(.)/g, '$1');

function runtimeOf(text: string, { key, value, valueSpan }: Setting): Runtime[] {
  const [, tool, version] = (key === 'distributionUrl' ? DISTRIBUTION.exec(value) : null) ?? [];
  if (tool === undefined || version === undefined) return [];
  const start = text.lastIndexOf(version, valueSpan.end);
  const isThere = start >= valueSpan.start && start + version.length <= valueSpan.end;
  const requirementSpan = isThere ? { start, end: start + version.length } : valueSpan;
  return [{ name: tool, requirement: version, requirementSpan }];
}
