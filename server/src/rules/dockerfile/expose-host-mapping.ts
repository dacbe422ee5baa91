import { deletion } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { exposedPorts } from './support/expose.ts';

export const exposeHostMapping = dockerfileRule(
  {
    id: 'dockerfile/expose-host-mapping',
    title: 'EXPOSE with an address or port of the host',
    why: 'EXPOSE only says on which ports the container listens. The host’s address and port are chosen when it starts, with `docker run -p`; the build fails on them or ignores them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { mapping: 'EXPOSE takes only the port of the container. Write `{port}`, and map it with `docker run -p`.' },
    aliases: ['buildkit:ExposeInvalidFormat', 'tally:buildkit/ExposeInvalidFormat'],
    references: ['https://docs.docker.com/reference/build-checks/expose-invalid-format/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { value, port, piece } of exposedPorts(model)) {
      const colon = port.lastIndexOf(':');
      if (colon < 0) continue;
      const host = piece(0, colon + 1);
      const isWritten = file.text.slice(host.start, host.end) === value.slice(0, colon + 1);
      const rest = value.slice(colon + 1);
      const canKeep = isWritten && /^\d+(?:-\d+)?(?:\/\w+)?$/.test(rest);
      yield {
        message: 'mapping',
        data: { port: rest },
        span: isWritten ? { start: host.start, end: host.end - 1 } : host,
        fixes: canKeep ? [{ title: `Write ${rest}`, applicability: 'safe', edits: [deletion(host)] }] : [],
      };
    }
  },
);
