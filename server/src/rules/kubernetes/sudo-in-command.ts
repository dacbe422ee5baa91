import { kubernetesRule } from '../../engine/rule.ts';
import { execInvocations } from '../../model/shell/index.ts';
import { commandItems, commandWords } from './support/commands.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const sudoInCommand = kubernetesRule(
  {
    id: 'kubernetes/sudo-in-command',
    title: 'Container is started with sudo',
    why: 'An image that needs `sudo` lets its user become root without a password, so whoever breaks into the program does the same, and `allowPrivilegeEscalation: false` would break it. Run the container as the user that it needs, and prepare files while the image is built or in an init container.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      sudo: 'Container `{container}` becomes root with `{program}`. Run it as the user that it needs with `runAsUser`.',
    },
    aliases: ['kubescape:sudo-in-container-entrypoint'],
    references: ['Kubescape C-0062', 'CWE-250'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { container, name } of targetsOf(model)) {
      const items = commandItems(container);
      // Reading a long script costs more than seeing that it names none of them.
      if (!items.some((item) => item && [...PROGRAMS].some((program) => item.text.includes(program)))) continue;
      for (const { name: program, word, wrappers } of execInvocations(commandWords(file.text, items))) {
        const sudo = wrappers.find((wrapper) => PROGRAMS.has(wrapper.name));
        if (sudo)
          yield { message: 'sudo', data: { container: name, program: sudo.name }, span: sudo.word.span, key: container.key };
        else if (PROGRAMS.has(program))
          yield { message: 'sudo', data: { container: name, program }, span: word.span, key: container.key };
      }
    }
  }),
);

const PROGRAMS: ReadonlySet<string> = new Set(['sudo', 'doas']);
