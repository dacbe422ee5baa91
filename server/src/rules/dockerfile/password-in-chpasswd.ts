import { dockerfileRule } from '../../engine/rule.ts';
import type { Span } from '../../base/span.ts';
import type { CommandInstruction, Invocation } from '../../model/dockerfile/index.ts';
import { pipedFrom, readArguments, valueOf, type Command } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { hasCommand, namesIn } from './support/words.ts';

export const passwordInChpasswd = dockerfileRule(
  {
    id: 'dockerfile/password-in-chpasswd',
    title: 'Password is set while the image is built',
    why: 'A password that a build sets is the same in every container and stays readable in the history of the image. Give a container its credentials when it starts, or use keys.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      literal: 'The password of {user} is written here, and everyone who has the image can read it.',
      command: '`{command}` sets a password that is the same in every container. Do not set passwords in an image.',
    },
    aliases: ['checkov:CKV2_DOCKER_17'],
    references: ['CWE-798', 'CWE-259'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      for (const invocation of invocations) {
        const { name, word, args } = invocation;
        if (name === 'chpasswd' || (name === 'passwd' && readsPassword(invocation))) {
          const literal = literalPassword(invocation, model.text);
          if (literal) yield { message: 'literal', data: { user: literal.user }, span: literal.span, secrets: [literal.span] };
          else if (!mountsSecret(instruction)) yield { message: 'command', data: { command: name }, span: word.span };
        } else if (name === 'useradd' || name === 'usermod' || name === 'adduser') {
          const { options, operands } = readArguments(args, {
            short: name === 'adduser' ? 'hgsGuk' : 'bcdefgGkKpsuZ',
            long: ['password', 'uid', 'gid', 'groups', 'home', 'shell', 'comment'],
          });
          const password =
            name === 'adduser' ? undefined : options.find((option) => option.name === '-p' || option.name === '--password');
          if (!password) continue;
          const given = password.valueWord ?? password.word;
          if (password.value === undefined) {
            const known = namesIn(given).some((each) => model.binding(each, instruction) !== undefined);
            const text = model.text.slice(given.span.start, given.span.end);
            if ((known || (hasCommand(given) && !NOT_CHOSEN.test(text))) && !mountsSecret(instruction))
              yield { message: 'command', data: { command: name }, span: given.span };
            continue;
          }
          // What no password hashes to locks the account.
          if (/^(?:[*!x]+|)$/.test(password.value)) continue;
          const last = operands.at(-1);
          const user = last && valueOf(last);
          yield { message: 'literal', data: { user: user ?? 'the user' }, span: given.span, secrets: [given.span] };
        }
      }
    }
  },
);

/** Output that nobody has chosen, or that is a secret of the build. */
const NOT_CHOSEN = /\brand\b|random|uuidgen|\/run\/secrets/;

/** Whether `passwd`, which asks for the password, is answered by the script. */
function readsPassword({ args, redirections, place }: Invocation): boolean {
  const options = args.map((each) => valueOf(each) ?? '').filter((each) => each.startsWith('-'));
  if (options.includes('--stdin')) return true;
  if (options.length > 0) return false;
  const before = place?.pipeline.commands[place.index - 1];
  return (before !== undefined && prints(before)) || redirections.some(({ operator }) => operator.includes('<<'));
}

const prints = (command: Command): boolean =>
  command.kind === 'simple'
    ? command.words[0] !== undefined && /^(?:echo|printf|yes)$/.test(valueOf(command.words[0]) ?? '')
    : command.lists.some(({ items }) => items.some(({ pipelines }) => pipelines.some(({ commands }) => commands.some(prints))));

const mountsSecret = ({ flags }: CommandInstruction): boolean =>
  flags.some(({ name, value }) => name === 'mount' && (value?.text.includes('type=secret') ?? false));

/** The `user:password` that is printed into the command, where it is written out. */
function literalPassword(invocation: Invocation, text: string): { readonly user: string; readonly span: Span } | undefined {
  const printer = pipedFrom(invocation);
  const here = invocation.redirections.find(({ operator }) => operator.endsWith('<<<'))?.target;
  const words = printer ? printer.words.slice(1) : here ? [here] : [];
  for (const word of words) {
    const value = valueOf(word);
    const [, user = '', password = ''] = /^([a-z_][\w-]*):(.+)$/i.exec(value ?? '') ?? [];
    if (user === '' || password === '') continue;
    const start = text.indexOf(`${user}:`, word.span.start) + user.length + 1;
    const end = start + password.length;
    return { user, span: text.slice(start, end) === password ? { start, end } : word.span };
  }
  return undefined;
}
