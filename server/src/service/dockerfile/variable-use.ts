import { covers, touches, type Span } from '../../base/span.ts';
import type { Dockerfile, HereDocument, Instruction, Word } from '../../model/dockerfile/index.ts';
import { variablesOf, type Script } from '../../model/shell/index.ts';
import { variablesIn } from '../../rules/dockerfile/support/variables.ts';

export interface VariableUseAt {
  readonly name: string;
  readonly isSetByScript: boolean;
  /** `$NAME`, `${NAME}`, or `${NAME` before an operator. */
  readonly span: Span;
}

/** The variable at `here` that Docker or a shell replaces; text that only looks like one is none. */
export function variableUseAt(model: Dockerfile, instruction: Instruction, here: Span): VariableUseAt | undefined {
  // Names that stand for arguments and the like (`$1`, `$@`) are no variables of the file.
  const found = [
    ...replacedByDocker(model, instruction, here),
    ...('command' in instruction ? replacedByShell(model, instruction, here) : []),
  ].filter(({ name, span }) => /^[A-Za-z_]/.test(name) && touches(span, here));
  return found.at(-1);
}

function* replacedByDocker(model: Dockerfile, instruction: Instruction, here: Span): Generator<VariableUseAt> {
  for (const { name, span, nameSpan, operator } of [
    ...variablesIn(model, instruction),
    ...moreTexts(instruction).flatMap((word) => model.expand(word, instruction).variables),
  ])
    yield { name, isSetByScript: false, span: operator === undefined ? span : { start: span.start, end: nameSpan.end } };
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return;
  const document = instruction.hereDocuments.find(({ body }) => touches(body, here));
  if (document && !document.quoted) yield* inBody(model, document, here);
}

/** What Docker replaces variables in besides the arguments. */
function moreTexts(instruction: Instruction): readonly Pick<Word, 'text'>[] {
  if (instruction.keyword !== 'FROM' && instruction.keyword !== 'RUN') return [];
  const flags = instruction.flags.flatMap(({ value }) => (value ? [{ text: value }] : []));
  return instruction.keyword === 'FROM' && instruction.image ? [instruction.image, ...flags] : flags;
}

const IN_BODY = /\\[^]|\$(?:\{([A-Za-z_]\w*)\}?|([A-Za-z_]\w*))/g;

/** Variables in the line at `here`: quotes mean nothing in the body of a here-document, and only a backslash escapes. */
function* inBody({ text }: Dockerfile, { body }: HereDocument, here: Span): Generator<VariableUseAt> {
  const from = Math.max(body.start, text.lastIndexOf('\n', here.start - 1) + 1);
  const lineEnd = text.indexOf('\n', here.start);
  for (const match of text.slice(from, Math.min(body.end, lineEnd < 0 ? text.length : lineEnd)).matchAll(IN_BODY)) {
    const name = match[1] ?? match[2];
    const start = from + match.index;
    if (name !== undefined) yield { name, isSetByScript: false, span: { start, end: start + match[0].length } };
  }
}

function replacedByShell(
  model: Dockerfile,
  instruction: Instruction & { readonly keyword: 'RUN' | 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK' },
  here: Span,
): readonly VariableUseAt[] {
  const invocations = model.invocations(instruction);
  const whole = model.script(instruction);
  // The script itself and those that it feeds to other shells, from which what single quotes keep is seen.
  const scripts = [...new Set([whole, ...invocations.map(({ place }) => place?.script)])].filter(
    (script) => script !== undefined,
  );
  const variables = scripts.map((script: Script) => ({ script, ...variablesOf(script) }));
  return variables.flatMap(({ script, uses }) =>
    uses
      .filter(({ span }) => touches(span, here))
      .map(({ name, span, nameSpan, hasModifier, reach }) => ({
        name,
        isSetByScript:
          variables.some(({ changes }) => changes.some((change) => change.name === name && change.at <= reach)) ||
          // `NAME=value sh -c '…'` sets it for the inner script.
          invocations.some(
            (outer) =>
              outer.place?.script !== script && covers(outer.span, span) && outer.assignments.some((each) => each.name === name),
          ),
        span: hasModifier ? { start: span.start, end: Math.max(span.start, nameSpan.end) } : span,
      })),
  );
}
