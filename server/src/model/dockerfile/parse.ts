import { Dockerfile } from './dockerfile.ts';
import { readInstruction } from './instructions.ts';
import { buildStages } from './stages.ts';
import { readStatements } from './statements.ts';
import type { DockerfileProblem, Instruction } from './syntax.ts';

/** Parses a Dockerfile. Total: any text gives a model of what could be read, and problems for what could not. */
export function parseDockerfile(text: string): Dockerfile {
  const statements = readStatements(text);
  const problems: DockerfileProblem[] = [...statements.problems];
  const { escape } = statements;
  const instructions = statements.statements.map((statement, index) => readInstruction(statement, { escape, index, problems }));
  const isTemplate = instructions.some(isTemplateLine);
  if (isTemplate) problems.length = 0;
  else checkStart(instructions, problems);
  return new Dockerfile(text, statements, instructions, buildStages(instructions, text, escape), problems, isTemplate);
}

/** Only ARG may stand before the first FROM. */
function checkStart(instructions: readonly Instruction[], problems: DockerfileProblem[]): void {
  const early = instructions.find(({ keyword }) => keyword !== 'ARG' && keyword !== 'UNKNOWN');
  if (!early || early.keyword === 'FROM') return;
  const message = 'A Dockerfile starts with FROM; only ARG may stand before it.';
  problems.push({ kind: 'instruction-before-from', span: early.keywordSpan, message });
}

/** An action of a template language (Go, Jinja, ERB, m4) where an instruction or the name of the base image should be. */
const TEMPLATE_LINE = /^(?:\{\{|\{%|\{#|<%|%%|@[A-Za-z_]+@|(?:include|define|ifdef|ifelse|changequote|dnl)\b)/;
const TEMPLATE_IMAGE = /\{\{|\{%|<%|@[A-Za-z_]\w*@|%%\w+%%/;

const isTemplateLine = (instruction: Instruction): boolean =>
  instruction.keyword === 'UNKNOWN'
    ? TEMPLATE_LINE.test(instruction.keywordText)
    : instruction.keyword === 'FROM' && TEMPLATE_IMAGE.test(instruction.args.text.slice(0, 1000));
