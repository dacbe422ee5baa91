import type { Span } from '../../../base/span.ts';
import type { Dockerfile } from '../../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Invocation, type OptionSpec } from '../../../model/shell/index.ts';
import { runs } from './commands.ts';
import { comparable, leftOut } from './deleted-files.ts';

/** A permission mode that an instruction gives files. */
export interface FileMode {
  /** Octal or symbolic. */
  readonly mode: string;
  readonly span: Span;
  /** What it is given to, as far as it is known. */
  readonly targets: readonly string[];
  /** Whether the same instruction removes all of them again, or they lie in its mounts, so that the mode holds only while it runs. */
  readonly isTemporary: () => boolean;
}

const SETS_MODE: ReadonlyMap<string, OptionSpec> = new Map([
  ['install', { short: 'mogtS', long: ['mode', 'owner', 'group', 'target-directory', 'suffix'] }],
  ['mkdir', { short: 'm', long: ['mode'] }],
]);

/** Modes of chmod, `install -m`, `mkdir -m`, and `--chmod` of COPY and ADD. */
export function* fileModes(model: Dockerfile): Generator<FileMode> {
  for (const { instruction, invocations } of runs(model)) {
    for (const invocation of invocations) {
      for (const found of modesOf(invocation, model.text)) {
        const isTemporary = (): boolean => {
          const script = model.text.slice(instruction.span.start, found.span.start);
          // What was removed before may have been made again.
          const behind = invocations.filter(({ name, span }) => span.start > found.span.end || name === 'trap' || name === 'cd');
          const isLeftOut = leftOut(instruction, behind, model.text);
          return (
            found.targets.length > 0 && found.targets.every((each) => isScratch(each, script) || isLeftOut(comparable(each)))
          );
        };
        yield { ...found, isTemporary };
      }
    }
  }
  if (model.isTemplate) return;
  for (const instruction of model.instructionsOf('COPY', 'ADD')) {
    for (const { name, value, valueSpan } of instruction.flags) {
      const mode = name === 'chmod' && value ? model.expand({ text: value }, instruction).value : undefined;
      if (mode !== undefined && valueSpan)
        yield {
          mode,
          span: valueSpan,
          targets: instruction.destination ? [instruction.destination.text.text] : [],
          isTemporary: () => false,
        };
    }
  }
}

/** `D=$(mktemp -d)`: whether a path begins with such a variable. */
function isScratch(target: string, script: string): boolean {
  const name = /^["']?\$\{?(\w+)/.exec(target)?.[1];
  return name !== undefined && new RegExp(`\\b${name}=["']?(?:\\$\\(|\`)\\s*mktemp\\b`).test(script);
}

function* modesOf({ name, args }: Invocation, text: string): Generator<Omit<FileMode, 'isTemporary'>> {
  if (name === 'chmod') {
    // A mode may begin with a dash: `chmod -x file`.
    const words = args.filter((word) => !/^-(?:-.*|[Rvfc]+)$/.test(valueOf(word) ?? ''));
    const [first, ...targets] = words;
    const mode = first && valueOf(first);
    if (first && mode !== undefined)
      yield {
        mode,
        span: first.span,
        targets: targets.map((word) => valueOf(word) ?? text.slice(word.span.start, word.span.end)),
      };
    return;
  }
  const spec = SETS_MODE.get(name);
  if (!spec) return;
  const { options, operands } = readArguments(args, spec);
  for (const { name: option, value, valueWord, word } of options) {
    if ((option !== '-m' && option !== '--mode') || value === undefined) continue;
    yield { mode: value, span: (valueWord ?? word).span, targets: operands.map((each) => valueOf(each) ?? '') };
  }
}

/** What a mode adds for one class of users, `u`, `g` or `o`: the letters of `rwxst`. Octal modes have all bits. */
export function grants(mode: string, who: 'u' | 'g' | 'o'): string {
  if (/^[0-7]+$/.test(mode)) {
    const digits = mode.padStart(4, '0').slice(-4);
    const bits = Number(digits[who === 'u' ? 1 : who === 'g' ? 2 : 3]);
    const special = Number(digits[0]);
    const isSet = who === 'u' ? special & 4 : who === 'g' ? special & 2 : 0;
    return (bits & 4 ? 'r' : '') + (bits & 2 ? 'w' : '') + (bits & 1 ? 'x' : '') + (isSet ? 's' : '') + (special & 1 ? 't' : '');
  }
  let letters = '';
  for (const clause of mode.split(',')) {
    const [, classes = '', actions = ''] = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/.exec(clause) ?? [];
    // Without a class the umask decides, which never lets others write.
    const applies = classes.includes(who) || classes.includes('a') || (classes === '' && who === 'u');
    if (!applies) continue;
    for (const [, operator, permissions = ''] of actions.matchAll(/([-+=])([rwxXstugo]*)/g))
      if (operator !== '-') letters += permissions;
  }
  return letters;
}
