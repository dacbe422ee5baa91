import {
  CREDENTIAL_FOLDERS,
  HARMLESS_NODE_PATHS,
  RUNTIME_SOCKET_FOLDERS,
  RUNTIME_SOCKETS,
  SENSITIVE_NODE_PATHS,
} from '../../../knowledge/node-paths.ts';
import { hostPathOf, isWithin } from './host-paths.ts';
import { summedUpBy } from './summed-up-by.ts';

/** The runtime that a normal path of the node gives away, by its socket or by the folder in which the socket lies. */
export function runtimeAt(path: string): { readonly runtime: string; readonly by: 'socket' | 'folder' } | undefined {
  const socket = RUNTIME_SOCKETS.get(path.slice(path.lastIndexOf('/') + 1));
  if (socket !== undefined) return { runtime: socket, by: 'socket' };
  const folder = RUNTIME_SOCKET_FOLDERS.get(path.replace(/^\/var\/run(?=\/|$)/, '/run'));
  return folder === undefined ? undefined : { runtime: folder, by: 'folder' };
}

/** What a normal path of the node gives away; undefined when that is nothing known. */
export function sensitiveContentAt(path: string): string | undefined {
  if (CREDENTIAL_FOLDERS.some((folder) => `${path}/`.includes(`/${folder}/`))) return 'the keys and logins of people';
  if (HARMLESS_NODE_PATHS.some((harmless) => isWithin(path, harmless))) return undefined;
  const row = SENSITIVE_NODE_PATHS.find(({ path: folder, exact }) => (exact ? path === folder : isWithin(path, folder)));
  return row?.holds ?? (/^\/(?:home|users)\/[^/]+$/.test(path) ? 'the keys and logins of a person' : undefined);
}

/** What a problem says when the path that is mounted is worse than how it is mounted. */
export function coveredByItsPath(source: Parameters<typeof hostPathOf>[0]): { readonly summedUpBy?: `kubernetes/${string}` } {
  const path = hostPathOf(source);
  if (path === undefined) return {};
  if (runtimeAt(path)) return summedUpBy('kubernetes/container-runtime-socket');
  return sensitiveContentAt(path) === undefined ? {} : summedUpBy('kubernetes/host-path-sensitive');
}
