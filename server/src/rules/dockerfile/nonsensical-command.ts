import { dockerfileRule } from '../../engine/rule.ts';
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
    for (const { invocations } of runs(model))
      for (const { name, word } of invocations)
        if (NONSENSICAL.has(name)) yield { message: 'command', data: { command: name }, span: word.span };
  },
);
