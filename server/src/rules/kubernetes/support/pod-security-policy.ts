import { isAtLeastVersion } from './version.ts';

/** All versions that PodSecurityPolicy ever had. */
const VERSIONS: readonly string[] = ['extensions/v1beta1', 'policy/v1beta1'];

/** The minor that removed the kind. */
const REMOVED = 25;

/** Whether an API is that of PodSecurityPolicy and the target version has none. */
export const isRemovedPolicy = (apiVersion: string, kind: string, target: string): boolean =>
  kind === 'PodSecurityPolicy' && VERSIONS.includes(apiVersion) && isAtLeastVersion(target, REMOVED);
