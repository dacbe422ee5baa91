import assert from 'node:assert/strict';
import { commentsOf } from '../../server/src/model/dependencies/comments.ts';

/** The comments of a text with what each covers. */
function covered(text: string): readonly (readonly [string, string])[] {
  const spans = [...text.matchAll(/#.*/g)].map(({ index, 0: whole }) => ({ span: { start: index, end: index + whole.length } }));
  return commentsOf(text, spans).map(({ text: comment, covers }) => [comment, text.slice(covers.start, covers.end).trim()]);
}

describe('comments of manifests', () => {
  it('cover their line, or the next one with text', () => {
    assert.deepEqual(covered('a # one\n# two\n\n  # three\nb\n# four\n'), [
      ['one', 'a # one'],
      ['two', 'b'],
      ['three', 'b'],
      ['four', '# four'],
    ]);
  });

  it('are read in linear time', () => {
    const start = process.cpuUsage();
    assert.equal(covered('a\n  # b\n'.repeat(60_000)).length, 60_000);
    assert.ok(process.cpuUsage(start).user < 1_500_000);
  });
});
