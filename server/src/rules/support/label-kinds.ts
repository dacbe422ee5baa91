import type { LabelKind } from '../../engine/config/label-kind.ts';

/** Licences and operators of SPDX expressions by their form; the list of all licences is not what decides here. */
const SPDX = /^\(?[A-Za-z0-9][A-Za-z0-9.+-]*\)?(?:\s+(?:AND|OR|WITH)\s+\(?[A-Za-z0-9][A-Za-z0-9.+-]*\)?)*$/;
const RFC3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const SEMVER = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const URL = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i;
const EMAIL = /^[^\s@"<>()[\],;:\\]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

const CHECKS: Readonly<Record<LabelKind, { readonly says: string; readonly pattern: RegExp }>> = {
  text: { says: 'text', pattern: /\S/ },
  url: { says: 'a URL', pattern: URL },
  rfc3339: { says: 'a time such as 2026-11-27T12:00:00Z', pattern: RFC3339 },
  semver: { says: 'a version such as 1.2.3', pattern: SEMVER },
  hash: { says: 'a git hash', pattern: /^(?:[0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64})$/i },
  spdx: { says: 'an SPDX licence such as MIT', pattern: SPDX },
  email: { says: 'an e-mail address', pattern: EMAIL },
};

/** What a value should be, if it is not; undefined when it is right. */
export const wrongKind = (value: string, kind: LabelKind): string | undefined =>
  CHECKS[kind].pattern.test(value) ? undefined : CHECKS[kind].says;
