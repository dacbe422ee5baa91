import { dockerfileRule } from '../../engine/rule.ts';
import { mountField, mountFields, type CommandInstruction, type Invocation } from '../../model/dockerfile/index.ts';
import { baseNameOf, valueOf, type Word } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';

const WRITES = /^1?>>?\|?$/;
const PASSES_ON = /^(?:cat|base64|tr|sed|head|tail|cut)$/;
const PRINTERS = /^(?:cat|echo|printf|head|tail|printenv|base64)$/;

export const secretMountLeaked = dockerfileRule(
  {
    id: 'dockerfile/secret-mount-leaked',
    title: 'Mounted secret is stored in the image',
    why: 'A secret mount keeps the secret out of the image only as long as nothing copies it. What a command writes to a file, or prints, stays in the layer or in the log of the build.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      file: 'The secret is written to {path}, which stays in the image. Let the program read the mount itself, or delete the file in the same RUN.',
      log: 'This prints the secret into the log of the build.',
    },
    aliases: [],
    references: ['CWE-532', 'https://docs.docker.com/build/building/secrets/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      const secrets = secretsOf(instruction);
      if (secrets.length === 0) continue;
      const removed = invocations.flatMap(({ name, args }) =>
        name === 'rm' || name === 'shred' || name === 'unlink' ? args.map((word) => baseNameOf(valueOf(word) ?? '')) : [],
      );
      const stays = (path: string): boolean =>
        !/^\/(?:dev|proc|tmp\/\.)|^&?\d$/.test(path) && !removed.includes(baseNameOf(path)) && !removed.includes('*');
      for (const invocation of invocations) {
        if (!invocation.args.some((word) => holds(word, model.text, secrets))) continue;
        const target = targetOf(invocation);
        const path = target && (valueOf(target) ?? model.text.slice(target.span.start, target.span.end));
        if (target && path !== undefined) {
          if (stays(path)) yield { message: 'file', data: { path }, span: target.span };
        } else if (PRINTERS.test(invocation.name) && isPrinted(invocation, model.text))
          yield { message: 'log', span: invocation.word.span };
      }
    }
  },
);

/** The paths and variables under which the secrets of a RUN are found. */
const secretsOf = ({ flags }: CommandInstruction): readonly RegExp[] =>
  flags.flatMap((flag) => {
    if (flag.name !== 'mount') return [];
    const fields = mountFields(flag);
    if (mountField(fields, 'type') !== 'secret') return [];
    const [id, variable] = [mountField(fields, 'id'), mountField(fields, 'env')];
    const path =
      mountField(fields, 'target', 'dst', 'destination') ??
      (variable === undefined && id !== undefined ? `/run/secrets/${id}` : undefined);
    return [
      ...(path === undefined ? [] : [new RegExp(`(?:^|[\\s"'=(<])${escape(path)}(?:$|[\\s"')])`)]),
      ...(variable === undefined ? [] : [new RegExp(`\\$\\{?${escape(variable)}\\b`)]),
    ];
  });

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const holds = ({ span }: Word, text: string, secrets: readonly RegExp[]): boolean =>
  secrets.some((secret) => secret.test(text.slice(span.start, span.end)));

/** The file that a command writes what it is given to: of a redirection, of `cp`, `tee` behind a pipe. */
function targetOf({ name, args, redirections, place }: Invocation): Word | undefined {
  const redirected = redirections.find(({ operator }) => WRITES.test(operator))?.target;
  if (redirected) return redirected;
  if (name === 'cp' || name === 'mv' || name === 'install') return args.at(-1);
  const next = place?.pipeline.commands[place.index + 1];
  if (next?.kind !== 'simple') return undefined;
  const [first, ...files] = next.words;
  const program = (first && valueOf(first)) ?? '';
  if (program === 'tee') return files.find((word) => !valueOf(word)?.startsWith('-'));
  // What only passes on what it reads writes the secret as well.
  return PASSES_ON.test(program) ? next.redirections.find(({ operator }) => WRITES.test(operator))?.target : undefined;
}

/** Whether what a command prints goes to the log, and not into a pipe or a variable. */
function isPrinted({ place }: Invocation, text: string): boolean {
  if (!place || place.index < place.pipeline.commands.length - 1) return false;
  return !/(?:\$\(|`|<\()\s*$/.test(text.slice(Math.max(0, place.list.span.start - 5), place.list.span.start));
}
