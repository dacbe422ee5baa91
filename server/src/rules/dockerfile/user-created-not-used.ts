import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { valueOf } from '../../model/shell/index.ts';
import { accountsOf } from './support/accounts.ts';
import { beforeStart, isRoot, stepsDown } from './support/user.ts';

export const userCreatedNotUsed = dockerfileRule(
  {
    id: 'dockerfile/user-created-not-used',
    title: 'A user is created, and the image runs as root all the same',
    why: 'Somebody meant the program to run as this user. Without USER it still runs as root.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unused: '"{user}" is created, but nothing makes the image run as it. Add `USER {user}`.',
    },
    aliases: ['tally:tally/user-created-but-never-used'],
    references: ['CWE-250', 'https://docs.docker.com/build/building/best-practices/#user'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    const stage = model.finalStage;
    if (!stage || model.isTemplate || stage.isWindows || stage.final.user || stepsDown(model, stage) || startsByScript(stage))
      return;
    const [user] = accountsOf(model, stage).created;
    if (!user || isRoot(user.name)) return;
    const edits = [beforeStart(model, stage, [`USER ${user.name}`], file.eol)];
    const fix = { title: `Run as ${user.name}`, applicability: 'suggested', edits } as const;
    // A server that is started as root gives its files to the user that it becomes.
    const severity = ownsFiles(model, stage, user.name) ? ({ severity: 'low' } as const) : {};
    yield { message: 'unused', data: { user: user.name }, span: user.span, fixes: [fix], ...severity };
  },
);

const ownsFiles = (model: Dockerfile, { instructions }: Stage, user: string): boolean =>
  instructions.some(
    (instruction) =>
      instruction.keyword === 'RUN' &&
      model
        .invocations(instruction)
        .some(({ name, args }) => name === 'chown' && args.some((word) => valueOf(word)?.split(':')[0] === user)),
  );

/** Whether a script or supervisor starts the program, which may become the user by itself. */
function startsByScript({ final }: Stage): boolean {
  const command = (final.entrypoint ?? final.cmd)?.instruction.command;
  const text = command?.form === 'exec' ? (command.elements[0]?.value ?? '') : (command?.text.text ?? '');
  return /entrypoint|\.sh(?:\s|$)|supervisord|(?:^|\/)init(?:\s|$)|\bsu\b|sshd|\brunit\b|svscan/.test(text);
}
