import type { Resource } from '../../../model/kubernetes/index.ts';
import { isAtLeastVersion } from './version.ts';

/** The last API group of PodSecurityPolicy, and the one before. */
const GROUPS: readonly string[] = ['policy', 'extensions'];

/** The minor that removed the kind. */
const REMOVED = 25;

/** Whether a resource is a PodSecurityPolicy and the target version has none. */
export const isRemovedPolicy = ({ kind, group }: Resource, target: string): boolean =>
  kind === 'PodSecurityPolicy' && GROUPS.includes(group) && isAtLeastVersion(target, REMOVED);
