import assert from 'node:assert/strict';
import { dependencyFacts, parseDependencies } from '../../server/src/model/dependencies/index.ts';

/** `a@1 > b@2 c@3` for each package that asks for others. */
function edgesOf(path: string, text: string): readonly string[] {
  const graph = dependencyFacts(parseDependencies(path, text)).graph ?? [];
  const name = (at: number): string => `${graph[at]?.name}@${graph[at]?.version}`;
  return graph.flatMap(({ to = [] }, at) => (to.length === 0 ? [] : `${name(at)} > ${to.map(name).join(' ')}`));
}

const entry = (version: string, ...requires: string[]): object => ({
  version,
  dependencies: Object.fromEntries(requires.map((name) => [name, '*'])),
});
const block = (name: string, version: string, rest = ''): string =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "registry+https://index.example/"\n${rest}\n`;

describe('who leads to whom in a lockfile', () => {
  const cases: readonly (readonly [title: string, path: string, text: string, edges: readonly string[]])[] = [
    [
      'npm: the nearest one',
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/a': entry('1', 'b', 'c', 'missing'),
          'node_modules/a/node_modules/b': entry('2', 'c', '@s/d'),
          'node_modules/b': entry('3'),
          'node_modules/c': entry('4'),
          'node_modules/@s/d': entry('5', 'b'),
          'packages/w/node_modules/c': entry('6', 'b', 'e'),
          'packages/node_modules/e': entry('7'),
        },
      }),
      ['a@1 > b@2 c@4', 'b@2 > c@4 @s/d@5', '@s/d@5 > b@3', 'c@6 > b@3 e@7'],
    ],
    [
      'npm, version 1',
      'package-lock.json',
      JSON.stringify({
        lockfileVersion: 1,
        dependencies: {
          a: { version: '1', requires: { c: '*' }, dependencies: { c: { version: '2', requires: { d: '*' } } } },
          c: { version: '3' },
          d: { version: '4' },
        },
      }),
      ['a@1 > c@2', 'c@2 > d@4'],
    ],
    [
      'Yarn 1: by what is asked for',
      'yarn.lock',
      'a@1:\n  version "1.0.0"\n  dependencies:\n    b "^2.0.0"\n    c "^9"\n\nb@^1.0.0:\n  version "1.5.0"\n\nb@^2.0.0:\n  version "2.5.0"\n\nc@^1:\n  version "1.0.0"\n',
      ['a@1.0.0 > b@2.5.0 c@1.0.0'],
    ],
    [
      'pnpm: whatever the peers',
      'pnpm-lock.yaml',
      "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0: {}\n\n  b@1.0.0: {}\n\n  b@2.0.0: {}\n\nsnapshots:\n\n  a@1.0.0(b@1.0.0):\n    dependencies:\n      b: 1.0.0\n\n  a@1.0.0(b@2.0.0):\n    dependencies:\n      b: 2.0.0\n\n  b@1.0.0: {}\n\n  b@2.0.0: {}\n",
      ['a@1.0.0 > b@1.0.0 b@2.0.0'],
    ],
    [
      'Bun: the nearest one',
      'bun.lock',
      '{\n  "packages": {\n    "a": ["a@1.0.0", "", { "dependencies": { "b": "1" } }, ""],\n    "b": ["b@1.0.0", "", {}, ""],\n    "a/b": ["b@2.0.0", "", { "dependencies": { "c": "1" } }, ""],\n    "c": ["c@1.0.0", "", {}, ""],\n  }\n}\n',
      ['a@1.0.0 > b@2.0.0', 'b@2.0.0 > c@1.0.0'],
    ],
    [
      'Cargo: by name and version',
      'Cargo.lock',
      block('a', '1.0.0', 'dependencies = [\n "b 2.0.0",\n "c",\n]\n') +
        block('b', '1.0.0') +
        block('b', '2.0.0') +
        block('c', '1.0.0'),
      ['a@1.0.0 > b@2.0.0 c@1.0.0'],
    ],
    [
      'Poetry: by name',
      'poetry.lock',
      block('A', '1.0', '[package.dependencies]\nB_c = "*"\n') + block('b-c', '2.0'),
      ['a@1.0 > b-c@2.0'],
    ],
    [
      'uv: by name',
      'uv.lock',
      block('a', '1.0', 'dependencies = [\n    { name = "b" },\n]\n') + block('b', '2.0'),
      ['a@1.0 > b@2.0'],
    ],
    ['PDM: by name', 'pdm.lock', block('a', '1.0', 'dependencies = [\n    "b>=1",\n]\n') + block('b', '2.0'), ['a@1.0 > b@2.0']],
  ];
  for (const [title, path, text, edges] of cases) it(title, () => assert.deepEqual(edgesOf(path, text), edges));

  it('is made in linear time, however hostile', () => {
    const n = 5000;
    const packages = (key: string): string =>
      `[[package]]\nname = "a"\nversion = "1"\nsource = "x"\n${key} = [${'"a",'.repeat(3)}]\n`.repeat(n);
    const start = performance.now();
    for (const path of ['Cargo.lock', 'pdm.lock', 'poetry.lock', 'uv.lock']) edgesOf(path, packages('dependencies'));
    edgesOf('yarn.lock', 'a@1:\n  dependencies:\n    a "1"\n'.repeat(n));
    edgesOf('pnpm-lock.yaml', `packages:\n${'  a@1.0.0:\n    dependencies:\n      a: 1.0.0\n'.repeat(n)}`);
    assert.ok(performance.now() - start < 5000);
  });

  it('is plain data', () => {
    const [, path, text] = cases[0] ?? ['', '', ''];
    const facts = dependencyFacts(parseDependencies(path, text));
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
  });
});

describe('where a manifest can force versions', () => {
  const sitesOf = (path: string, text: string): readonly string[] =>
    (dependencyFacts(parseDependencies(path, text)).overrideSites ?? []).map(
      ({ section, at, text: added }) => `${section}: ${text.slice(0, at)}‹${added}›${text.slice(at)}`,
    );

  it('in pnpm-workspace.yaml', () => {
    assert.deepEqual(sitesOf('pnpm-workspace.yaml', "overrides:\n    a: 1 # why\n    'b': 2\nother: 1\n"), [
      "overrides: overrides:\n    a: 1 # why\n    'b': 2‹\n    '{name}': ^{version}›\nother: 1\n",
    ]);
    assert.deepEqual(sitesOf('pnpm-workspace.yaml', 'packages:\n  - a'), [
      "overrides: packages:\n  - a‹\n\noverrides:\n  '{name}': ^{version}\n›",
    ]);
    assert.deepEqual(sitesOf('pnpm-workspace.yaml', 'overrides: { a: 1 }\n'), []);
    assert.deepEqual(sitesOf('pnpm-workspace.yaml', 'overrides:\n'), []);
  });

  it('in pyproject.toml', () => {
    assert.deepEqual(sitesOf('pyproject.toml', '[tool.uv]\nconstraint-dependencies = []\n').slice(0, 1), [
      'tool.uv.constraint-dependencies: [tool.uv]\nconstraint-dependencies = [‹"{name}>={version}"›]\n',
    ]);
    assert.deepEqual(sitesOf('pyproject.toml', '[tool.uv] # uv\n[tool.uv.pip]\na = 1\n').slice(0, 1), [
      'tool.uv.constraint-dependencies: [tool.uv] # uv‹\nconstraint-dependencies = ["{name}>={version}"]›\n[tool.uv.pip]\na = 1\n',
    ]);
    assert.deepEqual(
      sitesOf('pyproject.toml', '[tool.poetry.dependencies]\na = "1"').at(-1),
      'tool.poetry.dependencies: [tool.poetry.dependencies]\na = "1"‹\n{name} = "^{version}"›',
    );
  });

  it('not in a broken file', () => {
    assert.deepEqual(sitesOf('package.json', '{ "dependencies": {'), []);
    assert.deepEqual(sitesOf('pyproject.toml', '[tool.uv\n'), []);
  });
});
