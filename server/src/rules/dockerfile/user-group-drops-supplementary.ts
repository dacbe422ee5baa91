import { dockerfileRule } from '../../engine/rule.ts';
import { deletion } from '../../base/edit.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { ACCOUNT_OPTIONS } from './support/accounts.ts';

export const userGroupDropsSupplementary = dockerfileRule(
  {
    id: 'dockerfile/user-group-drops-supplementary',
    title: 'USER with a group drops the other groups',
    why: 'With `USER user:group` the program has only that one group. The groups that the user was added to no longer count.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      group: '"{user}" was added to further groups, which `USER {written}` drops. Leave the group out.',
    },
    aliases: ['tally:tally/user-explicit-group-drops-supplementary-groups'],
    references: ['https://docs.docker.com/reference/dockerfile/#user'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const stage = model.finalStage;
    const user = stage?.final.user;
    const word = user?.instruction.word;
    if (!stage || !word || model.isTemplate || user.value === undefined) return;
    const written = word.text.text;
    const colon = written.indexOf(':');
    const [name = ''] = user.value.split(':');
    if (colon < 0 || !joinsGroups(model, stage, name)) return;
    const span = word.text.span(colon, written.length);
    const fix = { title: 'Leave the group out', applicability: 'suggested', edits: [deletion(span)] } as const;
    yield { message: 'group', data: { user: name, written: user.value }, span, fixes: [fix] };
  },
);

/** Whether a command puts the user into groups besides its own: `usermod -aG`, `useradd -G`, `adduser user group`, `gpasswd -a`. */
const joinsGroups = (model: Dockerfile, stage: Stage, user: string): boolean =>
  lineage(stage).some(({ instructions }) =>
    instructions.some((instruction) => {
      if (instruction.keyword !== 'RUN') return false;
      return model.invocations(instruction).some(({ name, args }) => {
        const words = args.map((word) => valueOf(word) ?? '');
        if (!words.includes(user)) return false;
        if (name === 'usermod' || name === 'useradd') return words.some((word) => /^-[a-z]*G|^--groups/.test(word));
        if (name === 'gpasswd') return words.some((word) => /^-a|^--add/.test(word));
        return (
          (name === 'adduser' || name === 'addgroup') && readArguments(args, ACCOUNT_OPTIONS.get(name)).operands.length === 2
        );
      });
    }),
  );
