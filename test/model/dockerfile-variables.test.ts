import assert from 'node:assert/strict';
import { isPredefined, mountField, mountsOf, parseDockerfile, UNKNOWN } from '../../server/src/model/dockerfile/index.ts';
import { instruction, sliceOf } from '../support/dockerfile.ts';

/** The value of WORKDIR's argument behind `before`; an unknown part is a question mark. */
function valueAfter(before: string, word: string): string {
  const model = parseDockerfile(`${before}WORKDIR ${word}\n`);
  const workdir = instruction(model, 'WORKDIR');
  assert.ok(workdir.word);
  const { site, origin, value } = model.expand(workdir.word, workdir);
  assert.equal(site.text, origin.text);
  assert.equal(value, site.text.includes(UNKNOWN) ? undefined : site.text);
  return site.text.replaceAll(UNKNOWN, '?');
}

describe('expansion in FROM', () => {
  const image = (before: string, word: string): string | undefined => {
    const model = parseDockerfile(`${before}FROM ${word}\n`);
    const base = model.stages[0]?.base;
    return base?.kind === 'image' ? base.image.text : base?.kind;
  };

  it('knows that nothing sets a variable that nothing declares', () => {
    assert.equal(image('', 'a:${V:-3}'), 'a:3');
    assert.equal(image('', 'a:${V-3}'), 'a:3');
    assert.equal(image('', 'a:$V'), undefined);
    assert.equal(image('', 'a:${TARGETARCH:-3}'), undefined);
    assert.equal(image('ARG V=2\n', 'a:${V:-3}'), 'a:2');
  });

  const CASES: readonly (readonly [before: string, word: string, given: string, value: string | undefined])[] = [
    ['ARG V\n', 'a:$V', '', 'a:'],
    ['ARG V\n', 'a:$V', 'V=2', 'a:2'],
    ['ARG V=1\n', 'a:$V', 'V=2', 'a:2'],
    ['ARG V\n', 'a:${V:-3}', '', 'a:3'],
    ['ARG V\n', 'a:${V-3}', '', 'a:3'],
    ['ARG V\n', 'a:1${V:+-x}', '', 'a:1'],
    ['ARG V\n', 'a:1${V:+-x}', 'V=2', 'a:1-x'],
    ['ARG V\n', 'a:${V:?x}', '', undefined],
    ['ARG V\n', 'a:1${V#x}${V//a/b}', '', 'a:1'],
    ['ARG V=\n', 'a:$V', '', 'a:'],
    ['ARG V\nARG T=1$V\n', 'a:$T', '', 'a:1'],
    ['ARG V\nARG T=1$V\n', 'a:$T', 'V=2', 'a:12'],
    ['', 'a:$V', '', undefined],
    ['', 'a:$V', 'V=2', 'a:2'],
    ['ARG V=${V:?x}\n', 'a:$V', '', undefined],
  ];
  for (const [before, word, given, value] of CASES) {
    it(`of ${JSON.stringify(before + word)}, given ${given || 'nothing'}`, () => {
      const model = parseDockerfile(`${before}FROM ${word}\n`);
      const from = instruction(model, 'FROM');
      assert.ok(from.image);
      const [name = '', text = ''] = given.split('=');
      assert.equal(model.expandFor(given === '' ? new Map() : new Map([[name, text]]), from.image, from).value, value);
    });
  }

  it('follows no chain of arguments for ever', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => `ARG V${at + 1}=$V${at}$V${at}\n`).join('');
    const model = parseDockerfile(`ARG V0\n${chain}FROM a:$V5000\n`);
    const from = instruction(model, 'FROM');
    assert.ok(from.image);
    assert.equal(model.expandFor(new Map(), from.image, from).value, undefined);
  });
});

describe('expansion outside RUN', () => {
  const BEFORE = 'FROM a\nENV A=one B="" P=/a/b/c.tar.gz\nARG N\n';
  const CASES: Readonly<Record<string, string>> = {
    $A: 'one',
    '${A}': 'one',
    '$A/x': 'one/x',
    '${A}x': 'onex',
    $Ax: '?',
    '"$A"': 'one',
    "'$A'": '$A',
    '\\$A': '$A',
    '"\\$A"': '$A',
    'a\\ b': 'a b',
    'a\'b\'"c"': 'abc',
    $: '$',
    a$: 'a$',
    '${A:-x}': 'one',
    '${B:-x}': 'x',
    '${B-x}': '',
    '${N:-x}': 'x',
    '${N-x}': 'x',
    '${U:-x}': '?',
    '${A:+x}': 'x',
    '${B:+x}': '',
    '${A:?x}': 'one',
    '${N:-$A}': 'one',
    '${N:-${B:-${A}}}': 'one',
    '${N:-"a b"}': 'a b',
    $N: '?',
    $U: '?',
    '${P#*/}': 'a/b/c.tar.gz',
    '${P##*/}': 'c.tar.gz',
    '${P%.*}': '/a/b/c.tar',
    '${P%%.*}': '/a/b/c',
    '${P#x}': '/a/b/c.tar.gz',
    '${P/b/x}': '/a/x/c.tar.gz',
    '${P//[/x}': '/a/b/c.tar.gz',
    '${P//a/x}': '/x/b/c.txr.gz',
    '${A:1:2}': '?',
    '${': '${',
    '${A': '?',
    '{{ x }}': '?',
  };
  for (const [word, expected] of Object.entries(CASES)) it(word, () => assert.equal(valueAfter(BEFORE, word), expected));
});

describe('variables in scope', () => {
  const CASES: readonly (readonly [before: string, word: string, value: string])[] = [
    ['ARG A=x\nFROM a\n', '$A', '?'],
    ['ARG A=x\nFROM a\nARG A\n', '$A', 'x'],
    ['ARG A=x\nFROM a\nARG A=y\n', '$A', 'y'],
    ['ARG A\nFROM a\nARG A\n', '$A', '?'],
    ['FROM a\nARG A=x\nFROM b\n', '$A', '?'],
    ['FROM a AS s\nARG A=x\nFROM s\n', '$A', 'x'],
    ['FROM a AS s\nENV A=x\nFROM s AS t\nFROM t\n', '$A', 'x'],
    ['FROM a AS s\nENV A=x\nFROM s\nENV A=y\n', '$A', 'y'],
    ['FROM a\nARG A=x\nENV A=y\n', '$A', 'y'],
    ['FROM a\nENV A=y\nARG A=x\n', '$A', 'y'],
    ['FROM a\nENV A=x\nENV A=y\n', '$A', 'y'],
    ['FROM a\nENV A=x B=$A\n', '$B', '?'],
    ['FROM a\nENV A=x\nENV A=y B=$A\n', '$B', 'x'],
    ['FROM a\nENV A x y\n', '$A', 'x y'],
    ['FROM a\nENV A=x\nENV A=$A:y\nENV A=$A:z\n', '$A', 'x:y:z'],
    ['ARG A=x\nARG B=$A-y\nFROM a\nARG B\n', '$B', 'x-y'],
    ['FROM a\nONBUILD ENV A=x\n', '$A', '?'],
    ['# escape=`\nFROM a\nENV A=x\n', '`$A', '$A'],
    ['# escape=`\nFROM a\nENV A=x\n', '\\$A', '\\x'],
  ];
  for (const [before, word, value] of CASES)
    it(JSON.stringify(before + word), () => assert.equal(valueAfter(before, word), value));

  it('a value is not seen before its instruction', () => {
    const model = parseDockerfile('FROM a\nWORKDIR $A\nENV A=x\n');
    assert.equal(model.stages[0]?.final.workdir?.value, undefined);
  });
  it('platform and proxy arguments are predefined', () => {
    for (const name of [
      'TARGETARCH',
      'BUILDPLATFORM',
      'HTTP_PROXY',
      'no_proxy',
      'SOURCE_DATE_EPOCH',
      'TARGETOSVERSION',
      'TARGETSTAGE',
    ])
      assert.ok(isPredefined(name), name);
    for (const name of ['TARGET', 'ARCH', 'targetarch', 'MY_HTTP_PROXY']) assert.ok(!isPredefined(name), name);
  });
});

describe('values that grow', () => {
  it('a value that doubles becomes unknown', () => {
    assert.equal(valueAfter(`FROM a\nENV A=ab\n${'ENV A=$A$A\n'.repeat(5)}`, '$A'), 'ab'.repeat(32));
    assert.equal(valueAfter(`FROM a\nENV A=ab\n${'ENV A=$A$A\n'.repeat(40)}`, '$A'), '?');
  });
  it('a value that gets a piece with every line keeps its value, then becomes unknown', () => {
    assert.equal(valueAfter(`FROM a\nENV A=x\n${'ENV A=$A:y\n'.repeat(100)}`, '$A'), `x${':y'.repeat(100)}`);
    assert.equal(valueAfter(`FROM a\nENV A=x\n${'ENV A=$A:y\n'.repeat(4000)}`, '$A'), '?');
  });
});

interface Reference {
  readonly text?: string;
  readonly name?: string;
  readonly registry?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly repository?: string;
  readonly isTagUnknown?: true;
  /** The name with a bar where a tag is inserted, as it stands in the file. */
  readonly insertion?: string;
  /** Where the tag is written. */
  readonly tagOrigin?: string;
  readonly tagSpan?: string;
}

describe('image references', () => {
  const CASES: readonly (readonly [text: string, expected: Reference])[] = [
    ['FROM node\n', { text: 'node', name: 'node', repository: 'docker.io/library/node', insertion: 'FROM node|' }],
    [
      'FROM node:24\n',
      {
        text: 'node:24',
        name: 'node',
        tag: '24',
        repository: 'docker.io/library/node',
        insertion: 'FROM node|',
        tagOrigin: '24',
        tagSpan: '24',
      },
    ],
    [
      'FROM a/b@sha256:0\n',
      { text: 'a/b@sha256:0', name: 'a/b', digest: 'sha256:0', repository: 'docker.io/a/b', insertion: 'FROM a/b|' },
    ],
    [
      'FROM a/b:c@sha256:0\n',
      {
        text: 'a/b:c@sha256:0',
        name: 'a/b',
        tag: 'c',
        digest: 'sha256:0',
        repository: 'docker.io/a/b',
        insertion: 'FROM a/b|',
        tagOrigin: 'c',
        tagSpan: 'c',
      },
    ],
    [
      'FROM Docker.io/Library/Node\n',
      {
        text: 'Docker.io/Library/Node',
        name: 'Docker.io/Library/Node',
        registry: 'Docker.io',
        repository: 'docker.io/library/node',
        insertion: 'FROM Docker.io/Library/Node|',
      },
    ],
    [
      'FROM localhost:5000/a\n',
      {
        text: 'localhost:5000/a',
        name: 'localhost:5000/a',
        registry: 'localhost:5000',
        repository: 'localhost:5000/a',
        insertion: 'FROM localhost:5000/a|',
      },
    ],
    [
      'FROM ghcr.io/a/b:1\n',
      {
        text: 'ghcr.io/a/b:1',
        name: 'ghcr.io/a/b',
        registry: 'ghcr.io',
        tag: '1',
        repository: 'ghcr.io/a/b',
        insertion: 'FROM ghcr.io/a/b|',
        tagOrigin: '1',
        tagSpan: '1',
      },
    ],
    [
      'ARG T=24\nFROM node:$T\n',
      {
        text: 'node:24',
        name: 'node',
        tag: '24',
        repository: 'docker.io/library/node',
        insertion: 'ARG T=24\nFROM node|',
        tagOrigin: '24',
        tagSpan: '$T',
      },
    ],
    [
      'ARG T=24\nFROM node:${T}-slim\n',
      {
        text: 'node:24-slim',
        name: 'node',
        tag: '24-slim',
        repository: 'docker.io/library/node',
        insertion: 'ARG T=24\nFROM node|',
        tagSpan: '${T}-slim',
      },
    ],
    [
      'ARG I=node:24\nFROM $I\n',
      {
        text: 'node:24',
        name: 'node',
        tag: '24',
        repository: 'docker.io/library/node',
        insertion: 'ARG I=node|',
        tagOrigin: '24',
        tagSpan: '$I',
      },
    ],
    // As long as the text that it stands for: still no copy of it.
    [
      'ARG IM=a:bcd\nFROM ${IM}\n',
      {
        text: 'a:bcd',
        name: 'a',
        tag: 'bcd',
        repository: 'docker.io/library/a',
        insertion: 'ARG IM=a|',
        tagOrigin: 'bcd',
        tagSpan: '${IM}',
      },
    ],
    ['ARG I=node\nFROM $I\n', { text: 'node', name: 'node', repository: 'docker.io/library/node', insertion: 'ARG I=node|' }],
    ['ARG I="node"\nFROM $I\n', { text: 'node', name: 'node', repository: 'docker.io/library/node', insertion: 'ARG I="node|' }],
    ['FROM ${I:-node}\n', { text: 'node', name: 'node', repository: 'docker.io/library/node', insertion: 'FROM ${I:-node|' }],
    ['FROM ${I}\n', { isTagUnknown: true }],
    [
      'ARG I\nFROM ${I:-node}:1\n',
      {
        text: 'node:1',
        name: 'node',
        tag: '1',
        repository: 'docker.io/library/node',
        insertion: 'ARG I\nFROM ${I:-node|',
        tagOrigin: '1',
        tagSpan: '1',
      },
    ],
    ['FROM node:$T\n', { name: 'node', isTagUnknown: true, repository: 'docker.io/library/node', insertion: 'FROM node|' }],
    ['FROM $R/node\n', { insertion: 'FROM $R/node|' }],
    ['FROM $R/node:1\n', { tag: '1', insertion: 'FROM $R/node|', tagOrigin: '1', tagSpan: '1' }],
    ['FROM node$T\n', { isTagUnknown: true }],
    ['FROM b\nARG T=1\nFROM node:$T\n', { text: 'b', name: 'b', repository: 'docker.io/library/b', insertion: 'FROM b|' }],
    [
      'FROM \\\n  node:2\\\n4\n',
      {
        text: 'node:24',
        name: 'node',
        tag: '24',
        repository: 'docker.io/library/node',
        insertion: 'FROM \\\n  node|',
        tagSpan: '2\\\n4',
      },
    ],
    ['FROM a:\n', { text: 'a:', name: 'a', repository: 'docker.io/library/a', insertion: 'FROM a|' }],
  ];
  for (const [text, expected] of CASES)
    it(JSON.stringify(text), () => {
      const base = parseDockerfile(text).stages[0]?.base;
      assert.equal(base?.kind, 'image');
      const { image } = base;
      const found: Record<string, unknown> = {
        text: image.text,
        name: image.name?.text,
        registry: image.registry?.text,
        tag: image.tag?.text,
        digest: image.digest?.text,
        repository: image.repository,
        isTagUnknown: image.isTagUnknown || undefined,
        insertion: image.tagInsertion === undefined ? undefined : `${text.slice(0, image.tagInsertion)}|`,
        tagOrigin: image.tag?.origin && sliceOf(text, image.tag.origin),
        tagSpan: image.tag && sliceOf(text, image.tag.span),
      };
      assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), expected);
    });
});

describe('mounts', () => {
  it('fields are read with their keys in lower case', () => {
    const run = instruction(
      parseDockerfile('FROM a\nRUN --mount=type=secret,ID=x,required --mount=type=cache,"target=/a" b\n'),
      'RUN',
    );
    const [first = [], second = []] = mountsOf(run.flags);
    assert.deepEqual(
      first.map(({ key, value }) => [key, value?.text]),
      [
        ['type', 'secret'],
        ['id', 'x'],
        ['required', undefined],
      ],
    );
    assert.equal(mountField(second, 'dst', 'target'), '/a');
  });
});
