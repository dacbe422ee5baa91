import { fileURLToPath } from 'node:url';
import type { PackageRegistry, PackageRegistryOptions } from '../../lsp/host.ts';
import { dataFolder } from '../advisories/place.ts';
import { npmConfigOf } from './npmrc-files.ts';
import { NpmRegistry } from './registry.ts';

/** The server's port to the user's npm registry. */
export function packageRegistry({ dataFolder: folder, folders, onChange, tell }: PackageRegistryOptions): PackageRegistry {
  const registry = new NpmRegistry({
    config: () => npmConfigOf(folders().flatMap((uri) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []))),
    folder: folder ?? dataFolder(),
    onChange,
    tell,
  });
  return {
    registry,
    allow: (isAllowed) => {
      registry.allow(isAllowed);
    },
  };
}
