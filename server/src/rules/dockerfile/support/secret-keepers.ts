import type { Invocation } from '../../../model/dockerfile/index.ts';
import { baseNameOf, literalHead, type Word } from '../../../model/shell/index.ts';
import { writtenPath } from './deleted-files.ts';

/** A command that stores its arguments in a file. */
interface Keeper {
  readonly programs: RegExp;
  /** Its operands, with a space behind each. */
  readonly stores: RegExp;
  readonly undoes: RegExp;
  readonly files: readonly string[];
}

/** From the documentation of each tool's `config` command. */
const KEEPERS: readonly Keeper[] = [
  {
    programs: /^(?:npm|pnpm)$/,
    stores: /^(?:(?:config|c) )?set /,
    undoes: /^(?:config|c) (?:delete|rm|del) |^logout /,
    files: ['~/.npmrc', '.npmrc'],
  },
  {
    programs: /^yarn$/,
    stores: /^config set /,
    undoes: /^config (?:unset|delete) /,
    files: ['~/.yarnrc', '~/.yarnrc.yml', '.yarnrc.yml', '~/.npmrc'],
  },
  {
    programs: /^git$/,
    stores: /^config /,
    undoes: /--(?:unset|remove-section)|^config (?:unset|remove-section) /,
    files: ['~/.gitconfig', '~/.config/git/config', '.git/config'],
  },
  {
    programs: /^git$/,
    stores: /^remote (?:add|set-url) /,
    undoes: /^remote (?:remove|rm|set-url) (?!.*\$)/,
    files: ['.git/config'],
  },
  {
    programs: /^pip[\d.]*$/,
    stores: /^config set /,
    undoes: /^config unset /,
    files: ['~/.config/pip/pip.conf', '~/.pip/pip.conf'],
  },
  { programs: /^poetry$/, stores: /^config /, undoes: /--unset/, files: ['~/.config/pypoetry/auth.toml'] },
  {
    programs: /^composer(?:\.phar)?$/,
    stores: /^config /,
    undoes: /--unset/,
    files: ['~/.composer/auth.json', '~/.config/composer/auth.json'],
  },
  {
    programs: /^bundle$/,
    stores: /^config /,
    undoes: /--delete|^config (?:unset|delete) /,
    files: ['~/.bundle/config', '.bundle/config'],
  },
  { programs: /^aws$/, stores: /^configure set /, undoes: /^(?!)/, files: ['~/.aws/credentials'] },
];

/** Options of git before its subcommand that take a value; what `-c` sets is for this command only. */
const GIT_VALUE = /^(?:-[cC]|--git-dir|--work-tree|--namespace)$/;

/** Whether a command stores its argument `word` for good; `isLeftOut` tells about files. */
export function isKept(
  command: Pick<Invocation, 'name' | 'args' | 'span'>,
  word: Word,
  all: readonly Invocation[],
  text: string,
  isLeftOut: (path: string) => boolean,
): boolean {
  const args = ownArguments(command);
  // What `git -c` sets is for one command.
  if (!args.includes(word)) return false;
  const operands = operandsOf(args, text);
  if (command.name === 'git' && operands.startsWith('clone ')) return isCloneKept(args, word, all, text, isLeftOut);
  const keeper = KEEPERS.find(({ programs, stores }) => programs.test(command.name) && stores.test(operands));
  if (!keeper || keeper.files.some(isLeftOut)) return false;
  // The command itself may be the one that deletes an entry.
  return !all.some((other) => {
    if (other.span.start < command.span.start || !keeper.programs.test(other.name)) return false;
    const own = ownArguments(other);
    return keeper.undoes.test(operandsOf(own, text)) || keeper.undoes.test(textOf(own, text));
  });
}

/** A clone keeps the address that it is made from, until the folder or the address is gone. */
function isCloneKept(
  args: readonly Word[],
  url: Word,
  all: readonly Invocation[],
  text: string,
  isLeftOut: (path: string) => boolean,
): boolean {
  const source = text.slice(url.span.start, url.span.end).replaceAll(/["']/g, '');
  if (!/^[a-z+]+:\/\/.*@/.test(source)) return false;
  const next = args[args.indexOf(url) + 1];
  const folder = next ? writtenPath(next, text) : baseNameOf(source.replace(/\/$/, '').replace(/\.git$/, ''));
  const isReset = all.some(
    (other) => other.name === 'git' && /^remote (?:set-url|remove|rm) /.test(operandsOf(ownArguments(other), text)),
  );
  return !isReset && !isLeftOut(folder) && !isLeftOut(`${folder}/.git/config`);
}

/** The arguments from the subcommand on. */
function ownArguments({ name, args }: Pick<Invocation, 'name' | 'args'>): readonly Word[] {
  if (name !== 'git') return args;
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at];
    const head = word && literalHead(word);
    if (!head?.startsWith('-')) break;
    if (GIT_VALUE.test(head)) at++;
  }
  return args.slice(at);
}

const textOf = (words: readonly Word[], text: string): string =>
  words.map(({ span }) => `${text.slice(span.start, span.end)} `).join('');

const operandsOf = (args: readonly Word[], text: string): string =>
  textOf(
    args.filter((word) => !literalHead(word).startsWith('-')),
    text,
  );
