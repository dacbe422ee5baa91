import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AdvisoryDataError } from '../../advisories/index/errors.ts';
import { AdvisoryIndex } from '../../advisories/index/reader.ts';
import { MergedAdvisories, type Indexes } from '../../advisories/merged.ts';
import { ECOSYSTEMS, type Ecosystem } from '../../base/ecosystem.ts';
import type { Advisories } from '../../engine/advisories.ts';
import { type Disk, writeAtomically } from './disk.ts';
import { codeOf } from '../network/errors.ts';

interface Opened {
  readonly index?: AdvisoryIndex;
  readonly error?: string;
}

export interface StoredEcosystem {
  readonly ecosystem: Ecosystem;
  /** Bytes on disk. */
  readonly size: number;
  readonly meta?: AdvisoryIndex['meta'];
  /** Why it cannot be used. */
  readonly error?: string;
}

/** The indexes of one folder, one file an ecosystem. A file is opened when somebody first asks about its ecosystem, so that what is not used costs nothing. */
export class AdvisoryStore implements Indexes {
  readonly folder: string;
  #advisories: Advisories = new MergedAdvisories(this);
  readonly #tell: (problem: string) => void;
  readonly #opened = new Map<Ecosystem, Opened>();

  /** @param folder absolute @param tell is told once of each file that cannot be used */
  constructor(folder: string, tell: (problem: string) => void = () => {}) {
    this.folder = path.join(folder, 'advisories');
    this.#tell = tell;
  }

  /** Another object after each change of the data. */
  get advisories(): Advisories {
    return this.#advisories;
  }

  of(ecosystem: Ecosystem): AdvisoryIndex | undefined {
    return this.#open(ecosystem).index;
  }

  damaged(ecosystem: Ecosystem, { message }: AdvisoryDataError): void {
    this.#opened.set(ecosystem, { error: message });
    this.#tell(message);
  }

  fileOf(ecosystem: Ecosystem): string {
    return path.join(this.folder, `${ecosystem}.advisories`);
  }

  /** Data was written, perhaps by another process. */
  reload(): void {
    this.#opened.clear();
    this.#advisories = new MergedAdvisories(this);
  }

  /** What there is, in the order of {@link ECOSYSTEMS}. */
  stored(): readonly StoredEcosystem[] {
    return ECOSYSTEMS.flatMap((ecosystem) => {
      const size = sizeOf(this.fileOf(ecosystem));
      if (size === undefined) return [];
      const { index, error } = this.#open(ecosystem);
      return [{ ecosystem, size, ...(index && { meta: index.meta }), ...(error !== undefined && { error }) }];
    });
  }

  /** @throws DataError */
  async write(ecosystem: Ecosystem, bytes: Uint8Array, disk?: Disk): Promise<void> {
    await writeAtomically(this.fileOf(ecosystem), bytes, disk);
    this.#opened.delete(ecosystem);
    this.#advisories = new MergedAdvisories(this);
  }

  #open(ecosystem: Ecosystem): Opened {
    const known = this.#opened.get(ecosystem);
    if (known) return known;
    const opened = this.#read(ecosystem);
    this.#opened.set(ecosystem, opened);
    if (opened.error !== undefined) this.#tell(opened.error);
    return opened;
  }

  #read(ecosystem: Ecosystem): Opened {
    const file = this.fileOf(ecosystem);
    try {
      const index = new AdvisoryIndex(readFileSync(file), `The advisory data of ${ecosystem} ("${file}")`);
      if (index.meta.ecosystem !== ecosystem)
        throw new AdvisoryDataError(`"${file}" holds the advisory data of ${index.meta.ecosystem}.`);
      return { index };
    } catch (error) {
      if (error instanceof AdvisoryDataError) return { error: error.message };
      if (codeOf(error) === 'ENOENT') return {};
      return { error: `"${file}" cannot be read (${error instanceof Error ? error.message : String(error)}).` };
    }
  }
}

function sizeOf(file: string): number | undefined {
  try {
    return statSync(file).size;
  } catch {
    return undefined;
  }
}
