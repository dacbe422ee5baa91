import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Dockerfile } from '../../model/dockerfile/index.ts';
import { appendCommand, endsAtFailure, mayAppend } from './support/append-command.ts';
import { aptCommand } from './support/apt.ts';
import { runs } from './support/commands.ts';

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
      const isFixable =
        mayAppend(model, last, instruction) && INSTALLS.has(aptCommand(last) ?? '') && instruction.index >= dependent;
      const edit = isFixable ? appendCommand(model, last, instruction, REMOVE, endsAtFailure(model, instruction)) : undefined;
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
