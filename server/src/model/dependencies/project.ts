import type { Span } from '../../base/span.ts';

/** What a manifest says of the project itself. */
export interface Project {
  readonly version?: string;
  readonly license?: ProjectLicense;
  /** Path of the licence's text, as written, relative to the manifest. */
  readonly licenseFile?: string;
  /** Whether the manifest says that it is never published. */
  readonly isPrivate: boolean;
  /**
   * Whether the project is run, or is used by others. Absent where the manifest does not tell: of most ecosystems only some manifests do.
   */
  readonly purpose?: 'application' | 'library';
}

/** The licence as the manifest names it. */
export interface ProjectLicense {
  readonly text: string;
  /** Of the text alone, inside quotes. */
  readonly span: Span;
  /** Whether the format wants an SPDX expression there: of others the field is free text. */
  readonly isExpression: boolean;
}
