import { dockerfileRule } from '../../engine/rule.ts';
import { valueOf } from '../../model/shell/index.ts';
import { commands } from './support/commands.ts';
import { isEngineSocket, socketMounts } from './support/engine-socket.ts';

export const dockerSocketVolume = dockerfileRule(
  {
    id: 'dockerfile/docker-socket-volume',
    title: 'Socket of the container engine in reach',
    why: 'Who may write to the engine’s socket can start containers with any rights, and so is root on the host. An image should not ask for it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      socket: 'Whoever reaches the socket of the container engine is root on the host. Do not mount it.',
    },
    aliases: ['semgrep:dockerfile-dockerd-socket-mount'],
    references: ['CWE-250', 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.effectiveInstructions()) {
      if (instruction.keyword === 'VOLUME') {
        for (const word of instruction.words)
          if (isEngineSocket(model.expand(word, instruction).value ?? '')) yield { message: 'socket', span: word.span };
      } else if (instruction.keyword === 'RUN') for (const span of socketMounts(instruction)) yield { message: 'socket', span };
    }
    for (const { invocation } of commands(model)) {
      if (!/^(?:docker|podman|nerdctl)$/.test(invocation.name)) continue;
      for (const word of invocation.args) {
        const value = valueOf(word) ?? '';
        if (isEngineSocket(value) && /[:,=]/.test(value)) yield { message: 'socket', span: word.span };
      }
    }
  },
);
