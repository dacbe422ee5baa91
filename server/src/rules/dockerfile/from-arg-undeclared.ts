import { editDistance } from '../../base/edit-distance.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { isPredefined, type Dockerfile, type Pair, type Stage, type VariableUse } from '../../model/dockerfile/index.ts';
import { declareArgument, defaultsFor, imageGiven, REVEALED } from './support/from-argument.ts';
import { isReference } from '../support/reference-grammar.ts';

/** Arguments that FROM may use without a declaration: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope. */
const AUTOMATIC = ['TARGET', 'BUILD'].flatMap((side) => ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((what) => side + what));

/** Nobody uses more variables than these in one FROM. */
const MOST_VARIABLES = 20;

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
      inside:
        '{name} is declared inside a stage, which FROM does not see, so it is empty here. Declare it before the first FROM, too.',
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
    const pairsInside = new Map(
      model.stages.flatMap(({ instructions }) =>
        instructions.flatMap((one) => (one.keyword === 'ARG' ? one.pairs : [])).map((pair) => [pair.name, pair]),
      ),
    );
    for (const stage of model.stages) {
      for (const use of usesIn(model, stage)) {
        const { name, span } = use;
        // With a word for the case that it is empty, that is what counts.
        if (use.operator?.includes('-') || isPredefined(name) || !/^[A-Za-z_]/.test(name) || model.binding(name, stage.from))
          continue;
        const inside = pairsInside.get(name);
        const fixes = declareFixes(model, stage, name, inside, file.eol);
        if (inside) {
          const related = [{ span: inside.nameSpan, note: 'It is declared here.' }];
          yield { message: 'inside', data: { name }, span, fixes, related };
          continue;
        }
        const near = nearest(name, [...declared, ...AUTOMATIC]);
        if (near === undefined) yield { message: 'undeclared', data: { name }, span, fixes };
        else {
          const edits = [{ span: use.nameSpan, newText: near }];
          yield {
            message: 'near',
            data: { name, near },
            span,
            fixes: [{ title: `Use ${near}`, applicability: 'suggested', edits, leaves: REVEALED }, ...fixes],
          };
        }
      }
    }
  },
);

/** The variables of a FROM, in its image and in `--platform`, each where it stands first. */
function usesIn(model: Dockerfile, { from }: Stage): readonly VariableUse[] {
  const found = new Map<string, VariableUse>();
  for (const text of [from.image?.text, ...from.flags.map(({ value }) => value)])
    for (const use of text ? model.expand({ text }, from).variables : []) if (!found.has(use.name)) found.set(use.name, use);
  return [...found.values()].slice(0, MOST_VARIABLES);
}

function nearest(name: string, names: readonly string[]): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, name.length < 4 ? 1 : name.length < 6 ? 2 : 3];
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Declares the argument before the first FROM: with the value that a stage gives it, without one where the image is whole without, else with one that fits. */
function declareFixes(model: Dockerfile, { from }: Stage, name: string, inside: Pair | undefined, eol: string): readonly Fix[] {
  const own = inside?.value?.text.text;
  // A platform may not be empty.
  const isInImage = from.image?.text.text.includes(name) ?? false;
  const empty = imageGiven(model, from, new Map([[name, '']]));
  const defaults =
    own !== undefined && own !== '' && !own.includes('$')
      ? [{ value: own, applicability: 'suggested' } as const]
      : !isInImage
        ? [{ value: 'linux/amd64', applicability: 'manual' } as const]
        : empty !== undefined && isReference(empty)
          ? [{ value: '', applicability: 'suggested' } as const]
          : defaultsFor(model, from, name);
  return defaults.flatMap(({ value, applicability }) => {
    const declaration = value === '' ? `ARG ${name}` : `ARG ${name}=${value}`;
    const edit = declareArgument(model, declaration, eol);
    const title =
      applicability === 'manual'
        ? `Declare ARG ${name} before the first FROM (replace ${value})`
        : `Declare ${declaration} before the first FROM`;
    return edit ? [{ title, applicability, edits: [edit], leaves: REVEALED }] : [];
  });
}
