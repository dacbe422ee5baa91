import { dockerfileRule } from '../../engine/rule.ts';
import { deletion } from '../../base/edit.ts';
import { deleteLines, hasCommentLine } from './support/edits.ts';
import { exposedPorts } from './support/expose.ts';

const SSH = 22;

export const sshPortExposed = dockerfileRule(
  {
    id: 'dockerfile/ssh-port-exposed',
    title: 'Port of the SSH server is exposed',
    why: 'A container needs no SSH server: `docker exec` and `kubectl exec` open a shell, with the permissions and the log of the platform. The server is one more way in, with keys or passwords of its own.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      ssh: 'Port 22 is that of an SSH server, which a container does not need. Delete it.',
    },
    aliases: ['checkov:CKV_DOCKER_1', 'kics:exposing_port_22', 'trivy:DS-0004'],
    references: ['CIS Docker 5.7'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, port, protocol, span } of exposedPorts(model)) {
      const [, low, high] = /^(\d+)(?:-(\d+))?$/.exec(port.slice(port.lastIndexOf(':') + 1)) ?? [];
      if (
        low === undefined ||
        Number(low) > SSH ||
        Number(high ?? low) < SSH ||
        (protocol !== undefined && !/^tcp$/i.test(protocol))
      )
        continue;
      const index = instruction.words.findIndex((word) => word.span.start === span.start);
      const previous = instruction.words[index - 1];
      const next = instruction.words[index + 1];
      const edit = previous
        ? deletion({ start: previous.span.end, end: span.end })
        : next
          ? deletion({ start: span.start, end: next.span.start })
          : deleteLines(model.text, instruction.span);
      const canDelete =
        high === undefined && !instruction.isTrigger && !hasCommentLine(model.text.slice(edit.span.start, edit.span.end));
      yield {
        message: 'ssh',
        span,
        fixes: canDelete ? [{ title: 'Delete the port', applicability: 'suggested', edits: [edit] }] : [],
      };
    }
  },
);
