import assert from 'node:assert/strict';
import { isDockerfilePath, parseDockerfile } from '../../server/src/model/dockerfile/index.ts';
import { instruction, sliceOf } from '../support/dockerfile.ts';

const problemsOf = (text: string): string[] =>
  parseDockerfile(text).problems.map(({ kind, span }) => `${kind}: ${sliceOf(text, span)}`);
/** Keyword and joined arguments of each instruction. */
const linesOf = (text: string): string[] =>
  parseDockerfile(text).instructions.map(({ keyword, args }) => `${keyword} ${args.text}`);

describe('parser directives', () => {
  const CASES: readonly (readonly [text: string, directives: readonly string[], escape: string])[] = [
    ['# syntax=docker/dockerfile:1\nFROM a\n', ['syntax=docker/dockerfile:1'], '\\'],
    ['#escape=`\nFROM a\n', ['escape=`'], '`'],
    ['# EsCaPe = ` \nFROM a\n', ['escape=`'], '`'],
    ['# syntax=x\r\n# escape=`\r\nFROM a\r\n', ['syntax=x', 'escape=`'], '`'],
    ['\uFEFF# escape=`\nFROM a\n', ['escape=`'], '`'],
    ['# check=skip=all;error=true\nFROM a\n', ['check=skip=all;error=true'], '\\'],
    ['# a comment\n# escape=`\nFROM a\n', [], '\\'],
    ['FROM a\n# escape=`\n', [], '\\'],
    ['# unknown=x\n# escape=`\nFROM a\n', [], '\\'],
    ['# escape=x\nFROM a\n', ['escape=x'], '\\'],
    ['# escape=`\n# escape=\\\nFROM a\n', ['escape=`', 'escape=\\'], '`'],
  ];
  for (const [text, directives, escape] of CASES)
    it(JSON.stringify(text), () => {
      const model = parseDockerfile(text);
      assert.deepEqual(
        model.directives.map(({ name, value }) => `${name}=${value}`),
        directives,
      );
      for (const { value, valueSpan } of model.directives) assert.equal(sliceOf(text, valueSpan), value);
      assert.equal(model.escape, escape);
    });

  it('reports a value that is none', () => assert.deepEqual(problemsOf('# escape=x\nFROM a\n'), ['invalid-directive: x']));
  it('reports a second one', () => assert.deepEqual(problemsOf('# syntax=a\n# syntax=b\nFROM a\n'), ['invalid-directive: b']));
});

describe('lines', () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    'FROM a': ['FROM a'],
    'from a\nrUn b\n': ['FROM a', 'RUN b'],
    '  FROM a  \n\tRUN b\t\n': ['FROM a', 'RUN b'],
    'FROM a\r\nRUN b\r\n': ['FROM a', 'RUN b'],
    'FROM a\rRUN b\r': ['FROM a', 'RUN b'],
    'FROM a\nRUN b \\\n  c\n': ['FROM a', 'RUN b   c'],
    'FROM a\nRUN b\\\nc\n': ['FROM a', 'RUN bc'],
    'FROM a\nRUN b \\  \n c\n': ['FROM a', 'RUN b  c'],
    'FROM a\r\nRUN b \\\r\n c\r\n': ['FROM a', 'RUN b  c'],
    'FROM a\nRUN b \\\n# comment\n c\n': ['FROM a', 'RUN b  c'],
    'FROM a\nRUN b \\\n  # comment \\\n c\n': ['FROM a', 'RUN b  c'],
    'FROM a\nRUN b \\\n\n c\n': ['FROM a', 'RUN b  c'],
    'FROM a\nRUN b \\\n': ['FROM a', 'RUN b'],
    'FROM a\nRUN b \\': ['FROM a', 'RUN b'],
    'FROM a\nRUN b \\\\\nRUN c\n': ['FROM a', 'RUN b \\\\', 'RUN c'],
    'FROM a\nRUN b # \\\nRUN c\n': ['FROM a', 'RUN b # RUN c'],
    '# escape=`\nFROM a\nRUN b `\n c \\\nRUN d\n': ['FROM a', 'RUN b  c \\', 'RUN d'],
    'FROM a\nRUN\\\n b\n': ['FROM a', 'RUN b'],
    'FROM a\nRU\\\nN b\n': ['FROM a', 'RUN b'],
    'FROM a\nRUN "b\nRUN c\n': ['FROM a', 'RUN "b', 'RUN c'],
    'FROM a\nRUN b\0c\n': ['FROM a', 'RUN b\0c'],
    '\uFEFFFROM a': ['FROM a'],
    'FROM a\nENV A=b \\\n  C=d\n': ['FROM a', 'ENV A=b   C=d'],
    '': [],
    '\n\n# x\n': [],
  };
  for (const [text, expected] of Object.entries(CASES)) it(JSON.stringify(text), () => assert.deepEqual(linesOf(text), expected));

  it('an instruction ends with its last character', () => {
    const text = 'FROM a  \r\nRUN b \\\r\n  c \t\r\n\r\n# d\r\nRUN e';
    assert.deepEqual(
      parseDockerfile(text).instructions.map(({ span }) => sliceOf(text, span)),
      ['FROM a', 'RUN b \\\r\n  c', 'RUN e'],
    );
  });
  it('blank lines in an instruction are kept', () =>
    assert.equal(parseDockerfile('FROM a\nRUN b \\\n\n \n c\n').blankContinuations.length, 2));
});

describe('what a comment covers', () => {
  /** Each comment → the text that it covers. */
  const CASES: Readonly<Record<string, readonly (readonly [comment: string, covers: string])[]>> = {
    'FROM a\n# x\nRUN b\n': [['x', 'RUN b']],
    '# x\n\n# y\nFROM a\n': [
      ['x', 'FROM a'],
      ['y', 'FROM a'],
    ],
    'FROM a\n# x\nRUN b \\\n  c\n': [['x', 'RUN b \\\n  c']],
    'FROM a\nRUN b \\\n  # x\n  c \\\n  d\n': [['x', 'c \\']],
    'FROM a\n  ## x  \r\nRUN b\r\n': [['x', 'RUN b']],
    'FROM a\n# x\n': [['x', '# x']],
    'FROM a\nRUN b \\\n# x\n': [['x', '# x']],
    'FROM a\nRUN <<E\n# x\nb\nE\n': [['x', 'b']],
    'FROM a\nCOPY <<E /x\n# x\nb\nE\n': [],
    'FROM a\nRUN b # x\n': [],
  };
  for (const [text, expected] of Object.entries(CASES))
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        parseDockerfile(text).comments.map((comment) => [comment.text, sliceOf(text, comment.covers)]),
        expected,
      ),
    );
});

describe('here-documents', () => {
  /** Text → for each here-document: its word, its body, its form. */
  const CASES: Readonly<Record<string, readonly (readonly [word: string, body: string, form: string])[]>> = {
    'FROM a\nRUN <<E\nb\nE\nRUN c\n': [['<<E', 'b\n', '']],
    'FROM a\nRUN <<-E\n\tb\n\tE\nRUN c\n': [['<<-E', '\tb\n', 'tabs']],
    'FROM a\nRUN <<"E"\nb\nE\nRUN c\n': [['<<"E"', 'b\n', 'quoted']],
    "FROM a\nRUN <<'E'\nb\nE\nRUN c\n": [["<<'E'", 'b\n', 'quoted']],
    'FROM a\nRUN <<E\nE\nRUN c\n': [['<<E', '', '']],
    'FROM a\nRUN <<E\n E\nE\nRUN c\n': [['<<E', ' E\n', '']],
    'FROM a\r\nRUN <<E\r\nb\r\nE\r\nRUN c\r\n': [['<<E', 'b\r\n', '']],
    'FROM a\nCOPY <<E <<F /x\nb\nE\nc\nF\nRUN c\n': [
      ['<<E', 'b\n', ''],
      ['<<F', 'c\n', ''],
    ],
    'FROM a\nADD <<E /x\nb\nE\nRUN c\n': [['<<E', 'b\n', '']],
    'FROM a\nONBUILD RUN <<E\nb\nE\nRUN c\n': [['<<E', 'b\n', '']],
    'FROM a\nRUN python3 <<E && c\nb\nE\nRUN c\n': [['<<E', 'b\n', '']],
    'FROM a\nRUN b \\\n <<E\nFROM x\nE\nRUN c\n': [['<<E', 'FROM x\n', '']],
    'FROM a\nRUN <<E\nb \\\nE\nRUN c\n': [['<<E', 'b \\\n', '']],
    'FROM a\nRUN b <<< E\nRUN c\n': [],
    'FROM a\nRUN b "<<E"\nRUN c\n': [],
    'FROM a\nRUN b $((1<<2))\nRUN c\n': [],
    'FROM a\nENV A=<<E\nRUN c\n': [],
    'FROM a\nRUN cat << E\nRUN c\n': [],
    'FROM a\nRUN cat << E\nb\nE\nRUN c\n': [['<< E', 'b\n', '']],
    'FROM a\nRUN <<E\nb\nRUN c\n': [['<<E', 'b\n', 'open']],
  };
  for (const [text, expected] of Object.entries(CASES))
    it(JSON.stringify(text), () => {
      const model = parseDockerfile(text);
      const found = model.instructions.flatMap(({ hereDocuments }) => hereDocuments);
      assert.deepEqual(
        found.map(({ span, body, quoted, stripTabs, terminated }) => [
          sliceOf(text, span),
          sliceOf(text, body),
          [quoted && 'quoted', stripTabs && 'tabs', !terminated && 'open'].filter(Boolean).join(' '),
        ]),
        expected,
      );
      assert.equal(model.instructions.at(-1)?.args.text, 'c');
    });

  it('an open one is reported', () => assert.deepEqual(problemsOf('FROM a\nRUN <<E\nb\n'), ['unterminated-here-document: <<E']));
  it('belongs to its instruction', () => {
    const text = 'FROM a\nRUN <<E\nb\nE\nRUN c';
    assert.equal(sliceOf(text, instruction(parseDockerfile(text), 'RUN').span), 'RUN <<E\nb\nE');
  });
});

describe('flags', () => {
  const CASES: Readonly<Record<string, readonly (readonly [name: string, value?: string])[]>> = {
    'COPY --from=b --chown=1:2 c d': [
      ['from', 'b'],
      ['chown', '1:2'],
    ],
    'COPY --link c d': [['link']],
    'COPY --from=b \\\n  --link c d': [['from', 'b'], ['link']],
    'COPY c --from=b d': [],
    'RUN --mount=type=secret,id=x --network=none -- --y': [
      ['mount', 'type=secret,id=x'],
      ['network', 'none'],
    ],
    'RUN --mount="type=cache,target=/a b" c': [['mount', '"type=cache,target=/a b"']],
    'HEALTHCHECK --interval=5s CMD x --y=z': [['interval', '5s']],
    'ADD --checksum= c d': [['checksum', '']],
  };
  for (const [line, expected] of Object.entries(CASES))
    it(JSON.stringify(line), () => {
      const text = `FROM a\n${line}\n`;
      const { flags } = parseDockerfile(text).instructions[1] ?? { flags: [] };
      assert.deepEqual(
        flags.map(({ name, value }) => (value === undefined ? [name] : [name, value.text])),
        expected,
      );
      for (const { name, value, span, nameSpan, valueSpan } of flags) {
        assert.equal(sliceOf(text, nameSpan), `--${name}`);
        assert.equal(sliceOf(text, span), value === undefined ? `--${name}` : `--${name}=${value.text}`);
        assert.equal(valueSpan && sliceOf(text, valueSpan), value?.text);
      }
    });
});

describe('JSON form', () => {
  /** Arguments of CMD → elements and what stands under their spans; undefined for shell form. */
  const CASES: Readonly<Record<string, readonly (readonly [value: string, written: string])[] | undefined>> = {
    '["a", "b c"]': [
      ['a', '"a"'],
      ['b c', '"b c"'],
    ],
    ' [ "a" ,\\\n "b" ] ': [
      ['a', '"a"'],
      ['b', '"b"'],
    ],
    '["a\\"b\\\\c\\n\\u0041"]': [['a"b\\c\nA', '"a\\"b\\\\c\\n\\u0041"']],
    '[]': [],
    '[""]': [['', '""']],
    "['a']": undefined,
    '["a",]': undefined,
    '["a"] b': undefined,
    '["a" "b"]': undefined,
    '["a", 1]': undefined,
    '["a\\x"]': undefined,
    '["a': undefined,
    '["a", ["b"]]': undefined,
    a: undefined,
    '"a"': undefined,
  };
  for (const [args, expected] of Object.entries(CASES))
    it(JSON.stringify(args), () => {
      const text = `FROM a\nCMD ${args}\n`;
      const { command } = instruction(parseDockerfile(text), 'CMD');
      assert.deepEqual(
        command.form === 'exec' ? command.elements.map(({ value, span }) => [value, sliceOf(text, span)]) : undefined,
        expected,
      );
      assert.equal(sliceOf(text, command.span), args.trim());
    });

  it('a place in a decoded string is that of its escape', () => {
    const text = 'FROM a\nCMD ["x\\"y\\u0041z"]\n';
    const { command } = instruction(parseDockerfile(text), 'CMD');
    assert.ok(command.form === 'exec');
    const content = command.elements[0]?.content;
    assert.ok(content);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => sliceOf(text, content.span(at, at + 1))),
      ['x', '\\"', 'y', '\\u0041', 'z'],
    );
  });
  it('a string of very many escapes is decoded', () => {
    const { command } = instruction(parseDockerfile(`FROM a\nCMD ["${'\\n\\u0041'.repeat(20_000)}"]\n`), 'CMD');
    assert.ok(command.form === 'exec' && command.elements[0]?.value === '\nA'.repeat(20_000));
  });
});

describe('arguments', () => {
  it('FROM', () => {
    const text = 'FROM --platform=linux/amd64 node:24 as Build\n';
    const from = instruction(parseDockerfile(text), 'FROM');
    assert.deepEqual([from.image?.text.text, from.name?.text.text], ['node:24', 'Build']);
    assert.equal(from.asSpan && sliceOf(text, from.asSpan), 'as');
  });
  for (const [line, expected, isLegacy] of [
    ['ENV A=b C="d e" \'F\'=g\\ h', ['A→b', 'C→"d e"', 'F→g\\ h'], false],
    ['ENV A b c', ['A→b c'], true],
    ['ENV A  "b"  ', ['A→"b"'], true],
    ['ENV A=', ['A→'], false],
    ['ENV A=b=c', ['A→b=c'], false],
    ['ARG A', ['A'], false],
    ['ARG A=b C', ['A→b', 'C'], false],
    ['LABEL a.b-c="d e" f', ['a.b-c→"d e"', 'f'], false],
    ['LABEL a b c', ['a→b c'], true],
    ["ENV A='b c", ["A→'b c"], false],
  ] as const)
    it(line, () => {
      const text = `FROM a\n${line}\n`;
      const one = parseDockerfile(text).instructions[1];
      assert.ok(one && 'pairs' in one);
      assert.deepEqual(
        one.pairs.map(({ name, value }) => (value ? `${name}→${value.text.text}` : name)),
        expected,
      );
      assert.equal(one.isLegacy, isLegacy);
      for (const { value } of one.pairs) if (value) assert.equal(sliceOf(text, value.span), value.text.text);
    });
  for (const [line, sources, destination] of [
    ['COPY a b c/', ['a', 'b'], 'c/'],
    ['COPY --from=x ["a b", "c"]', ['a b'], 'c'],
    ['COPY a', ['a'], undefined],
    ['ADD https://x/y /z', ['https://x/y'], '/z'],
    ['COPY <<E /x\nb\nE', ['<<E'], '/x'],
  ] as const)
    it(line, () => {
      const one = parseDockerfile(`FROM a\n${line}\n`).instructions[1];
      assert.ok(one?.keyword === 'COPY' || one?.keyword === 'ADD');
      assert.deepEqual(
        one.sources.map((word) => word.text.text),
        sources,
      );
      assert.equal(one.destination?.text.text, destination);
    });
  it('HEALTHCHECK', () => {
    const text = 'FROM a\nHEALTHCHECK --retries=3 CMD ["a"]\n';
    const one = instruction(parseDockerfile(text), 'HEALTHCHECK');
    assert.deepEqual([one.isNone, one.command?.form, one.cmdSpan && sliceOf(text, one.cmdSpan)], [false, 'exec', 'CMD']);
    assert.equal(instruction(parseDockerfile('FROM a\nHEALTHCHECK none\n'), 'HEALTHCHECK').isNone, true);
  });
  it('ONBUILD', () => {
    const text = 'FROM a\nonbuild  run b \\\n c\n';
    const run = instruction(parseDockerfile(text), 'RUN');
    assert.deepEqual([run.isTrigger, run.index, sliceOf(text, run.span), run.args.text], [true, 1, 'run b \\\n c', 'b  c']);
    assert.equal(instruction(parseDockerfile('FROM a\nONBUILD ONBUILD RUN b\n'), 'ONBUILD').keyword, 'ONBUILD');
  });
  it('EXPOSE, VOLUME, USER, WORKDIR', () => {
    const model = parseDockerfile('FROM a\nEXPOSE 80 443/tcp\nVOLUME ["/a b"]\nUSER a:b \nWORKDIR /a b\n');
    assert.deepEqual(
      instruction(model, 'EXPOSE').words.map((word) => word.text.text),
      ['80', '443/tcp'],
    );
    assert.deepEqual(
      instruction(model, 'VOLUME').words.map((word) => word.text.text),
      ['/a b'],
    );
    assert.equal(instruction(model, 'USER').word?.text.text, 'a:b');
    assert.equal(instruction(model, 'WORKDIR').word?.text.text, '/a b');
  });
});

describe('problems', () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    'FROM a\nRNU b\n': ['unknown-instruction: RNU'],
    'FROM a\nENV\n': ['missing-argument: ENV'],
    'RUN a\nFROM b\n': ['instruction-before-from: RUN'],
    'ARG A\nFROM $A\n': [],
    'FROM a\nENV A=b c\n': ['invalid-pair: c'],
    '{{ if x }}\nFROM a\n{{ end }}\n': [],
    'FROM {{ image }}\nFOO\n': [],
    'FROM a\nRUN\n': [],
  };
  for (const [text, expected] of Object.entries(CASES))
    it(JSON.stringify(text), () => assert.deepEqual(problemsOf(text), expected));
  it('a template is known as one', () => {
    for (const text of ['FROM {{ a }}\n', '<% x %>\nFROM a\n', 'FROM a\n{% if x %}\n', 'include(x)\nFROM a\n'])
      assert.equal(parseDockerfile(text).isTemplate, true, text);
    assert.equal(parseDockerfile('FROM a\nRUN echo {{ x }}\n').isTemplate, false);
  });
});

describe('names of Dockerfiles', () => {
  for (const path of [
    'Dockerfile',
    'a/Dockerfile',
    'Dockerfile.dev',
    'web.dockerfile',
    'Containerfile',
    'x/web.Containerfile',
    'dockerfile',
  ])
    it(`${path} is one`, () => assert.ok(isDockerfilePath(path)));
  for (const path of [
    'Dockerfile.md',
    'dockerfile.ts',
    '.dockerignore',
    'Dockerfile.dockerignore',
    'Dockerfiles',
    'myDockerfile',
    'Dockerfile/x',
    'Dockerfile.txt~',
  ])
    it(`${path} is none`, () => assert.ok(!isDockerfilePath(path)));
});
