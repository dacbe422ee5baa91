import type { Span } from '../../../base/span.ts';
import { baseName } from '../../../base/path.ts';
import type { SyntaxProblem } from '../../document.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Include, type Registry } from '../file.ts';
import { wholeLine } from '../lines.ts';
import { logicalLines, type LogicalLine } from './logical-lines.ts';
import { parseRequirement } from './requirement.ts';

const OPTION = /^(--?[A-Za-z][\w-]*)(?:[ \t]*=[ \t]*|[ \t]+)?/;
const SHORT: Readonly<Record<string, string>> = {
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
  '-i': '--index-url',
  '-f': '--find-links',
};
const REGISTRIES: Readonly<Record<string, Registry['kind']>> = {
  '--index-url': 'index',
  '--pypi-url': 'index',
  '--extra-index-url': 'extra-index',
  '--find-links': 'find-links',
  '--trusted-host': 'trusted-host',
};

/** Reads requirements and constraints files of pip (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export function parseRequirements(path: string, text: string): DependencyFile {
  const { lines, comments } = logicalLines(text);
  const isConstraints = /constraint/i.test(baseName(path));
  const groups: readonly Group[] = /(?:^|[-_./])(?:dev|develop|test|tests|testing|lint|docs?|ci|build)(?:[-_.]|$)/i.test(
    baseName(path),
  )
    ? ['dev']
    : [];
  const dependencies: Dependency[] = [];
  const registries: Registry[] = [];
  const includes: Include[] = [];
  const problems: SyntaxProblem[] = [];
  const add = (line: LogicalLine, content: string, start: number): boolean => {
    const requirement = parseRequirement(content, start);
    if (requirement === undefined) return false;
    dependencies.push({
      ...requirement,
      use: isConstraints ? 'constraint' : 'declared',
      kind: 'direct',
      groups,
      section: '',
      span: line.span,
      deletion: wholeLine(text, line.lines),
    });
    return true;
  };
  for (const line of lines) {
    const option = line.text.startsWith('-') ? optionOf(line) : undefined;
    if (option === undefined) {
      if (!line.text.startsWith('-') && !add(line, line.text, line.span.start))
        problems.push({ span: line.span, message: 'This is neither a requirement nor an option of a requirements file.' });
      continue;
    }
    const { name, value, valueSpan } = option;
    const registry = REGISTRIES[name];
    if (registry !== undefined) registries.push({ kind: registry, url: value, urlSpan: valueSpan });
    else if (name === '--requirement' || name === '--constraint')
      includes.push({ kind: name === '--constraint' ? 'constraints' : 'requirements', path: value, span: valueSpan });
    else if (name === '--editable') add(line, value, valueSpan.start);
  }
  return dependencyFile({
    ecosystem: 'PyPI',
    format: isConstraints ? 'constraints.txt' : 'requirements.txt',
    role: 'manifest',
    comments,
    problems,
    dependencies,
    registries,
    includes,
  });
}

function optionOf({
  text,
  span,
}: LogicalLine): { readonly name: string; readonly value: string; readonly valueSpan: Span } | undefined {
  // `-rbase.txt` is as good as `-r base.txt`.
  const glued = /^-[rceif](?=[^\s=-])/.exec(text)?.[0];
  const match: readonly string[] | null = glued === undefined ? OPTION.exec(text) : [glued, glued];
  const [whole, written] = match ?? [];
  if (whole === undefined || written === undefined) return undefined;
  const from = whole.length;
  const raw = text.slice(from).trimEnd();
  const quote = /^(["']).*\1$/.test(raw) && raw.length > 1 ? 1 : 0;
  const value = raw.slice(quote, raw.length - quote);
  const start = span.start + from + quote;
  return { name: SHORT[written] ?? written, value, valueSpan: { start, end: start + value.length } };
}
