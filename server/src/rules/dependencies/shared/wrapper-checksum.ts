import { insertion } from '../../../base/edit.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { DependencyFile, Setting } from '../../../model/dependencies/index.ts';

/** A file that the properties of a wrapper tell it to download without the key that has its checksum. */
export interface Unchecked {
  readonly setting: Setting;
  /** The key that is missing: `distributionSha256Sum`. */
  readonly checksum: string;
}

/** What a wrapper downloads, by the keys of its properties. */
export function* uncheckedDownloads({ settings }: DependencyFile, urls: readonly string[]): Generator<Unchecked> {
  for (const setting of settings) {
    const checksum = setting.key.replace(/Url$/, 'Sha256Sum');
    if (!urls.includes(setting.key) || setting.value === '') continue;
    if (!settings.some(({ key, value }) => key === checksum && value !== '')) yield { setting, checksum };
  }
}

/** Only the publisher of the file knows its checksum, so a person has to fill it in. */
export function addChecksum({ eol }: Snapshot, { setting, checksum }: Unchecked): Fix[] {
  const { end } = setting.valueSpan;
  const edits = [insertion(end, `${eol}${checksum}=<SHA-256 of the file>`)];
  return [{ title: `Add ${checksum}`, applicability: 'manual', edits }];
}
