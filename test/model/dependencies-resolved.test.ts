import assert from 'node:assert/strict';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';

const SHA1 = '0123456789abcdef0123456789abcdef01234567';

/** A line a package: where its files come from, what runs, what its authors say. */
const told = (path: string, text: string): string[] =>
  parseDependencies(path, text).dependencies.map(
    ({ rawName, resolved = [], hasInstallScript, deprecated, license, groups, integrity = [] }) => {
      for (const { url, urlSpan } of resolved)
        if (!text.slice(urlSpan.start, urlSpan.end).includes('%'))
          assert.equal(text.slice(urlSpan.start, urlSpan.end), url.replaceAll('"', '\\"'));
      return [
        rawName,
        ...resolved.map(({ url, sha1 }) => `${url}${sha1 === undefined ? '' : ` sha1 ${sha1}`}`),
        hasInstallScript === true ? 'runs' : '',
        deprecated === undefined ? '' : `deprecated: ${deprecated}`,
        license ?? '',
        groups.join('+'),
        integrity.join(' '),
      ]
        .filter(Boolean)
        .join(' | ');
    },
  );

const CASES: readonly (readonly [path: string, text: string, ...lines: string[]])[] = [
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': {},
        'node_modules/a': {
          version: '1.0.0',
          resolved: 'https://r.example/a/-/a-1.0.0.tgz',
          integrity: 'sha512-aa== sha1-bb=',
          hasInstallScript: true,
          deprecated: 'Use "b".',
          license: 'MIT',
        },
        'node_modules/b': { version: '1.0.0', inBundle: true, license: { type: 'MIT' } },
        'node_modules/c': { version: '1.0.0', resolved: `git+ssh://git@git.example/c.git#${SHA1}` },
      },
    }),
    'a | https://r.example/a/-/a-1.0.0.tgz | runs | deprecated: Use "b". | MIT | sha512-aa== sha1-bb=',
    'b | bundled',
    'c',
  ],
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        a: {
          version: '1.0.0',
          resolved: 'https://r.example/a/-/a-1.0.0.tgz',
          integrity: 'sha1-bb=',
          requires: { b: '^1' },
          dependencies: { b: { version: '1.0.0', bundled: true } },
        },
      },
    }),
    'a | https://r.example/a/-/a-1.0.0.tgz | sha1-bb=',
    'b | bundled',
  ],
  [
    'yarn.lock',
    `a@^1.0.0:\n  version "1.2.0"\n  resolved "https://r.example/a/-/a-1.2.0.tgz#${SHA1}"\n  integrity sha512-aa==\n\nb@^1:\n  version "1.0.0"\n  resolved "http://r.example/b.tgz"\n`,
    `a | https://r.example/a/-/a-1.2.0.tgz sha1 ${SHA1} | sha512-aa==`,
    'b | http://r.example/b.tgz',
  ],
  [
    'yarn.lock',
    '"@o/a@npm:^1.0.0":\n  version: 1.2.0\n  resolution: "@o/a@npm:1.2.0::__archiveUrl=https%3A%2F%2Fr.example%2Fdownload%2F%40o%2Fa%2F1.2.0%2Faa"\n  checksum: 10c0/aa\n',
    '@o/a | https://r.example/download/@o/a/1.2.0/aa | 10c0/aa',
  ],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '6.0'\n\npackages:\n\n  /a@1.2.0:\n    resolution: {integrity: sha512-aa==, tarball: https://r.example/a/-/a-1.2.0.tgz}\n    requiresBuild: true\n    deprecated: 'Don''t.'\n    dev: true\n\n  /b@1.0.0:\n    resolution:\n      integrity: sha512-bb==\n      tarball: 'https://r.example/b.tgz'\n    deprecated: |-\n      First line.\n      Second line.\n",
    "a | https://r.example/a/-/a-1.2.0.tgz | runs | deprecated: Don't. | dev | sha512-aa==",
    'b | https://r.example/b.tgz | deprecated: First line. | sha512-bb==',
  ],
  [
    'bun.lock',
    '{\n  "lockfileVersion": 1,\n  "workspaces": {\n  },\n  "packages": {\n    "a": ["a@1.2.0", "", {}, "sha512-aa=="],\n\n    "b": ["b@1.2.0", "https://r.example/b/-/b-1.2.0.tgz", {}, "sha512-aa=="],\n  }\n}\n',
    'a | sha512-aa==',
    'b | https://r.example/b/-/b-1.2.0.tgz | sha512-aa==',
  ],
  [
    'uv.lock',
    'version = 1\n\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://r.example/simple" }\nsdist = { url = "https://f.example/a-1.0.tar.gz", hash = "sha256:aa", size = 1 }\nwheels = [\n    { url = "https://f.example/a-1.0-py3-none-any.whl", hash = "sha256:bb", size = 1 },\n    { path = "a.whl" },\n]\n',
    'a | https://r.example/simple | https://f.example/a-1.0.tar.gz | https://f.example/a-1.0-py3-none-any.whl | sha256:aa sha256:bb',
  ],
  [
    'pdm.lock',
    '[[package]]\nname = "a"\nversion = "1.0"\nfiles = [\n    {url = "https://f.example/a-1.0.tar.gz", hash = "sha256:aa"},\n]\n',
    'a | https://f.example/a-1.0.tar.gz | sha256:aa',
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "a"\nversion = "1.0"\nfiles = []\n\n[package.source]\ntype = "legacy"\nurl = "https://r.example/simple"\nreference = "own"\n',
    'a | https://r.example/simple',
  ],
  [
    'pylock.toml',
    '[[packages]]\nname = "a"\nversion = "1.0"\n[[packages.wheels]]\nname = "a-1.0-py3-none-any.whl"\nurl = "https://f.example/a-1.0-py3-none-any.whl"\n[packages.wheels.hashes]\nsha256 = "aa"\n',
    'a | https://f.example/a-1.0-py3-none-any.whl | sha256:aa',
  ],
  [
    'Cargo.lock',
    'version = 4\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://r.example/index"\nchecksum = "aa"\n\n[[package]]\nname = "b"\nversion = "1.0.0"\nsource = "sparse+https://r.example/"\n',
    'a | https://r.example/index | aa',
    'b | https://r.example/',
  ],
];

describe('where locked packages come from', () => {
  for (const [path, text, ...lines] of CASES)
    it(`${path}: ${lines[0] ?? ''}`, () => {
      assert.deepEqual(told(path, text), lines);
    });
});
