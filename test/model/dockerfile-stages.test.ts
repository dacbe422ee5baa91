import assert from 'node:assert/strict';
import { dockerfileFacts, lineage, parseDockerfile, type State } from '../../server/src/model/dockerfile/index.ts';
import { instruction, sliceOf } from '../support/dockerfile.ts';

describe('stages', () => {
  /** Text → per stage: name, what it is built on, what it uses, whether the final stage needs it. */
  const CASES: Readonly<Record<string, readonly string[]>> = {
    'FROM a\n': ['- image a final'],
    'FROM a AS b\nFROM c\n': ['b image a', '- image c final'],
    'FROM a AS b\nFROM b\n': ['b image a reached', '- stage b final'],
    'FROM a AS B\nFROM b\n': ['b image a reached', '- stage b final'],
    'FROM a AS b\nFROM c\nCOPY --from=b x y\n': ['b image a reached', '- image c uses b final'],
    'FROM a AS b\nFROM c\nCOPY --from=B x y\n': ['b image a reached', '- image c uses b final'],
    'FROM a\nFROM c\nCOPY --from=0 x y\n': ['- image a reached', '- image c uses 0 final'],
    'FROM a\nFROM c\nCOPY --from=x/y:1 x y\n': ['- image a', '- image c uses ? final'],
    'FROM a AS b\nFROM c\nRUN --mount=type=bind,from=b,target=/x y\n': ['b image a reached', '- image c uses b final'],
    'FROM a AS b\nFROM c\nONBUILD COPY --from=b x y\n': ['b image a reached', '- image c uses b final'],
    'FROM scratch\n': ['- scratch final'],
    'FROM scratch AS scratch\nFROM scratch\n': ['scratch scratch', '- scratch final'],
    'ARG B=b\nFROM a AS b\nFROM $B\n': ['b image a reached', '- stage b final'],
    'FROM $X\n': ['- image ? final'],
    'FROM\n': ['- missing final'],
    'FROM a AS a\nFROM a\n': ['a image a reached', '- stage a final'],
    'FROM b\nFROM a AS b\n': ['- image b', 'b image a final'],
    'FROM a AS x\nFROM x AS y\nFROM z\nCOPY --from=y q r\n': ['x image a reached', 'y stage x reached', '- image z uses y final'],
    'FROM a AS x\nFROM b AS x\nFROM x\n': ['x image a', 'x image b reached', '- stage x final'],
    '': [],
  };
  for (const [text, expected] of Object.entries(CASES))
    it(JSON.stringify(text), () => {
      const model = parseDockerfile(text);
      assert.deepEqual(
        model.stages.map(({ name, base, uses, isFinal, reachesFinal }) =>
          [
            name ?? '-',
            base.kind === 'image'
              ? `image ${base.image.text ?? '?'}`
              : base.kind === 'stage'
                ? `stage ${base.stage.name ?? base.stage.index}`
                : base.kind,
            ...uses.map(({ stage }) => `uses ${stage ? (stage.name ?? stage.index) : '?'}`),
            ...(isFinal ? ['final'] : reachesFinal ? ['reached'] : []),
          ].join(' '),
        ),
        expected,
      );
      assert.equal(model.finalStage, model.stages.at(-1));
    });

  it('two stages that copy from each other do not hang', () => {
    const model = parseDockerfile('FROM a AS x\nCOPY --from=y a b\nFROM b AS y\nCOPY --from=x a b\n');
    assert.deepEqual(
      model.stages.map(({ reachesFinal }) => reachesFinal),
      [true, true],
    );
  });
  it('instructions know their stage', () => {
    const model = parseDockerfile('ARG A\nFROM a\nRUN b\nFROM c\nUSER d\n');
    assert.deepEqual(
      model.instructions.map((one) => model.stageOf(one)?.index),
      [undefined, 0, 0, 1, 1],
    );
  });
});

describe('what is in force', () => {
  const show = ({ user, workdir, shell, entrypoint, cmd, healthcheck, dialect }: State): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ user, workdir, shell, entrypoint, cmd, healthcheck })
        .flatMap(([name, effective]) => (effective ? [[name, effective.value ?? '?']] : []))
        .concat(dialect === 'sh' ? [] : [['dialect', dialect]]),
    ) as Record<string, string>;

  const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'FROM a\n': {},
    'FROM a\nUSER x\nUSER y\n': { user: 'y' },
    'FROM a\nUSER $U\n': { user: '?' },
    'FROM a\nENV U=x\nUSER $U:1\n': { user: 'x:1' },
    'FROM a AS b\nUSER x\nFROM b\n': { user: 'x' },
    'FROM a AS b\nUSER x\nFROM c\n': {},
    'FROM a AS b\nUSER x\nFROM b\nUSER y\n': { user: 'y' },
    'FROM a\nONBUILD USER x\n': {},
    'FROM a\nWORKDIR /a\nWORKDIR b\nWORKDIR c/\n': { workdir: '/a/b/c/' },
    'FROM a\nWORKDIR b\n': { workdir: '?' },
    'FROM a\nWORKDIR $X\nWORKDIR b\n': { workdir: '?' },
    'FROM a\nWORKDIR $X\nWORKDIR /b\n': { workdir: '/b' },
    'FROM a AS x\nWORKDIR /a\nFROM x\nWORKDIR b\n': { workdir: '/a/b' },
    'FROM a\nWORKDIR C:\\\\x\n': { workdir: 'C:\\x' },
    'FROM a\nSHELL ["/bin/bash", "-c"]\n': { shell: '/bin/bash', dialect: 'bash' },
    'FROM a\nSHELL ["pwsh"]\n': { shell: 'pwsh', dialect: 'powershell' },
    'FROM a\nSHELL /bin/bash -c\n': {},
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n': { dialect: 'cmd' },
    'FROM python:3.13-windowsservercore-ltsc2022\n': { dialect: 'cmd' },
    'FROM mcr.microsoft.com/windows/nanoserver:1809 AS x\nFROM x\n': { dialect: 'cmd' },
    'FROM mcr.microsoft.com/dotnet/sdk:9.0\n': {},
    'FROM a\nENTRYPOINT ["x"]\nCMD y\n': { entrypoint: 'exec', cmd: 'shell' },
    'FROM a AS b\nCMD y\nFROM b\nENTRYPOINT ["x"]\n': { entrypoint: 'exec' },
    'FROM a\nCMD y\nENTRYPOINT ["x"]\n': { entrypoint: 'exec', cmd: 'shell' },
    'FROM a\nHEALTHCHECK CMD x\nHEALTHCHECK NONE\n': { healthcheck: 'NONE' },
  };
  for (const [text, expected] of Object.entries(CASES))
    it(JSON.stringify(text), () => {
      const final = parseDockerfile(text).finalStage?.final;
      assert.ok(final);
      assert.deepEqual(show(final), expected);
    });

  it('before an instruction', () => {
    const model = parseDockerfile('FROM a\nUSER x\nRUN b\nUSER y\n');
    assert.equal(model.stateAt(instruction(model, 'RUN'))?.user?.value, 'x');
  });
});

describe('facts for other files', () => {
  it('are those of the final stage and what it is built on', () => {
    const text =
      'FROM node:24 AS base\nUSER app\nEXPOSE 80 $P 81/UDP x\nLABEL a=b\nFROM z AS other\nUSER root\nFROM base\nEXPOSE 80/tcp 90-91\nLABEL a=c d="e f" g=$H\n';
    const facts = dockerfileFacts(parseDockerfile(text));
    assert.deepEqual([facts.user?.value, facts.user && sliceOf(text, facts.user.span)], ['app', 'app']);
    assert.deepEqual(
      facts.ports.map(({ first, last, protocol, span }) => [first, last, protocol, sliceOf(text, span)]),
      [
        [80, 80, 'tcp', '80/tcp'],
        [81, 81, 'udp', '81/UDP'],
        [90, 91, undefined, '90-91'],
      ],
    );
    assert.deepEqual([facts.hasUnknownPorts, facts.finalStage, facts.healthcheck], [true, undefined, undefined]);
    assert.deepEqual(facts.labels, [
      ['a', 'c'],
      ['d', 'e f'],
    ]);
    assert.deepEqual(facts.stages, ['base', 'other']);
    assert.deepEqual([facts.base?.kind, facts.base?.repository, facts.base?.tag], ['image', 'docker.io/library/node', '24']);
    assert.equal(facts.fromSpan && sliceOf(text, facts.fromSpan), 'base');
  });
  it('tell the ports that variables hold', () => {
    const { ports, hasUnknownPorts } = dockerfileFacts(
      parseDockerfile('FROM a AS last\nARG PORT=80\nENV ALL="81 82/udp"\nEXPOSE $PORT $ALL\n'),
    );
    assert.deepEqual(
      [ports.map(({ first, protocol }) => [first, protocol]), hasUnknownPorts],
      [
        [
          [80, undefined],
          [81, undefined],
          [82, 'udp'],
        ],
        false,
      ],
    );
  });
  it('tell the check in force', () => {
    const check = (text: string) => dockerfileFacts(parseDockerfile(text)).healthcheck;
    const text = 'FROM a AS base\nHEALTHCHECK --interval=1m --retries=5 CMD curl -f \\\n  $URL\nFROM base\n';
    const found = check(text);
    assert.ok(found);
    const { span, command, ...flags } = found;
    assert.equal(sliceOf(text, span), 'HEALTHCHECK');
    assert.deepEqual(command, ['sh', '-c', 'curl -f   $URL']);
    assert.deepEqual(flags, { interval: '1m', timeout: undefined, startPeriod: undefined, retries: '5' });
    assert.deepEqual(check('FROM a\nHEALTHCHECK CMD ["x", "-y"]\n')?.command, ['x', '-y']);
    assert.deepEqual(check('FROM a\nSHELL ["bash", "-ec"]\nHEALTHCHECK CMD x\n')?.command, ['bash', '-ec', 'x']);
    assert.equal(check('FROM mcr.microsoft.com/windows/nanoserver\nHEALTHCHECK CMD x\n')?.command, undefined);
    for (const none of ['FROM a\nHEALTHCHECK CMD x\nHEALTHCHECK NONE\n', 'FROM a\nHEALTHCHECK CMD x\nFROM b\n'])
      assert.equal(check(none), undefined);
  });
  it('without a stage there are none', () => {
    const facts = dockerfileFacts(parseDockerfile('ARG A\n'));
    assert.deepEqual([facts.user, facts.base, facts.fromSpan, facts.ports], [undefined, undefined, undefined, []]);
  });
  it('the lineage is nearest first', () => {
    const model = parseDockerfile('FROM a AS x\nFROM x AS y\nFROM y\n');
    assert.deepEqual(
      lineage(model.finalStage).map(({ index }) => index),
      [2, 1, 0],
    );
  });
});
