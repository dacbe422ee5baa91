import { dockerfileRule } from '../../engine/rule.ts';
import { runs } from './support/commands.ts';

const OFF =
  /(?:\b|(?<=\s-o))StrictHostKeyChecking(?:\s*=\s*|\s+)["']?(?:no|off)\b|(?:\b|(?<=\s-o))UserKnownHostsFile(?:\s*=\s*|\s+)["']?\/dev\/null\b/gi;

export const sshHostKeyCheckOff = dockerfileRule(
  {
    id: 'dockerfile/ssh-host-key-check-off',
    title: 'Keys of SSH servers are not checked',
    why: 'Without the check of its key any server can claim to be the one that is asked, and what is cloned from it becomes part of the image. `ssh-keyscan` during a build has the same hole: it trusts whoever answers. Copy a `known_hosts` file with the right keys.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      option: 'With `{option}` any server is believed. Copy a known_hosts file with the right key.',
      scan: '`ssh-keyscan` trusts whoever answers during the build. Copy a known_hosts file with the right key.',
    },
    aliases: [],
    references: ['CWE-322', 'https://man.openbsd.org/ssh_config#StrictHostKeyChecking'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.effectiveInstructions()) {
      const { keyword, span } = instruction;
      if (
        !/^(?:RUN|ENV|ARG|COPY|ADD)$/.test(keyword) ||
        ((keyword === 'COPY' || keyword === 'ADD') && instruction.hereDocuments.length === 0)
      )
        continue;
      const source = model.text.slice(span.start, span.end);
      const comments = [...model.comments, ...(keyword === 'RUN' ? (model.script(instruction)?.comments ?? []) : [])];
      for (const match of source.matchAll(OFF)) {
        const start = span.start + match.index;
        if (comments.some((comment) => comment.span.start <= start && start < comment.span.end)) continue;
        yield { message: 'option', data: { option: match[0] }, span: { start, end: start + match[0].length } };
      }
    }
    for (const { invocations } of runs(model))
      for (const { name, word } of invocations) if (name === 'ssh-keyscan') yield { message: 'scan', span: word.span };
  },
);
