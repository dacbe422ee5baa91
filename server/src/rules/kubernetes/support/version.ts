import { minorOf } from '../../../knowledge/kubernetes-version.ts';

/** Whether a Kubernetes version (`1.34`, `v1.34.2`) is at least 1.`minor`. */
export const isAtLeastVersion = (version: string, minor: number): boolean => (minorOf(version) ?? -1) >= minor;

/** Whether `value` stands in a table of values and the minor version since which each is allowed. */
export const isAllowedSince = (
  table: readonly (readonly [value: string, minor: number])[],
  value: string,
  version: string,
): boolean => table.some(([allowed, minor]) => allowed === value && isAtLeastVersion(version, minor));
