import { dockerfileRule } from '../../engine/rule.ts';
import type { ShellWord } from '../../model/dockerfile/index.ts';
import { valueOf } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';

/** Services, terminals, processes and hardware. */
const NONSENSICAL: ReadonlySet<string> = new Set(
  'ssh vi vim nano emacs shutdown reboot halt poweroff service systemctl ps free top htop kill killall mount umount ifconfig modprobe'.split(
    ' ',
  ),
);

export const nonsensicalCommand = dockerfileRule(
  {
    id: 'dockerfile/nonsensical-command',
    title: 'Command that makes no sense in a build',
    why: 'A build has no services that run, no terminal and no hardware: these commands fail there, do nothing, or are there for somebody who works in the container, which nobody should.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      command: '`{command}` makes no sense while an image is built.',
    },
    aliases: [
      'droast:DF060',
      'hadolint:DL3001',
      'kics:run_utilities_and_posix_commands',
      'semgrep:nonsensical-command',
      'tally:hadolint/DL3001',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      const hasAgent = instruction.flags.some(
        ({ name, value }) => name === 'mount' && value !== undefined && /(?:^|,)type=ssh(?:,|$)/.test(value.text),
      );
      for (const { name, word, args } of invocations)
        if (
          NONSENSICAL.has(name) &&
          !isOwnProgram(word, model.text) &&
          !(name === 'ssh' && hasAgent) &&
          !(name === 'systemctl' && onlyLinks(args))
        )
          yield { message: 'command', data: { command: name }, span: word.span };
    }
  },
);

/** Whether a program of the project only has the name of one of the system's: `./service`. */
const isOwnProgram = ({ span }: ShellWord, text: string): boolean =>
  /^["']?(?!\/(?:usr\/(?:local\/)?)?s?bin\/)[^"'\s]*\//.test(text.slice(span.start, span.end));

/** These need no system that runs: they write links that the next start of one follows. */
const onlyLinks = (args: readonly ShellWord[]): boolean =>
  args.some((word) => /^(?:enable|disable|mask|unmask|preset|preset-all|set-default)$/.test(valueOf(word) ?? ''));
