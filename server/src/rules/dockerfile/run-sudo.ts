import { deletion, insertion, type Edit } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Instruction } from '../../model/dockerfile/index.ts';
import type { Invocation, Wrapper } from '../../model/shell/index.ts';
import { valueOf } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { blanksEnd, hasCommentLine, lineStart } from './support/edits.ts';
import { isRoot, userAt } from './support/user.ts';

interface Use {
  readonly invocation: Invocation;
  readonly sudo: Wrapper;
  readonly hasOptions: boolean;
}

export const runSudo = dockerfileRule(
  {
    id: 'dockerfile/run-sudo',
    title: '`sudo` in RUN',
    why: 'A build step that needs root runs as root with USER; sudo only adds a program with a long history of vulnerabilities to the image, and it may ask for a password that nobody can type.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { sudo: 'RUN does not need sudo. Switch users with USER instead.' },
    aliases: [
      'checkov:CKV2_DOCKER_1',
      'droast:DF010',
      'hadolint:DL3004',
      'kics:run_using_sudo',
      'semgrep:no-sudo-in-dockerfile',
      'tally:hadolint/DL3004',
      'trivy:DS-0010',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#user'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    for (const { instruction, invocations } of runs(model)) {
      const uses = invocations.flatMap(usesOf);
      for (const use of uses)
        yield { message: 'sudo', span: use.sudo.word.span, fixes: fixFor(model, instruction, use, uses, file.eol) };
      for (const { name, word } of invocations) if (name === 'sudo') yield { message: 'sudo', span: word.span };
    }
  },
);

const usesOf = (invocation: Invocation): Use[] =>
  invocation.wrappers
    .filter(({ name }) => name === 'sudo')
    .map((sudo) => ({ invocation, sudo, hasOptions: sudo.args.some((word) => valueOf(word)?.startsWith('-') ?? true) }));

function fixFor(model: Dockerfile, instruction: Instruction, use: Use, uses: readonly Use[], eol: string): readonly Fix[] {
  const user = userAt(model, instruction);
  const own = withoutSudo(model.text, use);
  if (user !== undefined && isRoot(user.name)) {
    if (use.hasOptions || !own) return [];
    return [{ title: 'Remove sudo', applicability: user.isCertain ? 'safe' : 'suggested', edits: [own] }];
  }
  if (user === undefined || !user.isCertain || instruction.isTrigger || uses.some(({ hasOptions }) => hasOptions)) return [];
  const removals = uses.flatMap((each) => withoutSudo(model.text, each) ?? []);
  if (removals.length < uses.length) return [];
  const start = lineStart(model.text, instruction.span.start);
  const before = insertion(start, `USER root${eol}`);
  const after = insertion(instruction.span.end, `${eol}USER ${user.name}`);
  const title = `Run as root with USER and return to ${user.name}`;
  return [{ title, applicability: 'suggested', edits: [before, ...removals, after] }];
}

/** Deletes the word and the blanks behind it; in exec form also the quotes and the comma, unless a comment stands there. */
function withoutSudo(text: string, { invocation, sudo }: Use): Edit | undefined {
  const { start, end } = sudo.word.span;
  if (invocation.place) return deletion({ start, end: blanksEnd(text, end) });
  const next = [...invocation.wrappers.map(({ word }) => word), ...sudo.args, invocation.word]
    .map((word) => word.span.start)
    .filter((each) => each > start);
  const stop = Math.min(...next);
  if (!Number.isFinite(stop)) return deletion({ start, end });
  return hasCommentLine(text.slice(end, stop)) ? undefined : deletion({ start, end: stop });
}
