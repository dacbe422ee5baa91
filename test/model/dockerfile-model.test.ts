import assert from 'node:assert/strict';
import { dockerfileFacts, isDockerfilePath, parseDockerfile, type Dockerfile } from '../../server/src/model/dockerfile/index.ts';

const EOLS = {
  LF: (text: string) => text,
  CRLF: (text: string) => text.replaceAll('\n', '\r\n'),
  CR: (text: string) => text.replaceAll('\n', '\r'),
};
const keywords = ({ instructions }: Dockerfile): string[] => instructions.map(({ keyword }) => keyword);
const commandsOf = (model: Dockerfile): string[] => {
  const names: string[] = [];
  for (const instruction of model.effectiveInstructions())
    if (
      instruction.keyword === 'RUN' ||
      instruction.keyword === 'CMD' ||
      instruction.keyword === 'ENTRYPOINT' ||
      instruction.keyword === 'HEALTHCHECK'
    )
      names.push(...model.invocations(instruction).map(({ name }) => name));
  return names;
};

describe('instructions', () => {
  for (const [name, eol] of Object.entries(EOLS)) {
    it(`${name}: are joined over continuations, without comments and blank lines`, () => {
      const text = eol('FROM a\nrun x \\  \n  # no\n\n  && y\n\nCMD ["z"]');
      const model = parseDockerfile(text);
      assert.deepEqual(keywords(model), ['FROM', 'RUN', 'CMD']);
      assert.deepEqual(commandsOf(model), ['x', 'y', 'z']);
      assert.equal(model.blankContinuations.length, 1);
    });
    it(`${name}: have here-documents`, () => {
      const model = parseDockerfile(
        eol('FROM a\nRUN <<A cat && <<"B" cat\none\nA\nRUN no\nB\nCOPY <<-C /x\n\tfoo\n\tC\nRUN y\n'),
      );
      assert.deepEqual(keywords(model), ['FROM', 'RUN', 'COPY', 'RUN']);
      assert.deepEqual(
        model.instructions.map(({ hereDocuments }) =>
          hereDocuments.map(({ delimiter, quoted }) => `${delimiter}${quoted ? ' quoted' : ''}`),
        ),
        [[], ['A', 'B quoted'], ['C'], []],
      );
      assert.deepEqual(model.problems, []);
    });
  }

  const heredocs: readonly (readonly [string, readonly string[]])[] = [
    ['RUN <<EOF\na\nb\nEOF\nRUN c', ['a', 'b', 'c']],
    ['RUN << EOF\na\nEOF\nRUN c', ['a', 'c']],
    ['RUN cat << EOF > x\na\nEOF\nRUN c', ['cat', 'c']],
    ['RUN <<EOF bash\na\nEOF', ['bash', 'a']],
    ['RUN <<EOF\n#!/usr/bin/env bash\na\nEOF', ['a']],
    ['RUN <<EOF\n#!/usr/bin/python3\na\nEOF\nRUN c', ['c']],
    ['RUN cat <<<EOF\nRUN c', ['cat', 'c']],
    ['RUN echo $((1 << 2))\nRUN c', ['echo', 'c']],
    ['RUN echo "<<EOF"\nRUN c', ['echo', 'c']],
    ['RUN a \\\n  <<EOF\nb\nEOF\nRUN c', ['a', 'c']],
    ['ONBUILD RUN <<EOF\na\nEOF\nRUN c', ['a', 'c']],
    ['RUN <<EOF\na\nRUN c', ['a', 'c']],
    ['CMD x <<EOF\nRUN c', ['x', 'c']],
  ];
  for (const [text, expected] of heredocs)
    it(`here-document: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(commandsOf(parseDockerfile(`FROM a\n${text}`)), expected));

  it('say what cannot be read', () => {
    const text = 'FROM a\nFOO b\nCOPY\nRUN <<E\nx\nCMD y\n';
    const problems = parseDockerfile(text).problems.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
    assert.deepEqual(problems.sort(), ['missing-argument COPY', 'unknown-instruction FOO', 'unterminated-here-document <<E']);
  });

  it('obey the escape directive', () => {
    const model = parseDockerfile('# escape=`\nFROM a\nCOPY a `\n  c:\\\nRUN b\n');
    assert.deepEqual(keywords(model), ['FROM', 'COPY', 'RUN']);
  });

  it('have flags with spans', () => {
    const text = 'FROM a\nRUN --mount=type=cache,target="/a b" --network=none x';
    const flags = parseDockerfile(text).instructions[1]?.flags ?? [];
    assert.deepEqual(
      flags.map(({ name, valueSpan }) => [name, valueSpan && text.slice(valueSpan.start, valueSpan.end)]),
      [
        ['mount', 'type=cache,target="/a b"'],
        ['network', 'none'],
      ],
    );
  });

  it('have pairs in both forms', () => {
    const text = 'FROM a\nENV A=b "C"="d e" F=g\\ h\nENV X y  z\nLABEL a.b="c"\n';
    const pairs = parseDockerfile(text).instructions.flatMap((each) => ('pairs' in each ? each.pairs : []));
    assert.deepEqual(
      pairs.map(({ name, value }) => [name, value && text.slice(value.span.start, value.span.end)]),
      [
        ['A', 'b'],
        ['C', '"d e"'],
        ['F', 'g\\ h'],
        ['X', 'y  z'],
        ['a.b', '"c"'],
      ],
    );
  });

  it('have comments that cover what they stand before', () => {
    const text = '# top\n\nFROM a\nRUN a \\\n # in\n && b\nRUN <<E\n# doc\nc\nE\n# end\n';
    const covers = parseDockerfile(text).comments.map((comment) => [
      comment.text,
      text.slice(comment.covers.start, comment.covers.end),
    ]);
    assert.deepEqual(covers, [
      ['top', 'FROM a'],
      ['in', '&& b'],
      ['doc', 'c'],
      ['end', '# end'],
    ]);
  });
});

describe('variables', () => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['$V', 'a/b.tar.gz'],
    ['${V}', 'a/b.tar.gz'],
    ['${V:-x}', 'a/b.tar.gz'],
    ['${E:-x}', 'x'],
    ['${N:-x${V}}', 'xa/b.tar.gz'],
    ['${V:+y}', 'y'],
    ['${E:+y}', ''],
    ['${V#*/}', 'b.tar.gz'],
    ['${V##*.}', 'gz'],
    ['${V%.*}', 'a/b.tar'],
    ['${V%%.*}', 'a/b'],
    ['${V/a/c}', 'c/b.tar.gz'],
    ['${V//./_}', 'a/b_tar_gz'],
    ['"$V" \'$V\'', 'a/b.tar.gz $V'],
    ['\\$V', '$V'],
    ['$N', undefined],
    ['$NOBODY', undefined],
  ];
  for (const [word, expected] of values) {
    it(word, () => {
      const model = parseDockerfile(`FROM a\nARG V=a/b.tar.gz\nARG E=\nARG N\nENV OUT ${word}\n`);
      const last = model.instructions.at(-1);
      assert.ok(last?.keyword === 'ENV' && last.pairs[0]?.value);
      assert.equal(model.expand(last.pairs[0].value, last).value, expected);
    });
  }

  it('of the file are seen in FROM, and in a stage only when declared again', () => {
    const model = parseDockerfile('ARG V=1\nFROM a:$V\nUSER $V\nFROM b\nARG V\nUSER $V\n');
    assert.deepEqual(
      model.stages.map(({ base }) => (base.kind === 'image' ? base.image.text : '')),
      ['a:1', 'b'],
    );
    assert.deepEqual(
      model.stages.map(({ final }) => final.user?.value),
      [undefined, '1'],
    );
  });

  it('ENV hides ARG and is inherited', () => {
    const model = parseDockerfile('FROM a AS x\nENV U=env\nFROM x\nARG U=arg\nUSER $U\n');
    assert.equal(model.finalStage?.final.user?.value, 'env');
  });
});

describe('image references', () => {
  const cases: readonly (readonly [string, string | undefined, string | undefined, string | undefined])[] = [
    ['node', 'docker.io/library/node', undefined, undefined],
    ['node:20', 'docker.io/library/node', '20', undefined],
    ['library/node:20', 'docker.io/library/node', '20', undefined],
    ['docker.io/node', 'docker.io/library/node', undefined, undefined],
    ['team/app:1', 'docker.io/team/app', '1', undefined],
    ['localhost:5000/app', 'localhost:5000/app', undefined, undefined],
    ['ghcr.io/a/b:1@sha256:ab', 'ghcr.io/a/b', '1', 'sha256:ab'],
    ['node:$NOBODY', 'docker.io/library/node', undefined, undefined],
    ['$NOBODY/node', undefined, undefined, undefined],
  ];
  for (const [text, repository, tag, digest] of cases) {
    it(text, () => {
      const base = parseDockerfile(`FROM ${text}\n`).stages[0]?.base;
      assert.ok(base?.kind === 'image');
      assert.deepEqual([base.image.repository, base.image.tag?.text, base.image.digest?.text], [repository, tag, digest]);
    });
  }
});

describe('stages', () => {
  it('inherit what is in force', () => {
    const model = parseDockerfile(
      'FROM a AS base\nUSER u\nWORKDIR /a\nSHELL ["/bin/bash", "-c"]\nCMD ["x"]\nFROM base\nWORKDIR b\nENTRYPOINT ["y"]\n',
    );
    const final = model.finalStage?.final;
    assert.deepEqual([final?.user?.value, final?.workdir?.value, final?.dialect, final?.cmd], ['u', '/a/b', 'bash', undefined]);
  });

  it('reach the final one through FROM, COPY and mounts', () => {
    const model = parseDockerfile(
      'FROM a AS s0\nFROM a AS s1\nFROM a AS s2\nFROM a AS s3\nFROM s0 AS s4\nFROM s4\nCOPY --from=S1 x x\nRUN --mount=type=bind,from=2 y\n',
    );
    assert.deepEqual(
      model.stages.map(({ reachesFinal }) => reachesFinal),
      [true, true, true, false, true, true],
    );
  });

  it('ONBUILD changes nothing in its own stage', () => {
    assert.equal(parseDockerfile('FROM a\nONBUILD USER x\n').finalStage?.final.user, undefined);
  });

  it('of Windows and foreign shells have no commands', () => {
    assert.deepEqual(
      commandsOf(
        parseDockerfile(
          'FROM mcr.microsoft.com/windows/servercore:1\nRUN a\nSHELL ["pwsh"]\nRUN b\nFROM x\nSHELL ["python3", "-c"]\nRUN c\n',
        ),
      ),
      [],
    );
  });

  it('are known to be a template', () => {
    for (const text of ['FROM {{ x }}\n', '{{#if x}}\nFROM a\n{{/if}}\n', 'FROM %%BASE%%\n', '{% if x %}\nFROM a\n'])
      assert.equal(parseDockerfile(text).isTemplate, true, text);
    assert.equal(parseDockerfile('FROM a\nRUN docker inspect --format "{{.Id}}" x\n').isTemplate, false);
  });
});

describe('facts', () => {
  it('tell of the final stage', () => {
    const text = 'FROM a:1 AS base\nUSER app\nEXPOSE 80 53/UDP $X\nFROM base AS last\nLABEL a=b\n';
    const facts = dockerfileFacts(parseDockerfile(text));
    assert.equal(facts.finalStage, 'last');
    assert.equal(facts.user?.value, 'app');
    assert.equal(text.slice(facts.user.span.start, facts.user.span.end), 'app');
    assert.deepEqual(
      [
        facts.ports.map(({ first, protocol }) => `${first}/${protocol ?? ''}`),
        facts.stages,
        facts.labels,
        facts.base?.repository,
        facts.base?.tag,
      ],
      [['80/', '53/udp'], ['base', 'last'], [['a', 'b']], 'docker.io/library/a', '1'],
    );
  });
});

describe('names of Dockerfiles', () => {
  for (const path of [
    'Dockerfile',
    'a/Dockerfile',
    'Dockerfile.dev',
    'web.Dockerfile',
    'x.dockerfile',
    'Containerfile',
    'Containerfile.prod',
    'dockerfile',
  ])
    it(`${path} is one`, () => assert.equal(isDockerfilePath(path), true));
  for (const path of [
    'Dockerfile.dockerignore',
    'Dockerfile.md',
    'Dockerfile.txt',
    'dockerfile.ts',
    'Dockerfile.j2',
    'Dockerfile/x',
    'docker-compose.yml',
    'MyDockerfile',
    'Dockerfile~',
    'Dockerfile.tar.gz',
  ])
    it(`${path} is none`, () => assert.equal(isDockerfilePath(path), false));
});
