import { baseName } from '../../../base/path.ts';
import type { SyntaxProblem } from '../../document.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Include, type OverrideSite, type Registry } from '../file.ts';
import { wholeLine } from '../lines.ts';
import { unjoined } from './joined.ts';
import { compiledOf } from './compiled.ts';
import { logicalLines, type LogicalLine } from './logical-lines.ts';
import { optionsOf } from './requirement-options.ts';
import { pypiVersions } from '../versions/pypi/index.ts';
import { parseRequirement } from './requirement.ts';

const REGISTRIES: ReadonlyMap<string, Registry['kind']> = new Map([
  ['--index-url', 'index'],
  ['--pypi-url', 'index'],
  ['--extra-index-url', 'extra-index'],
  ['--find-links', 'find-links'],
  ['--trusted-host', 'trusted-host'],
]);

/** Words in the names of files for those who work on the project. */
const FOR_DEVELOPMENT =
  /(?:^|[-_.])(?:dev|devel|develop|development|tests?|testing|tox|coverage|lint|linters?|linting|style|format(?:ting)?|typing|types|typecheck|mypy|qa|quality|checks?|docs?|documentation|sphinx|ci|build|benchmarks?|debug|local|pre-?commit)(?:[-_.]|$)/i;

/** A line of a page of documentation, which may be called `constraints.txt` as well: several words, or markup. */
const isProse = (line: string): boolean =>
  /[A-Za-z`'",.]\s+[A-Za-z`'"(]+\s+[A-Za-z`'"(]|^\.\. |^([=*~^"'-])\1{3,}|:$|\w\.$/.test(line);

const isPlain = ({ requirement = '' }: Dependency): boolean =>
  requirement === '' || pypiVersions.intervals(requirement) !== undefined;

/** A line more at the end. */
function siteIn(text: string): OverrideSite {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  return { section: 'requirements', at: text.length, text: `${text.endsWith('\n') ? '' : feed}{name}>={version}${feed}` };
}

/** Reads requirements and constraints files of pip (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export function parseRequirements(
  path: string,
  text: string,
  kind: Include['kind'] = /constraint/i.test(baseName(path)) ? 'constraints' : 'requirements',
): DependencyFile {
  const { lines, comments } = logicalLines(text);
  const isConstraints = kind === 'constraints';
  const groups: readonly Group[] = FOR_DEVELOPMENT.test(baseName(path)) ? ['dev'] : [];
  const format = isConstraints ? 'constraints.txt' : 'requirements.txt';
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
    const parts = line.text.startsWith('-') ? [] : unjoined(line.text);
    if (line.text.startsWith('//') || !parts.every(({ text: one, at }) => add(line, one, line.span.start + at)))
      problems.push({ span: line.span, message: 'This is neither a requirement nor an option of a requirements file.' });
    for (const { name, nameSpan, value, valueSpan, isAlone } of line.text.startsWith('-') ? optionsOf(line) : []) {
      const kind = REGISTRIES.get(name);
      if (kind !== undefined)
        registries.push({
          kind,
          url: value,
          urlSpan: valueSpan,
          keySpan: nameSpan,
          ...(isAlone && { deletion: wholeLine(text, line.lines) }),
        });
      else if (name === '--requirement' || name === '--constraint')
        includes.push({ kind: name === '--constraint' ? 'constraints' : 'requirements', path: value, span: valueSpan });
      else if (name === '--editable') add(line, value, valueSpan.start);
    }
  }
  const prose = problems.filter(({ span: { start, end } }) => isProse(text.slice(start, end))).length;
  const isText = prose >= 5 && prose * 2 > lines.length - dependencies.length;
  if (isText && prose > dependencies.filter(isPlain).length)
    return dependencyFile({ ecosystem: 'PyPI', format, role: 'manifest', comments, problems: [], dependencies: [] });
  return dependencyFile({
    ecosystem: 'PyPI',
    format,
    role: 'manifest',
    comments,
    problems,
    dependencies,
    registries,
    includes,
    ...(!path.endsWith('.in') && compiledOf(text, comments, dependencies)),
    ...(path.endsWith('.in') && dependencies.length > 0 && { overrideSites: [siteIn(text)] }),
  });
}
