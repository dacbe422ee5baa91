/** The server half of `@vscode/test-web`, which is published without types of its own. */
declare module '@vscode/test-web/out/server/main.js' {
  import type { Server } from 'node:http';

  interface Configuration {
    readonly extensionDevelopmentPath: string;
    readonly extensionTestsPath: string;
    /** Served as `vscode-test-web://mount`: read from disk, written to memory. */
    readonly folderMountPath: string;
    readonly build: { readonly type: 'static'; readonly location: string; readonly quality: 'stable'; readonly version: string };
    readonly esm: boolean;
    readonly coi: boolean;
    readonly printServerLog: boolean;
  }

  export function runServer(host: string, port: number, configuration: Configuration): Promise<Server>;
}
