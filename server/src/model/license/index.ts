import { baseName } from '../../base/path.ts';
import type { Document } from '../document.ts';
import { recognisedLicenses } from './recognise.ts';

/** The text of a licence. */
export interface LicenseFile extends Document {
  /** SPDX ids of what its text is; empty for a text that is none of the common ones. */
  readonly licenses: readonly string[];
}

export type LicenseFacts = Pick<LicenseFile, 'licenses'>;

/** `LICENSE`, `LICENCE.md`, `COPYING`, `LICENSE-MIT`, `UNLICENSE`. */
export const isLicensePath = (path: string): boolean =>
  /^(?:LICEN[CS]E|COPYING|UNLICENSE)(?:[-_.][\w.-]*)?$/i.test(baseName(path)) &&
  !/\.(?:[cm]?[jt]sx?|json|ya?ml|py|go|rs|html?)$/i.test(path);

export const parseLicense = (text: string): LicenseFile => ({ licenses: recognisedLicenses(text), problems: [], comments: [] });

export const licenseFacts = ({ licenses }: LicenseFile): LicenseFacts => ({ licenses });
