import assert from 'node:assert/strict';
import { parseYaml } from '../../server/src/model/yaml/index.ts';

const split = (text: string): readonly string[] => parseYaml(text).documents.map(({ span }) => text.slice(span.start, span.end));

describe('YAML documents', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', ['']],
    ['a: 1\n', ['a: 1\n']],
    ['---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
    ['# c\n---\na: 1\n', ['# c\n---\na: 1\n']],
    ['%YAML 1.1\n---\na: 1\n', ['%YAML 1.1\n---\na: 1\n']],
    ['a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
    ['--- # first\r\na: 1\r\n---\r\nb: 2', ['--- # first\r\na: 1\r\n', '---\r\nb: 2']],
    ['a: 1\r---\rb: 2', ['a: 1\r', '---\rb: 2']],
    ['a: |\n  ---\n  x\n---\nb: 1\n', ['a: |\n  ---\n  x\n', '---\nb: 1\n']],
    ['a: "x\n---\nb: 1\n', ['a: "x\n', '---\nb: 1\n']],
    ['---a: 1\n', ['---a: 1\n']],
    ['---\n---\n', ['---\n', '---\n']],
  ];
  for (const [text, expected] of cases) it(`splits ${JSON.stringify(text)}`, () => assert.deepEqual(split(text), expected));

  it('keeps a broken document from its neighbours', () => {
    const { documents } = parseYaml('a: "x\n---\nb: [\n---\nc: 1\n');
    assert.deepEqual(
      documents.map(({ problems }) => problems.length > 0),
      [true, true, false],
    );
  });
});

describe('YAML cache', () => {
  const text = '---\na: 1\n---\nb: &x 2\nc: *x\n---\nd: 3 # e\n';

  it('takes over documents in front of an edit as they are', () => {
    const before = parseYaml(text);
    const after = parseYaml(text.replace('d: 3', 'd: 4'), before);
    assert.equal(after.documents[0], before.documents[0]);
    assert.equal(after.documents[1], before.documents[1]);
  });

  it('moves the documents behind an edit', () => {
    const edited = text.replace('a: 1', 'a: 1234');
    assert.deepEqual(parseYaml(edited, parseYaml(text)), parseYaml(edited));
  });

  it('tells documents with the same text apart', () => {
    const twins = '---\na: 1\n---\na: 1\n---\na: 1\n';
    const edited = `x: 1\n${twins}`;
    assert.deepEqual(parseYaml(edited, parseYaml(twins)), parseYaml(edited));
  });
});
