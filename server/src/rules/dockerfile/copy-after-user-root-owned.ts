import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import { lineage, type CopyInstruction, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { isRoot } from './support/user.ts';

export const copyAfterUserRootOwned = dockerfileRule(
  {
    id: 'dockerfile/copy-after-user-root-owned',
    title: 'Copied files belong to root',
    why: 'USER does not change to whom COPY and ADD give files: without `--chown` they belong to root. The program, which runs as another user, cannot change them and may not be able to read them.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      owner: 'USER is {user}, but what this copies belongs to root. Add `--chown={written}` if the program must write it.',
    },
    aliases: ['tally:tally/copy-after-user-without-chown'],
    references: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of lineage(model.finalStage)) {
      if (stage.isWindows) continue;
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
        const user = model.stateAt(instruction)?.user;
        const word = user?.instruction.word;
        const [first] = instruction.sources;
        if (!word || user.value === undefined || isRoot(user.value) || !first || !instruction.destination) continue;
        if (instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod') || changesOwner(model, stage, instruction))
          continue;
        const written = user.stage === stage ? word.text.text : user.value;
        const at = instruction.isExec ? bracketOf(instruction) : first.span.start;
        const edits = [insertion(at, `--chown=${written} `)];
        yield {
          message: 'owner',
          data: { user: user.value, written },
          span: instruction.keywordSpan,
          fixes: [{ title: `Add --chown=${written}`, applicability: 'suggested', edits }],
        };
      }
    }
  },
);

/** Where the JSON form begins. */
const bracketOf = ({ args }: CopyInstruction): number => args.span(args.text.indexOf('['), args.text.indexOf('[') + 1).start;

/** Whether a later command of the stage gives files away. */
const changesOwner = (model: Dockerfile, { instructions }: Stage, { index }: CopyInstruction): boolean =>
  instructions.some(
    (later) =>
      later.keyword === 'RUN' &&
      later.index > index &&
      model.invocations(later).some(({ name }) => name === 'chown' || name === 'chmod'),
  );
