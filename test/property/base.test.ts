import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, areDisjoint, type Edit, mapSpan } from '../../server/src/base/edit.ts';
import { EditedText } from '../../server/src/base/edited-text.ts';
import { LineIndex } from '../../server/src/base/line-index.ts';
import { resolvePath } from '../../server/src/base/path.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\uFEFF', '😀', '\0'), maxLength: 40 });

/** Disjoint edits of a text of this length, in a random order. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat({ max: length }), { maxLength: 8 }),
      fc.array(fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    )
    .chain(([cuts, texts]) => {
      const sorted = cuts.toSorted((a, b) => a - b);
      const edits: Edit[] = [];
      for (let index = 0; index + 1 < sorted.length; index += 2)
        edits.push({ span: { start: sorted[index] ?? 0, end: sorted[index + 1] ?? 0 }, newText: texts[index / 2] ?? '' });
      return fc.shuffledSubarray(edits, { minLength: edits.length });
    });

const textWithEdits = text.chain((given) => fc.tuple(fc.constant(given), editsOf(given.length)));

describe('base: properties', () => {
  it('line index: agrees with counting by hand, and back', () => {
    fc.assert(
      fc.property(text, (given) => {
        const lines = new LineIndex(given);
        let line = 0;
        let start = 0;
        for (let offset = 0; offset <= given.length; offset++) {
          assert.deepEqual(lines.positionAt(offset), { line, character: offset - start });
          assert.equal(lines.offsetAt({ line, character: offset - start }), offset);
          const unit = given[offset];
          if (unit === '\n' || (unit === '\r' && given[offset + 1] !== '\n')) [line, start] = [line + 1, offset + 1];
        }
        assert.equal(lines.lineCount, line + 1);
      }),
    );
  });

  it('edits: what lies outside them stays, and moved spans hold the same text', () => {
    fc.assert(
      fc.property(textWithEdits, ([given, edits]) => {
        assert.ok(areDisjoint(edits));
        const result = applyEdits(given, edits);
        for (let start = 0; start < given.length; start++) {
          const kept = { start, end: start + 1 };
          if (edits.some(({ span }) => span.start <= start && start < span.end)) continue;
          const moved = mapSpan(kept, edits);
          assert.equal(result.slice(moved.start, moved.end), given[start]);
        }
      }),
    );
  });

  it('edits: a moved span lies inside the new text', () => {
    fc.assert(
      fc.property(textWithEdits, fc.nat(40), fc.nat(40), ([given, edits], a, b) => {
        const [start, end] = [Math.min(a, b, given.length), Math.min(Math.max(a, b), given.length)];
        const moved = mapSpan({ start, end }, edits);
        const { length } = applyEdits(given, edits);
        assert.ok(0 <= moved.start && moved.start <= moved.end && moved.end <= length, JSON.stringify(moved));
      }),
    );
  });

  it('edited text: rounds of edits compose to one set of disjoint edits', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 5 }), (given, numbers, rounds) => {
        const edited = new EditedText(given);
        let current = given;
        const next = (below: number): number => (numbers.next().value ?? 0) % below;
        for (let round = 0; round < rounds; round++) {
          const start = next(current.length + 1);
          const end = start + next(current.length - start + 1);
          const edit: Edit = { span: { start, end }, newText: 'xyz'.slice(next(4)) };
          edited.apply([edit]);
          current = applyEdits(current, [edit]);
          assert.equal(edited.text, current);
        }
        assert.ok(areDisjoint(edited.edits()));
        assert.equal(applyEdits(given, edited.edits()), current);
      }),
    );
  });

  it('paths: nothing relative leads out of the workspace', () => {
    const segment = fc.constantFrom('.', '..', 'a', '', 'b');
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment), (from, relative) => {
        const folder = from.filter((part) => part === 'a' || part === 'b').join('/');
        const resolved = resolvePath(folder, relative.join('/'));
        assert.ok(resolved === undefined || resolved.split('/').every((part) => part === '' || part === 'a' || part === 'b'));
      }),
    );
  });
});
