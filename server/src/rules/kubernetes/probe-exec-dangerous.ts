import type { Span } from '../../base/span.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { baseNameOf, invocations, MappedText, parseScript, valueOf } from '../../model/shell/index.ts';
import { asScalar, at, itemsOf, type YamlMapping, type YamlScalar } from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { probesOf } from './support/probes.ts';
import { targetsOf } from './support/targets.ts';

/** Programs that a probe should not start, with why and what to do instead. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['kubectl', 'asks the API server every few seconds and fails when that is busy'],
  ['curl', 'starts a process for a request that the kubelet can make; use `httpGet`'],
  ['wget', 'starts a process for a request that the kubelet can make; use `httpGet`'],
  ['jcmd', 'stops the threads of the Java program it looks at'],
  ['jstack', 'stops the threads of the Java program it looks at'],
  ['jmap', 'stops the threads of the Java program it looks at'],
  ['ps', 'reads every process and says only that one exists, not that it works'],
  ['ls', 'says only that a file exists, not that the program works'],
]);
const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
/** Options of curl and wget for what `httpGet` cannot do: sockets, certificates, bodies, users. */
const BEYOND_HTTP_GET =
  /^(?:--unix-socket|--abstract-unix-socket|--cert|--certificate|--key|--cacert|--ca-certificate|--data.*|--post-.*|--body-.*|--request|--method|--user|--grpc.*|-[a-zA-Z]*[dXuE].*)$/;

export const probeExecDangerous = kubernetesRule(
  {
    id: 'kubernetes/probe-exec-dangerous',
    title: 'Probe that runs a costly command',
    why: 'The kubelet runs the command of an `exec` probe in the container every few seconds, within its CPU and memory limits. A program that loads much, asks other systems or may hang makes the probe fail under load, which restarts a healthy container. Use `httpGet`, `tcpSocket` or `grpc`, or a small program made for it.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { costly: 'The `{probe}` of container `{container}` runs `{program}`, which {reason}.' },
    aliases: ['kyverno:deny-commands-in-exec-probe'],
    references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#exec-probe'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { container, name } of targetsOf(model)) {
      for (const { field, probe } of probesOf(container)) {
        for (const { program, span } of commandsOf(probe)) {
          const reason = PROGRAMS.get(program);
          if (reason === undefined) continue;
          const data = { probe: field, container: name, program, reason };
          yield { message: 'costly', data, span, key: `${container.key}/${field}/${program}` };
        }
      }
    }
  }),
);

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly span: Span;
}

/** What an `exec` probe runs, by itself or through a shell; requests that only such a program can make are left out. */
function commandsOf(probe: YamlMapping): readonly Command[] {
  const [first, ...rest] = itemsOf(at(probe, 'exec', 'command')).flatMap((item) => asScalar(item) ?? []);
  if (!first) return [];
  const program = baseNameOf(first.text);
  const commands = SHELLS.has(program) ? inShell(rest) : [{ program, args: rest.map(({ text }) => text), span: first.span }];
  return commands.filter((command) => !isBeyond(command));
}

function inShell(args: readonly YamlScalar[]): readonly Command[] {
  const flag = args.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = flag < 0 ? undefined : args[flag + 1];
  if (!script) return [];
  const found = invocations(parseScript(MappedText.slice(script.text, 0, script.text.length)));
  return found.map(({ name, args: words }) => ({
    program: name,
    args: words.map((word) => valueOf(word) ?? ''),
    span: script.span,
  }));
}

const isBeyond = ({ program, args }: Command): boolean =>
  (program === 'curl' || program === 'wget') && args.some((arg) => BEYOND_HTTP_GET.test(arg));
