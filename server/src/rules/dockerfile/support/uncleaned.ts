import type { Fix } from '../../../engine/fix.ts';
import type { CommandInstruction, Dockerfile, Invocation } from '../../../model/dockerfile/index.ts';
import { lineage } from '../../../model/dockerfile/index.ts';
import { endsAtFailure, insertCommand, mayAppend } from './append-command.ts';
import { runs } from './commands.ts';
import { installation, type PackageManager } from './package-managers.ts';

/** What a package manager leaves behind, and how it is removed. */
export interface Leftovers {
  readonly manager: PackageManager;
  /** Anything in the RUN that removes it, or keeps it out of the layer: the manager's own command, `rm`, a cache or tmpfs mount. */
  readonly removed: RegExp;
  /** The command that removes it. */
  readonly clean: (program: string) => string;
}

/** Installations in the image whose leftovers stay in the layer: one finding for each RUN. */
export function* uncleaned(model: Dockerfile, { manager, removed, clean }: Leftovers) {
  for (const { instruction, invocations } of runsInImage(model)) {
    if (removed.test(model.text.slice(instruction.span.start, instruction.span.end))) continue;
    const installs = invocations.filter((invocation) => installation(manager, invocation));
    const [first] = installs;
    const install = installs.at(-1);
    // A later command of the manager, such as an upgrade, downloads too.
    const last = invocations.findLast(({ name, place }) => manager.names.test(name) && place?.andOr === install?.place?.andOr);
    const found = first && installation(manager, first);
    if (!found || !last || (instruction.isTrigger && !last.place)) continue;
    const command = clean(last.name);
    const edit = mayAppend(model, last, instruction)
      ? insertCommand(model, last, instruction, command, endsAtFailure(model, instruction))
      : undefined;
    const fixes: readonly Fix[] = edit ? [{ title: `Add ${command}`, applicability: 'safe', edits: [edit] }] : [];
    yield {
      message: 'left',
      data: { command: `${first.name} ${found.name}`, clean: command },
      span: found.subcommand.span,
      fixes,
    } as const;
  }
}

/** The RUN instructions of the stages that the image consists of. */
export function* runsInImage(
  model: Dockerfile,
): Generator<{ readonly instruction: CommandInstruction; readonly invocations: readonly Invocation[] }> {
  const inImage = new Set(lineage(model.finalStage));
  for (const { instruction, stage, invocations } of runs(model))
    if (stage && inImage.has(stage)) yield { instruction, invocations };
}
