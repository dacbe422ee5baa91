import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IndexBuilder } from '../../server/src/advisories/index/builder.ts';
import { AdvisoryDataError } from '../../server/src/advisories/index/errors.ts';
import { checksum, FORMAT_VERSION, HEADER, MAGIC, PARTS } from '../../server/src/advisories/index/format.ts';
import { encodeNames, NameTable } from '../../server/src/advisories/index/name-table.ts';
import { AdvisoryIndex } from '../../server/src/advisories/index/reader.ts';
import { decodeUtf8, utf8 } from '../../server/src/advisories/index/utf8.ts';
import type { KnownAdvisory } from '../../server/src/advisories/known.ts';
import { MALWARE_SUMMARY } from '../../server/src/advisories/known.ts';
import { cvss2, cvss3, cvss4Class } from '../../server/src/advisories/osv/cvss.ts';
import { readOsv } from '../../server/src/advisories/osv/record.ts';

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Without lone surrogates, which UTF-8 does not have. */
const text = fc.string({ unit: 'binary', maxLength: 12 });
const version = fc.constantFrom('0', '1.0.0', '2.3.4-rc.1', 'v5', '1!2.0');
const range = fc.oneof(
  fc.record({ introduced: version }, { noNullPrototype: true }),
  fc.record({ introduced: version, fixed: version }, { noNullPrototype: true }),
  fc.record({ introduced: version, lastAffected: version }, { noNullPrototype: true }),
);
const advisory = fc.record(
  {
    id: fc.oneof(
      text.filter((id) => id !== ''),
      fc.nat(40).map((number) => `MAL-2025-${number}`),
    ),
    aliases: fc.array(text, { maxLength: 3 }),
    ecosystem: fc.constant('npm' as const),
    name: fc.constantFrom('a', 'ab', 'abc', 'b', '@s/a', 'ä', '😀', 'z'.repeat(300)),
    kind: fc.constantFrom('vulnerability' as const, 'malicious' as const),
    summary: text,
    ranges: fc.array(range, { maxLength: 3 }),
    versions: fc.array(version, { minLength: 1, maxLength: 3 }),
    severity: fc.constantFrom('critical' as const, 'high' as const, 'medium' as const, 'low' as const),
    informational: fc.constantFrom('unmaintained' as const, 'unsound' as const, 'notice' as const),
    published: day,
    modified: day,
  },
  { noNullPrototype: true, requiredKeys: ['id', 'aliases', 'ecosystem', 'name', 'kind', 'summary', 'ranges'] },
);

const bytes = fc.uint8Array({ maxLength: 400 });

/** A file whose header is right, around any content. */
function sealed(parts: readonly Uint8Array[]): Uint8Array {
  const lengths = parts.map(({ length }) => (length + 3) & ~3);
  const file = new Uint8Array(HEADER + lengths.reduce((sum, length) => sum + length, 0));
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, file.length, true);
  let at = HEADER;
  parts.forEach((part, index) => {
    view.setUint32(PARTS + 4 * index, at, true);
    file.set(part, at);
    at += lengths[index] ?? 0;
  });
  view.setUint32(16, checksum(file.subarray(HEADER)), true);
  return file;
}

function onlyClearErrors(work: () => void): void {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof AdvisoryDataError, String(error));
  }
}

describe('advisories: properties', () => {
  it('index: gives back what went in, also after it was made again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(advisory, { maxLength: 40, selector: ({ id }) => id }),
        (advisories: readonly KnownAdvisory[]) => {
          const builder = new IndexBuilder('npm');
          for (const one of advisories)
            builder.add({ id: one.id, modified: '', day: '', isWithdrawn: false, ecosystems: ['npm'], advisories: [one] });
          const first = new AdvisoryIndex(builder.finish({ source: 'OSV', date: '2026-01-01' }));
          const second = new AdvisoryIndex(IndexBuilder.from(first).finish({ source: 'OSV', date: '2026-01-01' }));
          for (const index of [first, second]) {
            assert.equal([...index.all()].length, advisories.length);
            for (const one of advisories) {
              const found = index.find(one.name).find(({ id }) => id === one.id);
              // Malware of all versions keeps its name and id alone.
              if (found?.summary === MALWARE_SUMMARY && one.kind === 'malicious') assert.deepEqual(found.ranges, one.ranges);
              else assert.deepEqual(found, one);
            }
          }
        },
      ),
    );
  });

  it('names: are found, whatever their neighbours', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '😀', '\0'), maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 120 }), name, (names, other) => {
        const table = new NameTable(encodeNames(names.map((each, index) => ({ name: each, a: index, b: index * 1000 }))));
        names.forEach((each, index) => assert.deepEqual(table.find(each), [{ name: each, a: index, b: index * 1000 }]));
        if (!names.includes(other)) assert.deepEqual(table.find(other), []);
        assert.deepEqual(new Set([...table.all()].map(({ name: each }) => each)), new Set(names));
      }),
    );
  });

  it('index: any bytes give the clear error and no other', () => {
    const look = (file: Uint8Array): void => {
      onlyClearErrors(() => new AdvisoryIndex(file));
    };
    fc.assert(fc.property(bytes, look));
    fc.assert(fc.property(bytes, (rest) => look(Uint8Array.from([...MAGIC, 1, 0, 0, 0, ...rest]))));
  });

  it('index: nonsense behind a right header gives the clear error or some answer', () => {
    const meta = utf8('{"ecosystem":"npm","source":"OSV","date":"2026-01-01"}');
    // Offsets and counts that fit often enough for the reader to go on.
    const table = fc.oneof(
      bytes,
      fc.uint8Array({ min: 0, max: 20, minLength: 1, maxLength: 60 }).map((rest) => {
        const result = new Uint8Array(12 + rest.length);
        const view = new DataView(result.buffer);
        view.setUint32(0, 1, true);
        view.setUint32(4, 12, true);
        view.setUint32(8, 12 + rest.length, true);
        result.set(rest, 12);
        return result;
      }),
    );
    const small = fc.uint8Array({ min: 0, max: 6, maxLength: 80 });
    fc.assert(
      fc.property(fc.oneof(fc.constant(meta), bytes), table, table, fc.oneof(bytes, small), (...parts) => {
        onlyClearErrors(() => {
          const index = new AdvisoryIndex(sealed(parts));
          onlyClearErrors(() => index.find(''));
          onlyClearErrors(() => index.find('a'));
          assert.ok([...index.all()].length < 100_000);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('UTF-8: is what the platform makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const encoded = utf8(given);
        assert.deepEqual(encoded, new TextEncoder().encode(given));
        assert.equal(decodeUtf8(encoded, 0, encoded.length), given);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (given) => typeof decodeUtf8(given, 0, given.length) === 'string'));
  });

  it('OSV: no JSON throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readOsv(value)));
  });

  it('OSV: no record with nonsense in its fields throws, and what is read can be stored', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      version,
      fc.constantFrom('npm', 'PyPI', 'Maven', 'SEMVER', 'ECOSYSTEM', 'MAL-2024-1'),
    );
    const of = (...keys: readonly string[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
    const events = fc.array(of('introduced', 'fixed', 'last_affected', 'limit'), { maxLength: 4 });
    const affected = fc.record(
      {
        package: fc.oneof(
          fc.record({ ecosystem: fc.constantFrom('npm', 'PyPI', 'Maven', 'Go'), name: fc.string({ minLength: 1 }) }),
          value,
        ),
        ranges: fc.oneof(fc.array(fc.record({ type: fc.constantFrom('SEMVER', 'ECOSYSTEM', 'GIT'), events })), value),
        versions: fc.oneof(fc.array(version), value),
        severity: fc.oneof(fc.array(of('type', 'score')), value),
        database_specific: of('severity', 'informational', 'cvss', 'last_known_affected_version_range'),
        ecosystem_specific: value,
      },
      { requiredKeys: [] },
    );
    const record = fc.record(
      {
        id: fc.string(),
        modified: value,
        published: value,
        aliases: value,
        summary: value,
        details: value,
        severity: value,
        affected: fc.array(affected),
      },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(record, (given) => {
        const read = readOsv(given);
        for (const ecosystem of new Set(read?.advisories.map((one) => one.ecosystem))) {
          const builder = new IndexBuilder(ecosystem);
          if (read) builder.add(read);
          const index = new AdvisoryIndex(builder.finish({ source: 'OSV', date: '2026-01-01' }));
          assert.ok([...index.all()].length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('CVSS: any text gives a score from 0 to 10, or none', () => {
    const part = fc.constantFrom(
      'CVSS:3.1',
      'CVSS:4.0',
      'AV:N',
      'AV:L',
      'AC:L',
      'Au:N',
      'PR:N',
      'PR:H',
      'UI:N',
      'S:C',
      'S:U',
      'C:H',
      'I:N',
      'A:P',
      'C:P',
      'I:P',
      '',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('/')),
        ),
        (vector) => {
          for (const score of [cvss2(vector), cvss3(vector)])
            assert.ok(score === undefined || (score >= 0 && score <= 10), vector);
          cvss4Class(vector);
        },
      ),
    );
  });
});
