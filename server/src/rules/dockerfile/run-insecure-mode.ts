import { dockerfileRule } from '../../engine/rule.ts';
import { deletion } from '../../base/edit.ts';
import { blanksEnd } from './support/edits.ts';

export const runInsecureMode = dockerfileRule(
  {
    id: 'dockerfile/run-insecure-mode',
    title: 'RUN without the walls of the build',
    why: 'With `--security=insecure` a command runs with all capabilities, and with `--network=host` in the network of the machine that builds. A command that was tampered with then reaches that machine.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      security: 'With `--security=insecure` this command has all rights on the machine that builds. Delete the flag.',
      network: 'With `--network=host` this command is in the network of the machine that builds. Delete the flag.',
    },
    aliases: [],
    references: ['CWE-250', 'https://docs.docker.com/reference/dockerfile/#run---security'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('RUN')) {
      for (const { name, value, span } of instruction.flags) {
        const isInsecure = name === 'security' && value?.text === 'insecure';
        if (!isInsecure && !(name === 'network' && value?.text === 'host')) continue;
        const edits = [deletion({ start: span.start, end: blanksEnd(model.text, span.end) })];
        const fix = { title: `Delete --${name}`, applicability: 'suggested', edits } as const;
        yield { message: isInsecure ? 'security' : 'network', span, fixes: [fix] };
      }
    }
  },
);
