/** The newest Kubernetes minor that Larboard's facts cover; what `auto` means where nothing tells the cluster's version. */
export const NEWEST_KUBERNETES_VERSION = '1.36';

/** The oldest minor whose fields are known one by one; an older target is checked against the fields of this one. */
export const OLDEST_KUBERNETES_VERSION = '1.28';

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

/** Whether a version is older than the oldest whose fields are known. */
export const isBeforeKnowledge = (version: string): boolean =>
  (minorOf(version) ?? Infinity) < (minorOf(OLDEST_KUBERNETES_VERSION) ?? 0);
