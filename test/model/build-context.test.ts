import assert from 'node:assert/strict';
import { ListedFiles } from '../../server/src/engine/file-tree.ts';
import { isComposePath, parseCompose } from '../../server/src/model/compose/index.ts';
import {
  dockerignoreFacts,
  ignoredBy,
  isDockerignorePath,
  parseDockerignore,
} from '../../server/src/model/dockerignore/index.ts';

/** Pattern file → paths that it leaves out, and paths that it does not. */
const CASES: readonly { readonly text: string; readonly out: readonly string[]; readonly in: readonly string[] }[] = [
  { text: '*/temp*', out: ['a/temp', 'a/temporary.txt', 'a/temp/x'], in: ['temp', 'a/b/temp', 'a/xtemp'] },
  { text: '*/*/temp*', out: ['a/b/temp'], in: ['a/temp', 'a/b/c/temp'] },
  { text: 'temp?', out: ['tempa', 'tempb/c'], in: ['temp', 'tempab', 'a/tempa'] },
  { text: '**/*.go', out: ['a.go', 'a/b/c.go'], in: ['a.gox', 'go'] },
  { text: '*.md\n!README.md', out: ['a.md'], in: ['README.md', 'docs/a.md'] },
  { text: '*.md\n!README*.md\nREADME-secret.md', out: ['README-secret.md'], in: ['README.md', 'README-a.md'] },
  { text: '*.md\nREADME-secret.md\n!README*.md', out: ['a.md'], in: ['README-secret.md'] },
  { text: '/foo/bar\nbaz/', out: ['foo/bar', 'foo/bar/x', 'baz', 'baz/x'], in: ['foo', 'a/foo/bar', 'a/baz'] },
  { text: 'foo/**', out: ['foo/a', 'foo/a/b'], in: ['foo', 'foob/a'] },
  { text: '**/node_modules', out: ['node_modules', 'a/node_modules/b', 'a/b/node_modules'], in: ['node_modules2'] },
  { text: 'a/**/b', out: ['a/b', 'a/x/b', 'a/x/y/b/c'], in: ['b', 'a/bx', 'x/a/b'] },
  { text: '**', out: ['a', 'a/b'], in: [] },
  { text: '[a-c]x\n[^a]y', out: ['ax', 'by'], in: ['dx', 'ay'] },
  { text: '\\*x', out: ['*x'], in: ['ax'] },
  { text: './a/./b/../c', out: ['a/c'], in: ['a/b'] },
  { text: '# comment\n  \n #x\n\uFEFF', out: ['#x'], in: ['comment', '# comment'] },
  { text: '\uFEFF# comment\n! \n!\nfoo\r\nbar\r\n', out: ['foo', 'bar'], in: ['comment', '!'] },
  { text: '[', out: [], in: ['[', 'a'] },
];

describe('.dockerignore', () => {
  for (const { text, out, in: kept } of CASES) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const { patterns } = parseDockerignore(text);
      assert.deepEqual(
        out.filter((path) => ignoredBy(patterns, path) === undefined),
        [],
      );
      assert.deepEqual(
        kept.filter((path) => ignoredBy(patterns, path) !== undefined),
        [],
      );
      for (const { span, negated } of patterns) {
        const line = text.slice(span.start, span.end);
        assert.equal(line, line.trim());
        assert.equal(line.startsWith('!'), negated);
      }
    });
  }

  it('names the line that decides', () => {
    const text = 'a\n!a/b\n  a/b/c  \n';
    const pattern = ignoredBy(parseDockerignore(text).patterns, 'a/b/c/d');
    assert.equal(pattern && text.slice(pattern.span.start, pattern.span.end), 'a/b/c');
  });

  it('takes no more than proportional time for many stars', () => {
    const { patterns } = parseDockerignore(`${'*a'.repeat(400)}b\n${'**/'.repeat(200)}x\n`);
    assert.equal(ignoredBy(patterns, `${'a'.repeat(5000)}c`), undefined);
    assert.equal(ignoredBy(patterns, `${'y/'.repeat(500)}z`), undefined);
  });

  it('is recognised by its name', () => {
    for (const path of ['.dockerignore', 'a/.dockerignore', 'Dockerfile.dockerignore', 'a/api.Dockerfile.dockerignore'])
      assert.ok(isDockerignorePath(path), path);
    for (const path of ['dockerignored', 'a/dockerignore.txt', '.gitignore']) assert.ok(!isDockerignorePath(path), path);
  });

  it('tells where another line goes', () => {
    assert.deepEqual(dockerignoreFacts(parseDockerignore('a\r\nb')), {
      patterns: [
        { pattern: 'a', negated: false, span: { start: 0, end: 1 } },
        { pattern: 'b', negated: false, span: { start: 3, end: 4 } },
      ],
      end: 4,
      endsLine: false,
      eol: '\r\n',
    });
    assert.equal(dockerignoreFacts(parseDockerignore('')).endsLine, true);
  });
});

describe('Compose files', () => {
  it('tell what they build', () => {
    const { builds } = parseCompose(
      [
        'services:',
        '  web: { build: ./web }',
        '  api:',
        '    build:',
        '      context: ..',
        '      dockerfile: docker/api.Dockerfile',
        '      target: prod',
        '      additional_contexts: { shared: ../shared }',
        '  db: { image: postgres:18 }',
        '  inline: { build: { dockerfile_inline: "FROM scratch" } }',
        '  far: { build: "https://git.example/a.git" }',
        '  unknown: { build: { context: "${DIR}" } }',
        '',
      ].join('\n'),
    );
    const one = { image: undefined, target: undefined, additionalContexts: [] };
    assert.deepEqual(builds, [
      { service: 'web', context: './web', dockerfile: 'Dockerfile', ...one },
      {
        service: 'api',
        image: undefined,
        context: '..',
        dockerfile: 'docker/api.Dockerfile',
        target: 'prod',
        additionalContexts: ['shared'],
      },
      { service: 'far', context: undefined, dockerfile: 'Dockerfile', ...one },
      { service: 'unknown', context: undefined, dockerfile: 'Dockerfile', ...one },
    ]);
  });
  for (const [written, expected] of [
    ['shop/api:1.0', 'shop/api:1.0'],
    ['shop/api:${TAG:-latest}', 'shop/api:latest'],
    ['shop/api:${TAG}', 'shop/api'],
    ['${REGISTRY-registry.example:5000}/shop/api', 'registry.example:5000/shop/api'],
    ['${REGISTRY}/shop/api:1', undefined],
    ['$NAME', undefined],
  ] as const)
    it(`name the image ${written}`, () => {
      const { builds } = parseCompose(`services:\n  a: { build: ., image: "${written}" }\n`);
      assert.deepEqual(
        builds.map(({ image }) => image),
        [expected],
      );
    });

  it('are recognised by their names', () => {
    for (const path of [
      'compose.yaml',
      'a/docker-compose.yml',
      'compose.prod.yaml',
      'docker-compose.override.yml',
      'docker-compose-ci.yml',
      'docker-bake.json',
      'docker-bake.override.json',
    ])
      assert.ok(isComposePath(path), path);
    for (const path of ['composer.yaml', 'my-compose.yaml', 'compose.json']) assert.ok(!isComposePath(path), path);
  });

  it('may be those of Bake', () => {
    const { builds } = parseCompose(
      JSON.stringify({
        variable: { TAG: { default: '1' } },
        target: {
          api: { context: 'api', tags: ['shop/api:${TAG}', 'registry.example/shop/api'], contexts: { shared: '../shared' } },
          web: { dockerfile: 'web/Dockerfile', target: 'prod' },
          more: { inherits: ['web'], tags: ['shop/more:1'] },
          inline: { 'dockerfile-inline': 'FROM scratch' },
        },
      }),
    );
    const api = { service: 'api', context: 'api', dockerfile: 'Dockerfile', target: undefined, additionalContexts: ['shared'] };
    assert.deepEqual(builds, [
      { ...api, image: 'shop/api' },
      { ...api, image: 'registry.example/shop/api' },
      {
        service: 'web',
        context: '.',
        dockerfile: 'web/Dockerfile',
        target: 'prod',
        additionalContexts: [],
        image: undefined,
      },
      {
        service: 'more',
        context: undefined,
        dockerfile: undefined,
        target: '',
        additionalContexts: [],
        image: 'shop/more:1',
      },
    ]);
  });

  it('may be half-typed, or no mapping at all', () => {
    for (const text of [
      '',
      'services',
      'services:\n  a:\n    build:',
      'services: [a]',
      'target: { a: [1] }',
      'services:\n  a: {build: {context: ',
    ])
      assert.ok(Array.isArray(parseCompose(text).builds));
  });
});

describe('the names of a folder', () => {
  const tree = new ListedFiles(['a/b/c.txt', '.git/', 'web/node_modules/', 'web/x.PEM']);

  it('are there with their folders', () => {
    for (const path of ['', 'a', 'a/b', 'a/b/c.txt', '.git', 'web', 'web/node_modules']) assert.ok(tree.has(path), path);
    for (const path of ['b', 'a/c.txt', 'we', 'a/b/c.txt/d']) assert.ok(!tree.has(path), path);
  });

  it('may be anything below a folder that nobody listed', () => {
    assert.ok(tree.has('web/node_modules/x/y.js'));
    assert.ok(!tree.has('node_modules/x'));
  });

  it('are found by name and by ending, and change', () => {
    const changing = new ListedFiles(['a/b/c.txt', 'web/x.PEM']);
    assert.deepEqual(changing.named('c.txt'), ['a/b/c.txt']);
    assert.deepEqual(changing.ending('pem'), ['web/x.PEM']);
    assert.equal(changing.add('c.txt'), true);
    assert.equal(changing.add('c.txt'), false);
    assert.deepEqual(changing.named('c.txt'), ['a/b/c.txt', 'c.txt']);
    assert.equal(changing.delete('a/b/c.txt'), true);
    assert.equal(changing.delete('a/b/c.txt'), false);
    assert.equal(changing.has('a'), false);
    assert.ok(changing.equals(new ListedFiles(['c.txt', 'web/x.PEM'])));
    assert.ok(!changing.equals(new ListedFiles(['c.txt', 'web/y.PEM'])));
  });
});
