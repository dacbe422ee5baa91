import type { Ecosystem } from '../../base/ecosystem.ts';
import { isWholeMalware, type KnownAdvisory } from '../known.ts';
import type { OsvRecord } from '../osv/record.ts';
import { assembled, type IndexMeta } from './format.ts';
import { encodeNames, type NameEntry } from './name-table.ts';
import type { AdvisoryIndex } from './reader.ts';
import { encodeAdvisory } from './record.ts';
import { ByteWriter } from './bytes.ts';

/** What is kept of one record: bytes, because the texts of a hundred thousand records would hold on to the files that they were cut from. */
type Kept = { readonly name: string } & (
  { readonly bytes: Uint8Array; readonly modified: string } | { readonly isMalware: true }
);

/** Collects the records of one ecosystem and makes the file of them. */
export class IndexBuilder {
  readonly ecosystem: Ecosystem;
  readonly #records = new Map<string, readonly Kept[]>();

  constructor(ecosystem: Ecosystem) {
    this.ecosystem = ecosystem;
  }

  /** Starts with what an index holds. @throws AdvisoryDataError */
  static from(index: AdvisoryIndex): IndexBuilder {
    const builder = new IndexBuilder(index.meta.ecosystem);
    for (const advisory of index.all())
      builder.#keep(advisory.id, [...(builder.#records.get(advisory.id) ?? []), kept(advisory)]);
    return builder;
  }

  get records(): number {
    return this.#records.size;
  }

  /** Takes a record, instead of an older one with its id; a withdrawn one takes that away. */
  add({ id, advisories }: OsvRecord): void {
    const own = advisories.filter(({ ecosystem }) => ecosystem === this.ecosystem);
    if (own.length === 0) this.#records.delete(id);
    else this.#keep(id, own.map(kept));
  }

  /** Whether what is held of a record is newer than `modified` (YYYY-MM-DD). */
  hasNewer(id: string, modified: string): boolean {
    return (this.#records.get(id) ?? []).some((one) => 'modified' in one && one.modified > modified);
  }

  finish(about: Pick<IndexMeta, 'source' | 'date' | 'checkpoint'>): Uint8Array {
    const byName = new Map<string, Uint8Array[]>();
    const malware: NameEntry[] = [];
    for (const [id, all] of this.#records) {
      for (const one of all) {
        if ('isMalware' in one) malware.push({ name: one.name, ...numbersOf(id) });
        else byName.set(one.name, [...(byName.get(one.name) ?? []), one.bytes]);
      }
    }
    const blocks: Uint8Array[] = [];
    let at = 0;
    const names = [...byName].map(([name, records]): NameEntry => {
      const writer = new ByteWriter();
      writer.number(records.length);
      for (const record of records) writer.raw(record);
      const block = writer.finish();
      blocks.push(block);
      const entry = { name, a: at, b: block.length };
      at += block.length;
      return entry;
    });
    const meta: IndexMeta = {
      ecosystem: this.ecosystem,
      ...about,
      records: this.#records.size,
      packages: byName.size,
      malicious: new Set(malware.map(({ name }) => name)).size,
    };
    return assembled(meta, [[encodeNames(names)], [encodeNames(malware)], blocks]);
  }

  #keep(id: string, all: readonly Kept[]): void {
    this.#records.set(id, all);
  }
}

const kept = (advisory: KnownAdvisory): Kept =>
  isWholeMalware(advisory)
    ? { name: advisory.name, isMalware: true }
    : { name: advisory.name, bytes: encodeAdvisory(advisory), modified: advisory.modified ?? '' };

/** `MAL-2024-1234` → year and number. */
function numbersOf(id: string): { readonly a: number; readonly b: number } {
  const [, year = '', number = ''] = id.split('-');
  return { a: Number(year), b: Number(number) };
}
