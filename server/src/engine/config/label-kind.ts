/** What the value of a label can be asked to be; the names are hadolint's. */
export const LABEL_KINDS = ['text', 'url', 'rfc3339', 'semver', 'hash', 'spdx', 'email'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
