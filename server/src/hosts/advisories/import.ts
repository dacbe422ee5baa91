import path from 'node:path';
import { IndexBuilder } from '../../advisories/index/builder.ts';
import { ECOSYSTEMS, type Ecosystem } from '../../base/ecosystem.ts';
import { locked } from './lock.ts';
import { readRecords, type ReadOptions, type ReadResult } from './read.ts';
import type { AdvisoryStore } from './store.ts';
import { DataError } from '../network/errors.ts';
import type { Disk } from './disk.ts';

export interface ImportOptions extends ReadOptions {
  /** Others are left out; all by default, or the one whose name the file's folder has, as in OSV's own layout (`npm/all.zip`). */
  readonly ecosystems?: readonly Ecosystem[];
  /** ISO date (YYYY-MM-DD), for records that do not say when they were changed. */
  readonly today: string;
  readonly disk?: Disk;
}

export interface Imported extends ReadResult {
  readonly ecosystems: readonly Ecosystem[];
}

/**
 * Adds the records of files to the data that is there; a record replaces an older one with its id. Every file is read to its end before anything is written.
 * @throws DataError that says what failed and what to do; the data is then as it was
 */
export async function importAdvisories(
  store: AdvisoryStore,
  files: readonly string[],
  options: ImportOptions,
): Promise<Imported> {
  return locked(store.folder, async () => {
    store.reload();
    const builders = new Map<Ecosystem, { readonly builder: IndexBuilder; newest: string }>();
    const builderOf = (ecosystem: Ecosystem) => {
      const known = builders.get(ecosystem);
      if (known) return known;
      const index = store.of(ecosystem);
      const made = { builder: index ? IndexBuilder.from(index) : new IndexBuilder(ecosystem), newest: index?.meta.date ?? '' };
      builders.set(ecosystem, made);
      return made;
    };
    const counts = { records: 0, unreadable: 0 };
    for (const [at, file] of files.entries()) {
      const wanted = options.ecosystems ?? ecosystemOfFolder(file) ?? ECOSYSTEMS;
      const read = await readRecords(
        file,
        (record) => {
          for (const ecosystem of wanted.filter((one) => record.ecosystems.includes(one))) {
            if (record.isWithdrawn && !builders.has(ecosystem) && !store.of(ecosystem)) continue;
            const target = builderOf(ecosystem);
            if (target.builder.hasNewer(record.id, record.modified.slice(0, 10))) continue;
            target.builder.add(record);
            if (record.day > target.newest) target.newest = record.day;
          }
        },
        { ...options, onProgress: (share) => options.onProgress?.((at + share) / files.length) },
      );
      counts.records += read.records;
      counts.unreadable += read.unreadable;
    }
    if (builders.size === 0) throw new DataError('The files hold no records about packages that Larboard knows.');
    const ecosystems = ECOSYSTEMS.filter((one) => builders.has(one));
    for (const ecosystem of ecosystems) {
      const { builder, newest } = builderOf(ecosystem);
      const before = store.of(ecosystem)?.meta;
      const date = newest === '' ? options.today : newest;
      // What came from an update stays a point to go on from: additions do not make it less complete.
      const { source = 'OSV', checkpoint } = before ?? {};
      await store.write(
        ecosystem,
        builder.finish({ source, date, ...(checkpoint !== undefined && { checkpoint }) }),
        options.disk,
      );
    }
    return { ...counts, ecosystems };
  });
}

function ecosystemOfFolder(file: string): readonly Ecosystem[] | undefined {
  const name = path.basename(path.dirname(path.resolve(file)));
  const found = ECOSYSTEMS.find((one) => one === name);
  return found && [found];
}
