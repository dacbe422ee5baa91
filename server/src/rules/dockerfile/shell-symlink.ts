import { dockerfileRule } from '../../engine/rule.ts';
import type { Span } from '../../base/span.ts';
import type { Invocation } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { hasCommentLine } from './support/edits.ts';
import { bottomOf } from './support/user.ts';

const SHELL = /^\/(?:usr\/)?bin\/sh$/;

/** What goes with it in the same RUN. */
const PREPARES: ReadonlySet<string> = new Set(['rm', 'unlink', 'echo']);

export const shellSymlink = dockerfileRule(
  {
    id: 'dockerfile/shell-symlink',
    title: '`/bin/sh` is replaced by another shell',
    why: 'Scripts of the distribution expect its own `/bin/sh`, and the next update of the shell’s package puts it back. SHELL says which shell the instructions of this file use, and changes nothing else.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      symlink: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
    },
    aliases: [
      'hadolint:DL4005',
      'kics:changing_default_shell_using_run_command',
      'semgrep:use-shell-instruction',
      'tally:hadolint/DL4005',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#shell'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, stage, invocations } of runs(model)) {
      // There it is the first shell.
      if (stage && bottomOf(stage).kind === 'scratch') continue;
      for (const invocation of invocations) {
        const span = replaced(invocation);
        if (!span) continue;
        const isAll = invocations.every(
          (each) =>
            each === invocation ||
            each.name === 'debconf-set-selections' ||
            (PREPARES.has(each.name) && each.args.some((word) => /\bdash\b|^\/(?:usr\/)?bin\/sh$/.test(valueOf(word) ?? ''))),
        );
        const isBash = invocation.args.some((word) => /(?:^|\/)bash$|^dash$/.test(valueOf(word) ?? ''));
        const canReplace =
          isAll &&
          isBash &&
          !instruction.isTrigger &&
          !hasCommentLine(model.text.slice(instruction.span.start, instruction.span.end));
        const newText = `${instruction.keywordText === 'run' ? 'shell' : 'SHELL'} ["/bin/bash", "-c"]`;
        const fix = { title: 'Use SHELL', applicability: 'suggested', edits: [{ span: instruction.span, newText }] } as const;
        yield { message: 'symlink', span, fixes: canReplace ? [fix] : [] };
      }
    }
  },
);

/** The path of the shell that a command replaces. */
function replaced({ name, args }: Invocation): Span | undefined {
  // Debian's package dash asks whether it shall be /bin/sh.
  if (name === 'dpkg-reconfigure') return args.find((word) => valueOf(word) === 'dash')?.span;
  if (name !== 'ln' && name !== 'mv' && name !== 'cp' && name !== 'update-alternatives') return undefined;
  const { operands } = readArguments(args, { short: 'tS', long: ['target-directory', 'suffix'] });
  const target = name === 'update-alternatives' ? operands.find((word) => SHELL.test(valueOf(word) ?? '')) : operands.at(-1);
  return operands.length > 1 && target && SHELL.test(valueOf(target) ?? '') ? target.span : undefined;
}
