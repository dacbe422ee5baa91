import { dockerfileRule } from '../../engine/rule.ts';
import { exposedPorts } from './support/expose.ts';

export const exposeProtoCasing = dockerfileRule(
  {
    id: 'dockerfile/expose-proto-casing',
    title: 'Protocol of EXPOSE in capital letters',
    why: 'Docker writes protocols in lower case, and tools that compare them as text take `80/TCP` for another port than `80/tcp`.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { casing: 'Write the protocol in lower case: `{protocol}`.' },
    aliases: ['buildkit:ExposeProtoCasing', 'dockerfile-utils:INVALID_PROTO', 'tally:buildkit/ExposeProtoCasing'],
    references: ['https://docs.docker.com/reference/build-checks/expose-proto-casing/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { value, port, protocol, piece } of exposedPorts(model)) {
      const lower = protocol?.toLowerCase();
      if (protocol === undefined || lower === undefined || lower === protocol) continue;
      const span = piece(port.length + 1, value.length);
      const isWritten = file.text.slice(span.start, span.end) === protocol;
      yield {
        message: 'casing',
        data: { protocol: lower },
        span,
        fixes: isWritten ? [{ title: `Write ${lower}`, applicability: 'safe', edits: [{ span, newText: lower }] }] : [],
      };
    }
  },
);
