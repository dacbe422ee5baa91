import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Host } from '../lsp/host.ts';
import { startServer } from '../lsp/server.ts';
import { advisoryData } from './advisories/data.ts';
import { imageDigest } from './image-registry.ts';
import { NodeFiles } from './node-files.ts';

const HOST: Host = {
  filesOf: (uri) => {
    try {
      return uri.startsWith('file:') ? new NodeFiles(fileURLToPath(uri)) : undefined;
    } catch {
      // For example a host name in the URI: nothing on this disk.
      return undefined;
    }
  },
  imageDigest,
  advisoryData,
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
  schedule: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};

/** Serves over what the command line names: `--stdio` or `--node-ipc`. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all), HOST);
}
