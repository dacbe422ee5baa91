import { insertion } from '../../base/edit.ts';
import { editDistance } from '../../engine/rule-names.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { isPredefined, type Dockerfile, type Stage, type VariableUse } from '../../model/dockerfile/index.ts';
import { lineStart } from './support/edits.ts';

export const fromArgUndeclared = dockerfileRule(
  {
    id: 'dockerfile/from-arg-undeclared',
    title: 'FROM uses a variable that nothing declares',
    why: 'FROM sees only arguments that are declared before the first FROM. Any other variable is empty there, so the image is another one than was meant, or none at all.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      undeclared: '{name} is not declared before the first FROM, so it is empty here. Declare it there with ARG.',
      near: '{name} is not declared before the first FROM, so it is empty here. Did you mean {near}?',
    },
    aliases: ['buildkit:UndefinedArgInFrom', 'dockerfile-utils:BASE_NAME_EMPTY', 'tally:buildkit/UndefinedArgInFrom'],
    references: ['https://docs.docker.com/reference/build-checks/undefined-arg-in-from/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    const declared = model.instructions.flatMap((instruction) =>
      instruction.keyword === 'ARG' && !model.stageOf(instruction) ? instruction.pairs.map(({ name }) => name) : [],
    );
    for (const stage of model.stages) {
      for (const use of usesIn(model, stage)) {
        const { name, span } = use;
        // With a word for the case that it is empty, that is what counts.
        if (use.operator?.includes('-') || isPredefined(name) || !/^[A-Za-z_]/.test(name) || model.binding(name, stage.from))
          continue;
        const near = nearest(name, declared);
        const declare = declareFix(model, name, file.eol);
        if (near === undefined) yield { message: 'undeclared', data: { name }, span, fixes: declare };
        else {
          const rename: Fix = {
            title: `Use ${near}`,
            applicability: 'suggested',
            edits: [{ span: use.nameSpan, newText: near }],
          };
          yield { message: 'near', data: { name, near }, span, fixes: [rename, ...declare] };
        }
      }
    }
  },
);

/** The variables of a FROM, in its image and in `--platform`. */
const usesIn = (model: Dockerfile, { from }: Stage): readonly VariableUse[] =>
  [from.image?.text, ...from.flags.map(({ value }) => value)].flatMap((text) =>
    text ? model.expand({ text }, from).variables : [],
  );

function nearest(name: string, declared: readonly string[]): string | undefined {
  const limit = name.length < 5 ? 2 : 3;
  return declared.find((candidate) => editDistance(name.toLowerCase(), candidate.toLowerCase(), limit) < limit);
}

/** Declares the argument in a line of its own before the first FROM. */
function declareFix({ stages, text }: Dockerfile, name: string, eol: string): readonly Fix[] {
  const first = stages[0]?.from.span.start;
  if (first === undefined) return [];
  const edits = [insertion(lineStart(text, first), `ARG ${name}${eol}`)];
  return [{ title: `Declare ARG ${name} before the first FROM`, applicability: 'suggested', edits }];
}
