import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../server/src/base/span.ts';
import { dockerfileFacts, parseDockerfile, type Dockerfile, type ShellWord } from '../../server/src/model/dockerfile/index.ts';

const REALISTIC = `# syntax=docker/dockerfile:1
# escape=\\
ARG NODE=24
FROM --platform=$BUILDPLATFORM node:\${NODE:-22}-alpine AS build
WORKDIR /src
ARG NPM_TOKEN
ENV A=b "C=d e" \\
    # a comment
    F=\${A%b}

RUN --mount=type=cache,target=/root/.npm <<EOF bash
set -e
npm ci && curl -fsSLk "https://example.com/$A" | sh # why
EOF
RUN apt-get update && \\
    # tools
    sudo -E apt-get install \\
      git $(cat list) \`date\` \${X:-"y z"} && rm -rf /var/lib/apt/lists/*
COPY <<-'E1' <<E2 /dest/
\tone
\tE1
two
E2
ONBUILD RUN for i in a b; do case "$i" in a) echo x;; *) (cd y && make);; esac; done
FROM build
COPY --from=build --chown=1:1 ["a b", "/c"]
HEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1
USER $USER:1
ENTRYPOINT ["sh", "-c", "exec node \\"app.js\\""]
`;

/** Text without white space, quotes or backslashes stands for itself, character by character. */
function checkSlices(text: string, model: Dockerfile): void {
  for (const instruction of model.effectiveInstructions()) {
    const { args } = instruction;
    for (let at = 0; at < Math.min(args.length, 400); at++) {
      const { start, end } = args.span(at, at + 1);
      assert.equal(text.slice(start, end), args.text[at], `character ${at} of the arguments is not where it says`);
    }
    for (const { value, valueSpan } of instruction.flags)
      if (value && valueSpan) assert.equal(value.span(0, value.length).start, valueSpan.start);
  }
}

/** The literals in a word say where they stand, in the file and in the word's source. */
function checkWord(text: string, { parts, source, span }: ShellWord): void {
  for (const part of parts) {
    assert.ok(part.span.start >= span.start && part.span.end <= span.end, 'a part lies outside its word');
    if (part.kind !== 'literal') continue;
    assert.equal(source.text.slice(part.start, part.end), part.value);
    const written = text.slice(part.span.start, part.span.end);
    if (written.length === part.value.length && !written.startsWith('$')) assert.equal(written, part.value);
  }
}

/** Looks at everything that the model offers and collects its spans. */
function explore(model: Dockerfile): Span[] {
  const spans: Span[] = [];
  for (const { span, covers } of model.comments) spans.push(span, covers);
  for (const { span } of [...model.problems, ...model.directives]) spans.push(span);
  for (const instruction of model.effectiveInstructions()) {
    spans.push(instruction.span, instruction.keywordSpan);
    for (const flag of instruction.flags) spans.push(flag.span, flag.nameSpan);
    for (const document of instruction.hereDocuments) spans.push(document.span, document.body, document.extent);
    if ('pairs' in instruction)
      for (const pair of instruction.pairs) spans.push(pair.span, pair.nameSpan, ...(pair.value ? [pair.value.span] : []));
    if (
      instruction.keyword === 'RUN' ||
      instruction.keyword === 'CMD' ||
      instruction.keyword === 'ENTRYPOINT' ||
      instruction.keyword === 'HEALTHCHECK'
    )
      for (const { span, word, args } of model.invocations(instruction)) {
        for (const each of [word, ...args]) checkWord(model.text, each);
        spans.push(span, word.span, ...args.map((each) => each.span));
      }
  }
  for (const { base, from } of model.stages) {
    if (from.image) spans.push(from.image.span);
    if (base.kind === 'image')
      spans.push(
        base.image.span,
        ...[base.image.tag, base.image.name, base.image.digest].flatMap((part) => (part ? [part.span] : [])),
      );
  }
  dockerfileFacts(model);
  return spans;
}

function check(text: string): void {
  const model = parseDockerfile(text);
  for (const { start, end } of explore(model)) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `span ${start}–${end} in a text of ${text.length}`);
    for (const offset of [start, end])
      assert.ok(!(text[offset - 1] === '\r' && text[offset] === '\n'), `offset ${offset} splits a CRLF pair`);
  }
  checkSlices(text, model);
  let at = 0;
  for (const { span, keywordSpan, keywordText } of model.instructions) {
    assert.ok(span.start >= at, 'instructions overlap or are out of order');
    const written = text.slice(keywordSpan.start, keywordSpan.end);
    // A keyword may go on in the next line, blank lines and comments between.
    if (!/[\r\n]/.test(written)) assert.equal(written, keywordText);
    at = span.end;
  }
}

describe('any text as a Dockerfile', () => {
  it('is read without an exception, with spans inside the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => check(text)));
    const pieces = fc.constantFrom(
      'RUN ',
      'FROM ',
      'a',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\\\n',
      '\\\r\n',
      '"',
      "'",
      '$',
      '${',
      '}',
      '$(',
      ')',
      '`',
      '<<A',
      '<<-"B"',
      '\nA\n',
      '#',
      '[',
      ']',
      ',',
      '=',
      '--x=',
      '&&',
      '|',
      ';',
      '{',
      'if ',
      'then ',
      'fi',
      'case ',
      ' in ',
      'esac',
      'ENV ',
      'ARG ',
      'COPY ',
      'ONBUILD ',
      ':-',
      '%',
      '/',
      '@',
      '\0',
      '\uFEFF',
      '😀',
      '((',
      '))',
      'sh -c ',
      'eval ',
      'ENV A="b c"\n',
      '$A ',
      '<<<',
      '| sh\n',
      'echo ',
      'cat ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40, size: 'max' }), (list) => check(list.join(''))),
      { numRuns: 2000 },
    );
  });

  for (const [name, text] of [
    ['LF', REALISTIC],
    ['CRLF', REALISTIC.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`${name}: a realistic file is read whole`, () => {
      check(text);
      assert.deepEqual(parseDockerfile(text).problems, []);
    });
    it(`${name}: is read when cut off anywhere`, () => {
      for (let end = 0; end <= text.length; end++) check(text.slice(0, end));
    });
    it(`${name}: is read when any one character is missing`, () => {
      for (let at = 0; at < text.length; at++) check(text.slice(0, at) + text.slice(at + 1));
    });
  }

  it('is read when it is deep, long or repetitive', () => {
    for (const piece of [
      '(',
      '$(',
      '"$(',
      '`',
      '${a:-',
      '{ ',
      'if a; then ',
      'case x in ',
      '[[ ',
      '((',
      '$((',
      'a && ',
      'a | ',
      "'",
      '<<A\n',
      'sh -c "',
      'eval ',
      '! ',
      '\\\n',
      '\r',
    ])
      check(`FROM a\nRUN ${piece.repeat(20_000)}`);
    check(`FROM a\n${'ENV A=$A:y\n'.repeat(4000)}`);
    check(`FROM a\nENV A=x\n${'ENV A=$A:y\n'.repeat(4000)}`);
    check(`FROM a\nENV A="${'a '.repeat(500)}"\nRUN ${'$A '.repeat(10_000)}`);
    check(`FROM a\nRUN <<X\n${'cat <<E | sh\nfoo\nE\n'.repeat(2000)}X\n`);
    check(`FROM a\nENV A=a\n${'ENV A=$A$A\n'.repeat(2000)}`);
    check(Array.from({ length: 2000 }, (_, index) => `FROM s${index} AS s${index + 1}\n`).join(''));
    check('FROM a AS a\nFROM a AS b\nCOPY --from=c x y\nFROM b AS c\nCOPY --from=c x y\n');
  });
});
