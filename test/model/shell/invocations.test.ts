import assert from 'node:assert/strict';
import { invocations, MappedText, parseScript, readArguments, valueOf } from '../../../server/src/model/shell/index.ts';

/** The commands of a script as `wrapper> name arg …`, unknown values as `?`. */
const commandsOf = (text: string): string[] =>
  invocations(parseScript(MappedText.slice(text, 0, text.length))).map(({ wrappers, name, args, assignments }) =>
    [
      ...wrappers.map((wrapper) => `${wrapper.name}>`),
      ...assignments.map((assignment) => `${assignment.name}=`),
      name || '?',
      ...args.map((word) => valueOf(word) ?? '?'),
    ].join(' '),
  );

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['a b c', ['a b c']],
  ['a && b || c; d & e | f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['a "b c" \'d $e\' f\\ g', ['a b c d $e f g']],
  ['a $X "${Y}" $(b c) `d e` $((1 + 2))', ['a ? ? ? ? ?', 'b c', 'd e']],
  ['a "$(b "$(c)")"', ['a ?', 'b ?', 'c']],
  ['A=1 B=$(x) a', ['A= B= a', 'x']],
  ['(a; b) && { c; d; }', ['a', 'b', 'c', 'd']],
  ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
  ['for i in 1 2; do a $i; done; while b; do c; done; until d; do e; done', ['a ?', 'b', 'c', 'd', 'e']],
  ['case "$(x)" in a|b) c;; (*) d; esac; e', ['x', 'c', 'd', 'e']],
  ['f() { a; }; function g { b; }; f', ['a', 'b', 'f']],
  ['! a | b', ['a', 'b']],
  ['a > b 2>&1 < c >> d', ['a']],
  ['a # b c', ['a']],
  ['a; # b\n# c\nd', ['a', 'd']],
  ['a#b c', ['a#b c']],
  ['a \\\n  b', ['a b']],
  ['cat <<EOF > x && a\nb $(c)\nEOF\nd', ['cat', 'c', 'a', 'd']],
  ["cat <<'EOF'\n$(c)\nEOF\nd", ['cat', 'd']],
  ['bash <<EOF\na b\nEOF', ['bash', 'a b']],
  ['sudo -u app -E /usr/bin/apt-get install x', ['sudo> apt-get install x']],
  ['env -i A=b C=d nice -n 5 a', ['env> nice> A= C= a']],
  ['x | xargs -r -n 1 a b', ['x', 'xargs> a b']],
  ['timeout -k 5 30 a', ['timeout> a']],
  ['command -v a || time -p b', ['command -v a', 'time> b']],
  ['exec a; eatmydata b; nohup c', ['exec> a', 'eatmydata> b', 'nohup> c']],
  ['sh -c "a \\"b c\\" && d"', ['sh -c a "b c" && d', 'a b c', 'd']],
  ["bash -euxo pipefail -c 'a | b'", ['bash -euxo pipefail -c a | b', 'a', 'b']],
  ['eval "a b" c', ['eval a b c', 'a b c']],
  ['su - app -c "a b"', ['su - app -c a b', 'a b']],
  ['[[ -f a && -f b ]] && c', ['c']],
  ['echo "a && b; $(c)"', ['echo ?', 'c']],
  ['a &&', ['a']],
  ['a | ', ['a']],
  ['if a; then b', ['a', 'b']],
  ['a "b', ['a b']],
  ['', []],
];

describe('the commands of a script', () => {
  for (const [text, expected] of CASES) it(JSON.stringify(text), () => assert.deepEqual(commandsOf(text), expected));

  it('have spans in the file, even inside quotes in quotes', () => {
    const text = 'x && sh -c "curl \\"-k\\" $URL"';
    const curl = invocations(parseScript(MappedText.slice(text, 0, text.length))).find(({ name }) => name === 'curl');
    assert.ok(curl);
    assert.deepEqual(
      [curl.word, ...curl.args].map(({ span }) => text.slice(span.start, span.end)),
      ['curl', '\\"-k\\"', '$URL'],
    );
  });
});

describe('the options of a command', () => {
  const read = (text: string) => {
    const [command] = invocations(parseScript(MappedText.slice(text, 0, text.length)));
    assert.ok(command);
    const { options, operands, unknown } = readArguments(command.args, { short: 'o', long: ['output'] });
    return {
      options: options.map(
        ({ name, value, span }) => `${name}${value === undefined ? '' : `:${value}`}@${text.slice(span.start, span.end)}`,
      ),
      operands: operands.map((word) => valueOf(word) ?? '?'),
      unknown,
    };
  };
  const cases: readonly (readonly [string, ReturnType<typeof read>])[] = [
    ['c -a -b x', { options: ['-a@-a', '-b@-b'], operands: ['x'], unknown: false }],
    ['c -abo out x', { options: ['-a@a', '-b@b', '-o:out@o'], operands: ['x'], unknown: false }],
    ['c -oout x', { options: ['-o:out@o'], operands: ['x'], unknown: false }],
    [
      'c --output=a --output b --flag x',
      { options: ['--output:a@--output', '--output:b@--output', '--flag@--flag'], operands: ['x'], unknown: false },
    ],
    ['c x -- -a', { options: [], operands: ['x', '-a'], unknown: false }],
    ['c - "-q"', { options: ['-q@"-q"'], operands: ['-'], unknown: false }],
    ['c $X y', { options: [], operands: ['?', 'y'], unknown: true }],
    ['c --output=$X a$Y', { options: ['--output@--output'], operands: ['?'], unknown: false }],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
});
