import type { Family } from './official.ts';

/**
 * Numbers of users that every image of a distribution contains, from the base-passwd packages of Debian and Alpine and from distroless, as of 2026-11.
 */
export const USER_IDS: readonly (readonly [user: string, family: Family | undefined, uid: string])[] = [
  ['daemon', 'debian', '1'],
  ['daemon', 'alpine', '2'],
  ['bin', 'debian', '2'],
  ['bin', 'alpine', '1'],
  ['games', 'debian', '5'],
  ['games', 'alpine', '35'],
  ['mail', 'debian', '8'],
  ['mail', 'alpine', '8'],
  ['news', 'debian', '9'],
  ['www-data', 'debian', '33'],
  ['www-data', 'alpine', '82'],
  ['backup', 'debian', '34'],
  ['guest', 'alpine', '405'],
  ['nobody', undefined, '65534'],
  ['nonroot', 'none', '65532'],
];
