import assert from 'node:assert/strict';
import { gitIgnored, isGitignorePath, parseGitignore } from '../../server/src/model/gitignore/index.ts';

/** The line that ignores `path`; files by their folder. */
function ignoring(files: Readonly<Record<string, string>>, path: string): string | undefined {
  const found = gitIgnored(path, (folder) => {
    const text = files[folder];
    return text === undefined ? undefined : parseGitignore(text).patterns;
  });
  return (
    found &&
    (files[found.folder] ?? '').slice(found.pattern.span.start, found.pattern.span.end) + (found.byFolder ? ' (folder)' : '')
  );
}

/** What `git check-ignore` answers. */
const CASES: readonly (readonly [path: string, files: Readonly<Record<string, string>>, by: string | undefined])[] = [
  ['a.json', { '': 'a.json\n' }, 'a.json'],
  ['x/a.json', { '': 'a.json\n' }, 'a.json'],
  ['x/a.json', { '': '/a.json\n' }, undefined],
  ['x/a.json', { '': 'x/a.json' }, 'x/a.json'],
  ['y/x/a.json', { '': 'x/a.json' }, undefined],
  ['y/x/a.json', { '': '**/x/a.json' }, '**/x/a.json'],
  ['x/y/z/a.json', { '': 'x/**/a.json' }, 'x/**/a.json'],
  ['x/a.json', { '': 'x/**/a.json' }, 'x/**/a.json'],
  ['x/a.json', { '': 'x/**' }, 'x/**'],
  ['x/a.json', { '': 'x/' }, 'x/ (folder)'],
  ['a.json', { '': 'a.json/' }, undefined],
  ['a.json', { '': '# a.json\n\\#a.json\n' }, undefined],
  ['#a', { '': '\\#a\n' }, '\\#a'],
  ['!a', { '': '\\!a' }, '\\!a'],
  ['a.json', { '': '*.json\n!a.json\n' }, undefined],
  ['b.json', { '': '*.json\n!a.json\n' }, '*.json'],
  ['x/a.json', { '': 'x\n!x/a.json\n' }, 'x (folder)'],
  ['a.json', { '': 'a.json   \n' }, 'a.json'],
  ['a ', { '': 'a\\ \n' }, 'a\\ '],
  ['a.json', { '': 'A.json\n' }, undefined],
  ['a.json', { '': '?.json\r\n' }, '?.json'],
  ['a.json', { '': '[a-c].json' }, '[a-c].json'],
  ['a.json', { '': '[!a-c].json' }, undefined],
  ['a.json', { '': '[[:alpha:]].json' }, '[[:alpha:]].json'],
  ['x/a.json', { '': 'a.json\n', x: '!a.json\n' }, undefined],
  ['x/a.json', { '': '!a.json\n', x: '/a.json\n' }, '/a.json'],
  ['x/a.json', { x: 'x/a.json\n' }, undefined],
  ['a.json', { '': '\n\n/\n' }, undefined],
];

describe('.gitignore', () => {
  for (const [path, files, by] of CASES)
    it(`${JSON.stringify(files)}: ${path}`, () => {
      assert.equal(ignoring(files, path), by);
    });

  it('has comments that cover the next line', () => {
    const text = '# one\n\na\n';
    const [comment] = parseGitignore(text).comments;
    assert.deepEqual(comment && [comment.text, text.slice(comment.covers.start, comment.covers.end)], ['one', 'a']);
  });

  it('is known by its name', () => {
    assert.ok(isGitignorePath('a/.gitignore'));
    assert.ok(!isGitignorePath('a.gitignore'));
  });
});
