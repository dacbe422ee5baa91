import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

const IGNORE = '# larboard-ignore dependencies/http-dependency: an inner mirror';

const findingsIn = (path: string, text: string): string[] =>
  createAnalyzer({})
    .analyze([{ path, text }])
    .findings.map(({ rule }) => rule);

const CASES: readonly (readonly [what: string, path: string, text: (comment: string) => string])[] = [
  [
    'above a key',
    'Cargo.toml',
    (comment) => `[dependencies]\n${comment}\na = { git = "http://h.example/r", rev = "${'0'.repeat(40)}" }\n`,
  ],
  [
    'behind a key',
    'pyproject.toml',
    (comment) => `[tool.poetry.dependencies]\na = {url = "http://h.example/a.whl"} ${comment}\n`,
  ],
  [
    'above an item',
    'pyproject.toml',
    (comment) => `[project]\ndependencies = [\n  "b>=1",\n  ${comment}\n  "a @ http://h.example/a.whl",\n]\n`,
  ],
  [
    'behind an item',
    'pyproject.toml',
    (comment) => `[project]\ndependencies = [\n  "a @ http://h.example/a.whl", ${comment}\n  "b>=1",\n]\n`,
  ],
  [
    'above a list',
    'pyproject.toml',
    (comment) => `[project]\n${comment}\ndependencies = [\n  "a @ http://h.example/a.whl",\n]\n`,
  ],
  ['in a table', 'Pipfile', (comment) => `[packages.a]\n${comment}\nfile = "http://h.example/a.whl"\n`],
  ['in setup.cfg', 'setup.cfg', (comment) => `[options]\ninstall_requires =\n  ${comment}\n  a @ http://h.example/a.whl\n`],
];

describe('a suppression in a manifest of Cargo or Python', () => {
  for (const [what, path, text] of CASES)
    it(`is heard ${what}`, () => {
      assert.deepEqual(findingsIn(path, text('# a comment')), ['dependencies/http-dependency']);
      for (const eol of ['\n', '\r\n']) assert.deepEqual(findingsIn(path, text(IGNORE).replaceAll('\n', eol)), []);
    });
});
