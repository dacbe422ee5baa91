import assert from 'node:assert/strict';
import { parseDependencies, readDependencies } from '../../server/src/model/dependencies/index.ts';

const conflict = (ours: string, theirs: string, ancestor?: string): string =>
  `<<<<<<< HEAD\n${ours}${ancestor === undefined ? '' : `||||||| 0123abc\n${ancestor}`}=======\n${theirs}>>>>>>> topic\n`;

const shown = (path: string, text: string): string[] =>
  readDependencies(path, text).map(({ name, version, requirement }) => `${name} ${version ?? requirement ?? ''}`);

describe('merge conflicts', () => {
  const cases: readonly (readonly [path: string, text: string, shown: readonly string[]])[] = [
    [
      'package-lock.json',
      `{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/a": {\n${conflict('      "version": "1.0.0"\n', '      "version": "1.1.0"\n')}    },\n    "node_modules/b": {\n      "version": "2.0.0"\n    }\n  }\n}\n`,
      ['a 1.0.0', 'a 1.1.0', 'b 2.0.0'],
    ],
    [
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'\n\npackages:\n\n${conflict('  a@1.0.0:\n    resolution: {integrity: sha512-a}\n\n', '  c@3.0.0:\n    resolution: {integrity: sha512-c}\n\n')}  b@2.0.0:\n    resolution: {integrity: sha512-b}\n`,
      ['a 1.0.0', 'c 3.0.0', 'b 2.0.0'],
    ],
    [
      'yarn.lock',
      `# yarn lockfile v1\n\n\na@^1.0.0:\n${conflict('  version "1.0.0"\n', '  version "1.1.0"\n', '  version "0.9.0"\n')}\nb@^2.0.0:\n  version "2.0.0"\n`,
      ['a 1.0.0', 'a 1.1.0', 'b 2.0.0'],
    ],
    [
      'Cargo.lock',
      `[[package]]\nname = "a"\n${conflict('version = "1.0.0"\n', 'version = "1.1.0"\n')}source = "registry+https://index.example"\n`,
      ['a 1.0.0', 'a 1.1.0'],
    ],
    ['go.mod', `module m\n\nrequire (\n${conflict('\ta.b/c v1.0.0\n', '\ta.b/c v1.1.0\n')})\n`, ['a.b/c v1.0.0', 'a.b/c v1.1.0']],
    ['requirements.txt', `a==1\n${conflict('b==2\n', 'b==3\n')}c==4\n`, ['a 1', 'b 2', 'b 3', 'c 4']],
    [
      'composer.json',
      `{\n  "require": {\n${conflict('    "a/b": "1.0.0",\n', '    "a/b": "1.1.0",\n')}    "c/d": "^2"\n  }\n}\n`,
      ['a/b 1.0.0', 'a/b 1.1.0', 'c/d ^2'],
    ],
  ];
  for (const [path, text, expected] of cases)
    it(`${path}: both sides are read, and the markers are problems`, () => {
      for (const one of [text, text.replaceAll('\n', '\r\n')]) {
        assert.deepEqual(shown(path, one), expected);
        const marked = parseDependencies(path, one).problems.map(({ span }) => one.slice(span.start, span.end));
        assert.ok(
          marked.includes('<<<<<<< HEAD') && marked.includes('=======') && marked.includes('>>>>>>> topic'),
          marked.join(),
        );
      }
    });

  it('need all three markers', () => {
    for (const text of ['a==1\n<<<<<<< HEAD\nb==2\n', 'a==1\n=======\nb==2\n', 'a==1\n<<<<<<< x\nb==2\n>>>>>>> y\n'])
      assert.deepEqual(shown('requirements.txt', text), ['a 1', 'b 2']);
  });
});
