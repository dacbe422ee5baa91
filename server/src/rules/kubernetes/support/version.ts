import { minorOf } from '../../../knowledge/kubernetes-version.ts';

/** Whether a Kubernetes version (`1.34`, `v1.34.2`) is at least 1.`minor`. */
export const isAtLeastVersion = (version: string, minor: number): boolean => (minorOf(version) ?? -1) >= minor;
