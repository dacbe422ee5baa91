import type { Fix } from '../../engine/fix.ts';
import type { Span } from '../../base/span.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { FLAGS, KEYWORDS, type Dockerfile, type DockerfileProblem, type Instruction } from '../../model/dockerfile/index.ts';
import { isDuration } from './support/duration.ts';
import { nearestWord } from './support/nearest-word.ts';

const DIRECTIVES = ['syntax', 'escape', 'check'];

export const unknownInstructionOrFlag = dockerfileRule(
  {
    id: 'dockerfile/unknown-instruction-or-flag',
    title: 'Line that Docker does not understand',
    why: 'The build fails on an instruction or flag that Docker does not know, on arguments that are missing, and on values of the wrong kind. A parser directive that is misspelt is only a comment, and silently does nothing.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      instruction: '`{word}` is no Dockerfile instruction.',
      near: '`{word}` is no Dockerfile instruction. Did you mean {near}?',
      flag: '{keyword} has no flag `--{flag}`.',
      nearFlag: '{keyword} has no flag `--{flag}`. Did you mean `--{near}`?',
      argument: '{keyword} needs an argument.',
      pair: '{keyword} needs NAME=value.',
      document: 'The here-document has no end: write its word on a line of its own behind it.',
      directive: 'Docker does not understand this parser directive.',
      nearDirective: 'This is only a comment. Did you mean the parser directive `{near}`?',
      extra: 'FROM takes one image, and a name behind AS.',
      duration: '"{value}" is no duration. Write a number with its unit, such as 30s.',
      number: '"{value}" is no number of retries.',
    },
    aliases: ['docker-language-server:BuildError', 'tally:tally/syntax-directive-typo', 'tally:tally/unknown-instruction'],
    references: ['https://docs.docker.com/reference/dockerfile/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const problem of model.problems) yield* syntaxProblem(model, problem);
    for (const instruction of model.effectiveInstructions()) yield* flagProblems(instruction);
    for (const { from } of model.stages) {
      const rest = from.args.text
        .slice(0, 1000)
        .split(/\s+/)
        .filter((word) => word !== '' && !word.startsWith('--'));
      const isRight = rest.length <= 1 || (rest.length === 3 && from.name);
      if (isRight || !from.image) continue;
      const { end } = from.span;
      const extra = model.text.slice(from.image.span.end, end);
      yield { message: 'extra', span: { start: end - extra.trimStart().length, end } };
    }
    yield* misspeltDirectives(model);
  },
);

function* syntaxProblem(model: Dockerfile, { kind, span }: DockerfileProblem) {
  const word = model.text.slice(span.start, Math.min(span.end, span.start + 30));
  const instruction = model.instructions.find((each) => each.keywordSpan.start <= span.start && span.end <= each.span.end);
  const keyword = instruction?.keyword ?? '';
  if (kind === 'unknown-instruction') {
    // Half typed at the end of the file, it may become one.
    const isHalfTyped = instruction?.args.length === 0 && instruction.index === model.instructions.length - 1;
    if (isHalfTyped && KEYWORDS.some((each) => each.startsWith(word.toUpperCase()))) return;
    const near = nearestWord(word.toUpperCase(), KEYWORDS);
    if (near === undefined) yield { message: 'instruction', data: { word }, span } as const;
    else
      yield {
        message: 'near',
        data: { word, near },
        span,
        fixes: rename(span, word === word.toLowerCase() ? near.toLowerCase() : near),
      } as const;
  } else if (kind === 'missing-argument') {
    if (instruction?.index !== model.instructions.length - 1) yield { message: 'argument', data: { keyword }, span } as const;
  } else if (kind === 'invalid-pair') {
    if (instruction?.index !== model.instructions.length - 1) yield { message: 'pair', data: { keyword }, span } as const;
  } else if (kind === 'unterminated-here-document') yield { message: 'document', span } as const;
  else if (kind === 'invalid-directive') yield { message: 'directive', span } as const;
}

function* flagProblems(instruction: Instruction) {
  const known = instruction.keyword === 'UNKNOWN' ? undefined : FLAGS[instruction.keyword]?.map(({ name }) => name);
  if (!known) return;
  for (const { name, nameSpan, value, valueSpan } of instruction.flags) {
    const { keyword } = instruction;
    if (!known.includes(name)) {
      const near = nearestWord(name, known);
      const nameOnly = { start: nameSpan.start + 2, end: nameSpan.end };
      if (near === undefined) yield { message: 'flag', data: { keyword, flag: name }, span: nameSpan } as const;
      else
        yield {
          message: 'nearFlag',
          data: { keyword, flag: name, near },
          span: nameSpan,
          fixes: rename(nameOnly, near),
        } as const;
    } else if (keyword === 'HEALTHCHECK' && value && valueSpan && !value.text.includes('$')) {
      if (name === 'retries' ? !/^\d+$/.test(value.text) : !isDuration(value.text))
        yield { message: name === 'retries' ? 'number' : 'duration', data: { value: value.text }, span: valueSpan } as const;
    }
  }
}

/** Comments at the top of the file, where directives stand, that nearly are one. */
function* misspeltDirectives({ comments, instructions }: Dockerfile) {
  const first = instructions[0]?.span.start ?? Infinity;
  for (const { span, text } of comments) {
    const [, name = ''] = /^([A-Za-z]{3,10})\s*=\s*\S+$/.exec(text) ?? [];
    if (span.start > first || name === '' || DIRECTIVES.includes(name.toLowerCase())) continue;
    const near = nearestWord(name.toLowerCase(), DIRECTIVES);
    if (near !== undefined) yield { message: 'nearDirective', data: { near }, span } as const;
  }
}

const rename = (span: Span, newText: string): readonly Fix[] => [
  { title: `Write ${newText}`, applicability: 'safe', edits: [{ span, newText }] },
];
