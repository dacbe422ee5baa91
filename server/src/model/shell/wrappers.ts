import { assignmentOf } from './assignment.ts';
import { baseNameOf } from './names.ts';
import type { Assignment, Word } from './syntax.ts';
import { valueOf, type Lookup } from './value.ts';

/** A command that runs another one: `sudo -u app`, `env A=b`, `xargs -n 1`. */
export interface Wrapper {
  readonly name: string;
  readonly word: Word;
  /** Its options, operands and assignments, before the command that it runs. */
  readonly args: readonly Word[];
}

/** How to find the wrapped command: short options that take a value as letters, long ones by name, operands to skip. */
interface Shape {
  readonly short?: string;
  readonly long?: readonly string[];
  readonly operands?: number;
  /** With one of these the command is only asked about, not run. */
  readonly queries?: RegExp;
}

/** From the manual pages of sudo 1.9, coreutils 9, findutils 4, util-linux 2.40, busybox 1.36 and of the projects of the same names. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  [
    'sudo',
    {
      short: 'ughpCrtTUDR',
      long: ['user', 'group', 'host', 'prompt', 'close-from', 'role', 'type', 'chdir', 'chroot'],
      queries: /^-[lvKk]$/,
    },
  ],
  ['doas', { short: 'uC' }],
  ['env', { short: 'uCS', long: ['unset', 'chdir'] }],
  ['nice', { short: 'n', long: ['adjustment'] }],
  ['ionice', { short: 'cnpPu', long: ['class', 'classdata'] }],
  ['time', { short: 'fo', long: ['format', 'output'] }],
  ['timeout', { short: 'ks', long: ['kill-after', 'signal'], operands: 1 }],
  ['command', { queries: /^-[vV]$/ }],
  ['builtin', {}],
  ['exec', { short: 'a' }],
  ['nohup', {}],
  ['setsid', {}],
  ['eatmydata', {}],
  ['fakeroot', { short: 'lisbu' }],
  ['chronic', {}],
  ['unbuffer', {}],
  ['stdbuf', { short: 'ioe', long: ['input', 'output', 'error'] }],
  ['catchsegv', {}],
  ['proxychains', { short: 'f' }],
  ['proxychains4', { short: 'f' }],
  ['busybox', {}],
  ['gosu', { operands: 1 }],
  ['su-exec', { operands: 1 }],
  ['chroot', { long: ['userspec', 'groups'], operands: 1 }],
  ['tini', { short: 'pe' }],
  ['dumb-init', { short: 'r' }],
  [
    'xargs',
    {
      short: 'aEIdLnPs',
      long: ['arg-file', 'delimiter', 'max-lines', 'max-args', 'max-procs', 'max-chars', 'replace', 'process-slot-var'],
    },
  ],
  ['linux32', {}],
  ['linux64', {}],
  ['setarch', { operands: 1 }],
]);

/** Real commands have two or three; more would only cost time. */
const MAX_WRAPPERS = 16;

export interface Unwrapped {
  readonly wrappers: readonly Wrapper[];
  /** The command that is run at last, with its arguments. */
  readonly words: readonly Word[];
  /** Those given to `env` and `sudo`. */
  readonly assignments: readonly Assignment[];
}

/** Takes the wrappers off a command's words. */
export function unwrap(words: readonly Word[], lookup?: Lookup): Unwrapped {
  const wrappers: Wrapper[] = [];
  const assignments: Assignment[] = [];
  let rest = words;
  while (wrappers.length < MAX_WRAPPERS) {
    const word = rest[0];
    const name = word && baseNameOf(valueOf(word, lookup) ?? '');
    const shape = SHAPES.get(name ?? '');
    if (!word || name === undefined || !shape) break;
    const skipped = wrappedAt(rest, shape, lookup, assignments);
    if (skipped === undefined || skipped >= rest.length) break;
    wrappers.push({ name, word, args: rest.slice(1, skipped) });
    rest = rest.slice(skipped);
  }
  return { wrappers, words: rest, assignments };
}

/** The index of the wrapped command's name; undefined when none is run. */
function wrappedAt(
  words: readonly Word[],
  shape: Shape,
  lookup: Lookup | undefined,
  assignments: Assignment[],
): number | undefined {
  let index = 1;
  let operands = shape.operands ?? 0;
  for (; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const value = valueOf(word, lookup);
    if (value?.startsWith('-') && value.length > 1) {
      if (shape.queries?.test(value)) return undefined;
      if (value === '--') continue;
      if (takesNext(value, shape)) index++;
      continue;
    }
    const assignment = assignmentOf(word);
    if (assignment) assignments.push(assignment);
    else if (operands > 0) operands--;
    else return index;
  }
  return index;
}

function takesNext(option: string, { short = '', long = [] }: Shape): boolean {
  if (option.startsWith('--')) return long.includes(option.slice(2));
  const letters = option.slice(1);
  for (let index = 0; index < letters.length; index++)
    if (short.includes(letters.charAt(index))) return index === letters.length - 1;
  return false;
}
