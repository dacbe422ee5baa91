import assert from 'node:assert/strict';
import { parseDockerfile } from '../../server/src/model/dockerfile/index.ts';
import { readArguments, valueOf, type OptionSpec } from '../../server/src/model/shell/index.ts';
import { invocationsOf, sliceOf } from '../support/dockerfile.ts';

interface Case {
  readonly args: string;
  readonly spec?: OptionSpec;
  /** Name, text under its span, value. */
  readonly options: readonly (readonly [name: string, text: string, value?: string])[];
  readonly operands: readonly string[];
  readonly unknown?: boolean;
}

const CASES: readonly Case[] = [
  { args: '-y x', options: [['-y', '-y']], operands: ['x'] },
  {
    args: '-qy x',
    options: [
      ['-q', 'q'],
      ['-y', 'y'],
    ],
    operands: ['x'],
  },
  { args: 'x -y', options: [['-y', '-y']], operands: ['x'] },
  { args: '-- -y x', options: [], operands: ['-y', 'x'] },
  { args: '-o f x', spec: { short: 'o' }, options: [['-o', '-o', 'f']], operands: ['x'] },
  { args: '-of x', spec: { short: 'o' }, options: [['-o', 'o', 'f']], operands: ['x'] },
  {
    args: '-fsSLo f x',
    spec: { short: 'o' },
    options: [
      ['-f', 'f'],
      ['-s', 's'],
      ['-S', 'S'],
      ['-L', 'L'],
      ['-o', 'o', 'f'],
    ],
    operands: ['x'],
  },
  { args: '--out=f x', options: [['--out', '--out', 'f']], operands: ['x'] },
  { args: '--out f x', spec: { long: ['out'] }, options: [['--out', '--out', 'f']], operands: ['x'] },
  { args: '--out f x', options: [['--out', '--out']], operands: ['f', 'x'] },
  { args: '--out=$F x', options: [['--out', '--out']], operands: ['x'] },
  {
    args: '"-y" \'-q\'',
    options: [
      ['-y', '"-y"'],
      ['-q', "'-q'"],
    ],
    operands: [],
  },
  { args: '$OPTS x', options: [], operands: ['$OPTS', 'x'], unknown: true },
  { args: '-$X x', options: [], operands: ['-$X', 'x'], unknown: true },
  { args: 'a$X x', options: [], operands: ['a$X', 'x'] },
  { args: '- x', options: [], operands: ['-', 'x'] },
  { args: '-name x', spec: { singleDash: true, long: ['name'] }, options: [['-name', '-name', 'x']], operands: [] },
  { args: '-o', spec: { short: 'o' }, options: [['-o', '-o']], operands: [] },
];

describe('options and operands', () => {
  for (const { args, spec, options, operands, unknown = false } of CASES)
    it(`${args} ${JSON.stringify(spec ?? {})}`, () => {
      const text = `FROM a\nRUN cmd ${args}\n`;
      const [invocation] = invocationsOf(parseDockerfile(text));
      const read = readArguments(invocation?.args ?? [], spec);
      assert.deepEqual(
        read.options.map(({ name, span, value }) => [name, sliceOf(text, span), ...(value === undefined ? [] : [value])]),
        options,
      );
      assert.deepEqual(
        read.operands.map(({ span }) => sliceOf(text, span)),
        operands,
      );
      assert.equal(read.unknown, unknown);
    });
});

describe('values of words', () => {
  const VALUES: Readonly<Record<string, string | undefined>> = {
    a: 'a',
    '"a b"': 'a b',
    "'a $b'": 'a $b',
    'a\\ b': 'a b',
    '"a\\"b\\n"': 'a"b\\n',
    'a\'b\'"c"': 'abc',
    'a*?': 'a*?',
    $E: 'one',
    '"${E}s"': 'ones',
    '${E:-x}': 'one',
    '${E:+x}': 'x',
    '${E#o}': undefined,
    '${#E}': undefined,
    '${!E}': undefined,
    $NOPE: undefined,
    '${NOPE:-x}': undefined,
    '$(a)': undefined,
    $1: undefined,
    $: '$',
    "''": '',
  };
  for (const [word, expected] of Object.entries(VALUES))
    it(word, () => {
      const [invocation] = invocationsOf(parseDockerfile(`FROM a\nRUN cmd ${word}\n`));
      const arg = invocation?.args[0];
      assert.ok(arg);
      assert.equal(
        valueOf(arg, (name) => (name === 'E' ? 'one' : undefined)),
        expected,
      );
    });
});
