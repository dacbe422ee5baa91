/** The minor of a Kubernetes version (`1.34`, `v1.34.2`): 34. */
export function minorOf(version: string): number | undefined {
  const match = /^v?1\.(\d+)/.exec(version);
  return match ? Number(match[1]) : undefined;
}

/** Whether a Kubernetes version (`1.34`, `v1.34.2`) is at least 1.`minor`. */
export const isAtLeastVersion = (version: string, minor: number): boolean => (minorOf(version) ?? -1) >= minor;
