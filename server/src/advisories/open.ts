import { ECOSYSTEMS, type Ecosystem } from '../base/ecosystem.ts';
import type { Advisories } from '../engine/advisories.ts';
import { AdvisoryIndex } from './index/reader.ts';
import { MergedAdvisories } from './merged.ts';

/**
 * Advisories from the bytes of `<ecosystem>.advisories` files, over the built-in facts. Of several files for one ecosystem the last counts.
 * @throws Error that says what is wrong with a file and what to do
 */
export function openAdvisories(files: readonly Uint8Array[]): Advisories {
  const indexes = new Map<Ecosystem, AdvisoryIndex>();
  files.forEach((bytes, position) => {
    const index = new AdvisoryIndex(bytes, `File ${position + 1} of ${files.length}`);
    indexes.set(index.meta.ecosystem, index);
  });
  const advisories = new MergedAdvisories({
    of: (ecosystem) => indexes.get(ecosystem),
    damaged: (ecosystem) => void indexes.delete(ecosystem),
  });
  // What source and date are told does not wait for the first question.
  for (const ecosystem of ECOSYSTEMS) if (indexes.has(ecosystem)) advisories.forPackage(ecosystem, '');
  return advisories;
}
