import assert from 'node:assert/strict';
import { parseDockerfile } from '../../server/src/model/dockerfile/index.ts';
import { unmark } from '../support/marked-text.ts';

/** Marked: each comment and, before it, what it covers. */
const CASES: Readonly<Record<string, readonly [marked: string, ...texts: string[]]>> = {
  'behind a command': ['FROM a\n⟦RUN x⟧ ⟦# why⟧\nRUN y\n', 'why'],
  'behind the last line': ['FROM a\nRUN x \\\n  ⟦&& y⟧ ⟦# why⟧\n', 'why'],
  'behind a line that goes on': ['FROM a\n⟦RUN x⟧ ⟦# why⟧ \\\n  && y\n', 'why'],
  'with another escape character': ['# escape=`\nFROM a\n⟦RUN x⟧ ⟦# why⟧ `\n  && y\n', 'why'],
  'in a here-document': ['FROM a\nRUN <<EOF\n⟦x⟧ ⟦## why⟧\n# not here\n  ⟦y⟧ ⟦# because⟧\nEOF\n', 'why', 'because'],
  'in a substitution': ['FROM a\nRUN <<EOF\n⟦x $(y⟧ ⟦# why⟧\n)\n⟦z⟧ ⟦# because⟧\nEOF\n', 'why', 'because'],
  'of a trigger, a command and a health check': [
    'FROM a\n⟦ONBUILD RUN x⟧ ⟦# a⟧\n⟦CMD y⟧ ⟦# b⟧\n⟦HEALTHCHECK CMD z⟧ ⟦# c⟧\n',
    'a',
    'b',
    'c',
  ],
  'with line breaks of Windows': ['FROM a\r\nRUN <<EOF\r\n⟦x⟧ ⟦# why⟧\r\nEOF\r\n', 'why'],
  'none in exec form, in quotes, in words, or for other shells': [
    'FROM a\nRUN ["x", "# why"]\nRUN x "# why" a#b\nSHELL ["powershell"]\nRUN x # why\n',
  ],
};

describe('dockerfile model: comments of scripts', () => {
  for (const [title, [marked, ...texts]] of Object.entries(CASES)) {
    it(title, () => {
      const { text, spans } = unmark(marked);
      const comments = parseDockerfile(text).innerComments(() => true);
      assert.deepEqual(
        comments.flatMap(({ covers, span }) => [covers, span]),
        spans,
      );
      assert.deepEqual(
        comments.map((comment) => comment.text),
        texts,
      );
    });
  }

  it('looks only where it may matter', () => {
    const model = parseDockerfile('FROM a\nRUN x # one\nRUN y # two\n');
    assert.deepEqual(
      model.innerComments((text) => text.includes('two')).map(({ text }) => text),
      ['two'],
    );
  });
});

describe('dockerfile model: what a comment can be about', () => {
  it('a stage begins at its FROM', () => {
    const { text, spans } = unmark('ARG A\n⟦FROM a\nRUN x⟧\n\n⟦FROM b⟧\n');
    const model = parseDockerfile(text);
    assert.deepEqual(
      spans.map(({ start }) => model.blockAt(start)),
      spans,
    );
    assert.equal(model.blockAt(0), undefined);
    assert.equal(model.blockAt(text.indexOf('RUN')), undefined);
    assert.equal(model.contentStart, 0);
  });
});
