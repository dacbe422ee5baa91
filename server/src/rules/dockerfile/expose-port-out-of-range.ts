import { dockerfileRule } from '../../engine/rule.ts';
import { exposedPorts } from './support/expose.ts';

const HIGHEST = 65_535;
const PROTOCOL = /^(?:tcp|udp|sctp)$/i;

export const exposePortOutOfRange = dockerfileRule(
  {
    id: 'dockerfile/expose-port-out-of-range',
    title: 'EXPOSE names no possible port',
    why: 'Ports are numbers up to 65535. The build fails on anything else, or a client can never reach what the image promises.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      range: 'There is no port {port}: the highest one is 65535.',
      order: 'The range {port} ends before it begins.',
      invalid: '"{port}" is no port. Write a number or a range, and behind a slash `tcp`, `udp` or `sctp`.',
    },
    aliases: [
      'dockerfile-utils:INVALID_PORT',
      'droast:DF040',
      'hadolint:DL3011',
      'kics:unix_ports_out_of_range',
      'semgrep:invalid-port',
      'tally:hadolint/DL3011',
      'trivy:DS-0008',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#expose'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { value, port, protocol, piece } of exposedPorts(model)) {
      // `80:80` is a port of the host, which another rule speaks about.
      if (port.includes(':')) continue;
      const span = piece(0, port.length);
      const numbers = /^(\d+)(?:-(\d+))?$/.exec(port);
      if (!numbers || (protocol !== undefined && !PROTOCOL.test(protocol))) {
        yield { message: 'invalid', data: { port: value }, span: numbers ? piece(port.length + 1, value.length) : span };
        continue;
      }
      const [low, high] = [Number(numbers[1]), Number(numbers[2] ?? numbers[1])];
      if (Math.max(low, high) > HIGHEST) yield { message: 'range', data: { port }, span };
      else if (low > high) yield { message: 'order', data: { port }, span };
    }
  },
);
