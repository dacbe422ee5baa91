import assert from 'node:assert/strict';
import { IndexBuilder } from '../../server/src/advisories/index/builder.ts';
import { AdvisoryDataError } from '../../server/src/advisories/index/errors.ts';
import { checksum, HEADER } from '../../server/src/advisories/index/format.ts';
import { AdvisoryIndex } from '../../server/src/advisories/index/reader.ts';
import { indexFile, osv, record } from '../support/osv.ts';

const idsOf = (index: AdvisoryIndex, name: string) => index.find(name).map(({ id }) => id);

describe('the index of advisories', () => {
  const records = [
    osv('GHSA-1', 'npm', 'left', '0', '1.2.0', { aliases: ['CVE-1'] }),
    osv('GHSA-2', 'npm', 'left', '2.0.0'),
    osv('GHSA-3', 'npm', '@scope/näme😀', '1.0.0', '1.0.1'),
    osv('MAL-2025-7', 'npm', 'evil'),
    osv('MAL-2024-99', 'npm', 'evil'),
    osv('MAL-2025-8', 'npm', 'sometimes', '1.0.0', '1.0.1'),
  ];

  it('finds what went in, by name', () => {
    const index = new AdvisoryIndex(indexFile('npm', records));
    assert.deepEqual(index.find('left'), [...record(records[0]).advisories, ...record(records[1]).advisories]);
    assert.deepEqual(index.find('@scope/näme😀'), record(records[2]).advisories);
    assert.deepEqual(idsOf(index, 'evil'), ['MAL-2024-99', 'MAL-2025-7']);
    assert.deepEqual(index.find('sometimes'), record(records[5]).advisories);
    for (const name of ['', 'lef', 'leftt', 'zzz', '\u0000', 'Left']) assert.deepEqual(index.find(name), [], name);
    assert.deepEqual(index.meta, { ecosystem: 'npm', source: 'OSV', date: '2026-06-01', records: 6, packages: 3, malicious: 1 });
    assert.equal([...index.all()].length, 6);
  });

  it('is made again from itself, byte by byte', () => {
    const file = indexFile('npm', records);
    const again = IndexBuilder.from(new AdvisoryIndex(file)).finish({ source: 'OSV', date: '2026-06-01' });
    assert.deepEqual(new AdvisoryIndex(again).find('left'), new AdvisoryIndex(file).find('left'));
    assert.equal(again.length, file.length);
    const dated = new AdvisoryIndex(new AdvisoryIndex(file).withDate('2026-07-01'));
    assert.deepEqual(dated.meta, { ...new AdvisoryIndex(file).meta, date: '2026-07-01' });
    assert.deepEqual([...dated.all()], [...new AdvisoryIndex(file).all()]);
  });

  it('takes newer records instead of older ones, and withdrawn ones away', () => {
    const builder = IndexBuilder.from(new AdvisoryIndex(indexFile('npm', records)));
    builder.add(record(osv('GHSA-1', 'npm', 'right', '0', '9.0.0')));
    builder.add(record({ ...osv('GHSA-2', 'npm', 'left'), withdrawn: '2026-01-01T00:00:00Z' }));
    builder.add(record(osv('MAL-2025-7', 'npm', 'evil', '1.0.0', '1.0.1')));
    builder.add(record({ ...osv('MAL-2024-99', 'npm', 'evil'), withdrawn: '2026-01-01T00:00:00Z' }));
    assert.equal(builder.hasNewer('GHSA-1', '2026-04-30'), true);
    assert.equal(builder.hasNewer('GHSA-1', '2026-05-01'), false);
    const index = new AdvisoryIndex(builder.finish({ source: 'OSV', date: '2026-06-01' }));
    assert.deepEqual(idsOf(index, 'left'), []);
    assert.deepEqual(idsOf(index, 'right'), ['GHSA-1']);
    assert.deepEqual(index.find('evil')[0]?.ranges, [{ introduced: '1.0.0', fixed: '1.0.1' }]);
  });

  it('takes a few bytes for a name that is malware as a whole', () => {
    const many = Array.from({ length: 20_000 }, (_, number) =>
      osv(`MAL-2025-${number}`, 'npm', `@evil-scope/package-number-${number}`),
    );
    const file = indexFile('npm', many);
    assert.ok(file.length < 20_000 * 10, `${file.length} bytes`);
    const index = new AdvisoryIndex(file);
    for (const number of [0, 1, 15, 16, 17, 777, 19_999])
      assert.deepEqual(idsOf(index, `@evil-scope/package-number-${number}`), [`MAL-2025-${number}`]);
  });

  it('holds a name with more records than a block has room for', () => {
    const many = Array.from({ length: 70 }, (_, number) => osv(`MAL-2025-${number}`, 'npm', 'evil'));
    assert.equal(new AdvisoryIndex(indexFile('npm', [...many, osv('MAL-2025-999', 'npm', 'evil2')])).find('evil').length, 70);
  });

  it('may be empty, and lie anywhere in memory', () => {
    const empty = new AdvisoryIndex(indexFile('Hex', []));
    assert.deepEqual([empty.find('x'), [...empty.all()]], [[], []]);
    const file = indexFile('npm', records);
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    assert.deepEqual(idsOf(new AdvisoryIndex(shifted.subarray(1)), 'left'), ['GHSA-1', 'GHSA-2']);
  });

  describe('says what is wrong with a file', () => {
    const says = (file: Uint8Array, what: RegExp): void => {
      assert.throws(
        () => new AdvisoryIndex(file, 'The advisory data of npm'),
        (error: Error) => {
          assert.ok(error instanceof AdvisoryDataError);
          assert.match(error.message, what);
          assert.match(error.message, /Update the advisory data again; until then only the built-in facts are used\.$/);
          return true;
        },
      );
    };
    const file = indexFile('npm', records);
    const changed = (change: (view: DataView) => void): Uint8Array => {
      const copy = file.slice();
      change(new DataView(copy.buffer));
      return copy;
    };

    it('that is none', () => {
      for (const bytes of [new Uint8Array(), new Uint8Array(100), file.subarray(0, HEADER - 1)])
        says(bytes, /does not begin as it should/);
    });
    it('that is cut off or too long', () => {
      for (const length of [HEADER, file.length - 4, file.length - 1]) says(file.subarray(0, length), /has \d+ bytes instead of/);
      says(Uint8Array.from([...file, 0, 0, 0, 0]), /bytes instead of/);
    });
    it('of another format', () => {
      says(
        changed((view) => view.setUint32(8, 2, true)),
        /has format 2, and this version of Larboard reads format 1; a newer Larboard wrote it/,
      );
      says(
        changed((view) => view.setUint32(8, 0, true)),
        /has format 0, and this version of Larboard reads format 1\./,
      );
    });
    it('in which any one bit is another', () => {
      for (let at = 8; at < file.length; at++)
        for (const bit of [0, 7]) {
          const copy = file.slice();
          copy[at] = (copy[at] ?? 0) ^ (1 << bit);
          // Four bytes of the header are not used.
          if (at < 36 || at >= HEADER) assert.throws(() => new AdvisoryIndex(copy), AdvisoryDataError, `byte ${at}`);
        }
    });
    it('whose content makes no sense although its checksum is right', () => {
      for (let at = HEADER; at < file.length; at++) {
        const copy = file.slice();
        copy[at] = 0xff;
        new DataView(copy.buffer).setUint32(16, checksum(copy.subarray(HEADER)), true);
        try {
          const index = new AdvisoryIndex(copy);
          index.find('left');
          index.find('evil');
          assert.ok([...index.all()].length < 10_000);
        } catch (error) {
          assert.ok(error instanceof AdvisoryDataError, String(error));
        }
      }
    });
  });
});
