import { insertion, type Edit } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type CommandInstruction, type Dockerfile, type Invocation } from '../../model/dockerfile/index.ts';
import { aptCommand } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { lineStart, nextLine } from './support/edits.ts';
import { isRoot, userAt } from './support/user.ts';

const REMOVE = 'rm -rf /var/lib/apt/lists/*';
/** Anything that removes the lists, or keeps them out of the layer: `rm`, `find -delete`, a cache or tmpfs mount. */
const REMOVED = /\/var\/lib\/(?:apt|\{[\w,./]*apt)|(?:^|[\s/])apt\/lists|\bapt(?:-get)?\s+dist-?clean\b/;
const INSTALLS: ReadonlySet<string> = new Set(['install', 'upgrade', 'dist-upgrade', 'build-dep']);
const USES_LISTS: ReadonlySet<string> = new Set([...INSTALLS, 'update']);

export const aptListsNotRemoved = dockerfileRule(
  {
    id: 'dockerfile/apt-lists-not-removed',
    title: 'Package lists stay in the image',
    why: '`apt-get update` downloads tens of megabytes of package lists, which the running program never reads. Only what is removed in the same RUN leaves the image.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      lists: 'The package lists that `{command}` downloads stay in the image. Remove /var/lib/apt/lists in the same RUN.',
    },
    aliases: [
      'dockle:DKL-DI-0005',
      'droast:DF004',
      'hadolint:DL3009',
      'kics:apt_get_install_lists_were_not_deleted',
      'semgrep:remove-package-cache',
      'semgrep:remove-package-lists',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model, file }) {
    const inImage = new Set(lineage(model.finalStage));
    const dependent = lastDependent(model);
    for (const { instruction, stage, invocations } of runs(model)) {
      if (!stage || !inImage.has(stage) || REMOVED.test(file.text.slice(instruction.span.start, instruction.span.end))) continue;
      const apt = invocations.filter((invocation) => aptCommand(invocation) !== undefined);
      const update = apt.find((invocation) => aptCommand(invocation) === 'update');
      const last = apt.findLast((invocation) => USES_LISTS.has(aptCommand(invocation) ?? ''));
      if (!update || !last || (instruction.isTrigger && !last.place)) continue;
      const user = userAt(model, instruction);
      // What is done with sudo may not be possible without it.
      const isAllowed = !last.wrappers.some(({ name }) => name === 'sudo') || (user?.isCertain === true && isRoot(user.name));
      const isFixable = isAllowed && INSTALLS.has(aptCommand(last) ?? '') && instruction.index >= dependent;
      const edit = isFixable ? removal(model, last, instruction) : undefined;
      yield {
        message: 'lists',
        data: { command: `${update.name} update` },
        span: { start: update.word.span.start, end: update.args.at(-1)?.span.end ?? update.word.span.end },
        fixes: edit ? [{ title: `Add ${REMOVE}`, applicability: 'safe', edits: [edit] }] : [],
      };
    }
  },
);

/** The last RUN that installs from lists which it did not fetch itself: those of earlier ones must stay for it. */
function lastDependent(model: Dockerfile): number {
  let last = -1;
  for (const { instruction, invocations } of runs(model)) {
    const apt = invocations.map(aptCommand);
    if (!apt.includes('update') && apt.some((command) => INSTALLS.has(command ?? ''))) last = instruction.index;
  }
  return last;
}

/** Appends the removal to the commands that `last` is among, in the style in which they are joined. */
function removal(model: Dockerfile, { place }: Invocation, instruction: CommandInstruction): Edit | undefined {
  const { text } = model;
  // Where the exit status is only asked for, one more command would change the answer.
  if (!place || place.isTested) return undefined;
  const { andOr } = place;
  const { end } = andOr.span;
  // Half typed or in the background, one more command would mean something else.
  if (andOr.operators.length >= andOr.pipelines.length || andOr.terminator?.kind === '&') return undefined;
  if (andOr.terminator && andOr === place.list.items.at(-1)) {
    // The last command gives the exit status, which the removal must not hide; only `set -e` ends the script before it.
    if (!endsAtFailure(model, instruction)) return insertion(end, ` && ${REMOVE}`);
    if (andOr.pipelines.length > 1) return undefined;
  }
  const start = lineStart(text, andOr.span.start);
  const next = nextLine(text, end);
  const indent = text.slice(start, andOr.span.start);
  const isDocumentLine =
    end > instruction.command.span.end && next > end && indent.trim() === '' && andOr.terminator?.kind === '\n';
  if (isDocumentLine) return insertion(next, `${indent}${REMOVE}${text.slice(next - (text[next - 2] === '\r' ? 2 : 1), next)}`);
  // Under `set -e` a failure before `&&` no longer ends the script, so among commands that `;` separates it stays a command of its own.
  if (andOr.terminator) return insertion(end, `; ${REMOVE}`);
  const previous = andOr.operators.at(-1)?.kind === '&&' ? andOr.pipelines.at(-2) : undefined;
  const joint = previous && text.slice(previous.span.end, andOr.pipelines.at(-1)?.span.start);
  return insertion(end, `${joint !== undefined && /^[\s\\`]*&&[\s\\`]*$/.test(joint) ? joint : ' && '}${REMOVE}`);
}

/** Whether `-e` is set, by the script or by SHELL. */
function endsAtFailure(model: Dockerfile, instruction: CommandInstruction): boolean {
  const shell = model.stateAt(instruction)?.shell?.instruction;
  const { start, end } = instruction.span;
  return (
    /(?:\bset|sh)\s+(?:-\w+\s+)*-[a-z]*e|errexit/.test(model.text.slice(start, end)) ||
    (shell?.elements.some(({ value }) => /^-[a-z]*e|^errexit$/.test(value)) ?? false)
  );
}
