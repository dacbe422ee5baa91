/** The newest Kubernetes minor that Larboard's facts cover; what `auto` means where nothing tells the cluster's version. */
export const NEWEST_KUBERNETES_VERSION = '1.36';

/** What a person may write for a version; only its minor counts. */
export const KUBERNETES_VERSION = /^v?1\.\d{1,2}(?:\.\d+)?$/;

/** The minor of a version (`1.34`, `v1.34.2`): 34. */
export function minorOf(version: string): number | undefined {
  const match = /^v?1\.(\d+)/.exec(version);
  return match ? Number(match[1]) : undefined;
}

/** Whether a version is newer than the newest that the facts cover: of it they know what was announced. */
export const isBeyondKnowledge = (version: string): boolean =>
  (minorOf(version) ?? 0) > (minorOf(NEWEST_KUBERNETES_VERSION) ?? 0);
