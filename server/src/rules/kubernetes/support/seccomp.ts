import { CONFINING_PROFILES } from '../../../knowledge/pod-security.ts';
import type { SecurityField } from './security-field.ts';

/** A seccomp profile that does not confine. */
export const UNCONFINED_SECCOMP: SecurityField = {
  path: ['seccompProfile', 'type'],
  levels: 'both',
  isForbidden: (value) => typeof value === 'string' && !CONFINING_PROFILES.has(value),
  repairs: [{ set: 'RuntimeDefault' }],
};
