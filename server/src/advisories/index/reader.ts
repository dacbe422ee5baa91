import { ECOSYSTEMS, type Ecosystem } from '../../base/ecosystem.ts';
import { isDay } from '../../base/date.ts';
import { type KnownAdvisory, MALWARE_SUMMARY } from '../known.ts';
import { ByteReader } from './bytes.ts';
import { AdvisoryDataError } from './errors.ts';
import { assembled, checksum, FORMAT_VERSION, HEADER, type IndexMeta, MAGIC, PARTS } from './format.ts';
import { NameTable } from './name-table.ts';
import { decodeAdvisory } from './record.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * One ecosystem's advisories, looked up in the bytes of the file. Opening checks the whole file: magic, format, length and checksum. What a look-up finds damaged
 * in spite of that throws, like opening, an AdvisoryDataError and nothing else.
 */
export class AdvisoryIndex {
  readonly meta: IndexMeta;
  readonly #packages: NameTable;
  readonly #malware: NameTable;
  readonly #records: Uint8Array;
  /** The parts behind the first. */
  readonly #parts: readonly Uint8Array[];

  /** @param what for messages: `The advisory data of npm` @throws AdvisoryDataError */
  constructor(given: Uint8Array, what = 'The advisory data') {
    const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
    if (bytes.length < HEADER || MAGIC.some((byte, index) => bytes[index] !== byte))
      throw new AdvisoryDataError(`${what} is damaged: it does not begin as it should.`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const version = view.getUint32(8, true);
    if (version !== FORMAT_VERSION)
      throw new AdvisoryDataError(
        `${what} has format ${version}, and this version of Larboard reads format ${FORMAT_VERSION}${version > FORMAT_VERSION ? '; a newer Larboard wrote it' : ''}.`,
      );
    const length = view.getUint32(12, true);
    if (length !== bytes.length || length % 4 !== 0)
      throw new AdvisoryDataError(`${what} is damaged: it has ${bytes.length} bytes instead of ${length}.`);
    if (checksum(bytes.subarray(HEADER)) !== view.getUint32(16, true))
      throw new AdvisoryDataError(`${what} is damaged: its checksum is wrong.`);
    const offsets = [0, 1, 2, 3].map((part) => view.getUint32(PARTS + 4 * part, true));
    const ends = [...offsets.slice(1), length];
    if (offsets.some((offset, part) => offset < HEADER || offset % 4 !== 0 || offset > (ends[part] ?? 0)))
      throw new AdvisoryDataError(`${what} is damaged: its parts are in no order.`);
    const parts = offsets.map((offset, part) => bytes.subarray(offset, ends[part]));
    const [meta = bytes, packages = bytes, malware = bytes, records = bytes] = parts;
    this.meta = readMeta(decodeUtf8(meta, 0, meta.length), what);
    this.#packages = new NameTable(packages);
    this.#malware = new NameTable(malware);
    this.#records = records;
    this.#parts = parts.slice(1);
  }

  /** The same file as of another day: nothing has changed until then. */
  withDate(date: string): Uint8Array {
    return assembled(
      { ...this.meta, date },
      this.#parts.map((part) => [part]),
    );
  }

  /** All advisories of a package; `name` is normalised. @throws AdvisoryDataError */
  find(name: string): readonly KnownAdvisory[] {
    return [
      ...this.#packages.find(name).flatMap((entry) => this.#recordsOf(name, entry.a, entry.b)),
      ...this.#malware.find(name).map(({ a, b }) => this.#malwareOf(name, a, b)),
    ];
  }

  /** Everything, a package after the other. @throws AdvisoryDataError */
  *all(): Generator<KnownAdvisory> {
    for (const { name, a, b } of this.#packages.all()) yield* this.#recordsOf(name, a, b);
    for (const { name, a, b } of this.#malware.all()) yield this.#malwareOf(name, a, b);
  }

  #recordsOf(name: string, offset: number, length: number): readonly KnownAdvisory[] {
    const reader = new ByteReader(this.#records, offset, offset + length);
    const result: KnownAdvisory[] = [];
    for (let left = reader.count(); left > 0; left--) result.push(decodeAdvisory(reader.raw(), this.meta.ecosystem, name));
    return result;
  }

  #malwareOf(name: string, year: number, number: number): KnownAdvisory {
    return {
      id: `MAL-${year}-${number}`,
      aliases: [],
      ecosystem: this.meta.ecosystem,
      name,
      kind: 'malicious',
      severity: 'critical',
      summary: MALWARE_SUMMARY,
      ranges: [{ introduced: '0' }],
    };
  }
}

function readMeta(text: string, what: string): IndexMeta {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/\0+$/, ''));
  } catch {
    value = undefined;
  }
  const { ecosystem, source, date, checkpoint, records, packages, malicious } = (value ?? {}) as Partial<
    Record<keyof IndexMeta, unknown>
  >;
  const known = ECOSYSTEMS.find((one): one is Ecosystem => one === ecosystem);
  if (known === undefined || typeof source !== 'string' || typeof date !== 'string' || !isDay(date))
    throw new AdvisoryDataError(`${what} is damaged: it does not say what it is about.`);
  const count = (number: unknown): number => (typeof number === 'number' ? number : 0);
  return {
    ecosystem: known,
    source,
    date,
    ...(typeof checkpoint === 'string' && { checkpoint }),
    records: count(records),
    packages: count(packages),
    malicious: count(malicious),
  };
}
