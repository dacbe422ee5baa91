import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pageUrl, startCodeServer } from './code-server.ts';
import { runSuiteInPage } from './page-run.ts';
import { EVENTS_FILE_VARIABLE, type PartResult, type TestEvent } from './results.ts';
import { startTestWeb } from './test-web.ts';
import { copyOf, temporaryFolder } from './temporary.ts';
import { installCodeServer, installVSCodeWeb } from './tools.ts';

/** What runs in every host. */
export interface Suite {
  /** The folder of the extension under development. */
  readonly extension: string;
  /** The bundles that export `run()`, inside the extension's folder. */
  readonly nodeTests: string;
  readonly webTests: string;
  /** Copied for every host, so that tests may edit it. */
  readonly workspace: string;
}

/** The events that a suite in a Node extension host wrote to its file. */
export const eventsIn = (file: string): readonly TestEvent[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as TestEvent)
    : [];

/** A remote (Node) extension host, as with Remote SSH, Codespaces and dev containers. */
export async function runInNodeHost(browser: Browser, suite: Suite): Promise<PartResult> {
  const workspace = copyOf(suite.workspace);
  const output = temporaryFolder('events');
  const events = path.join(output.path, 'events.jsonl');
  const server = await startCodeServer(await installCodeServer(), { testDriver: true, env: { [EVENTS_FILE_VARIABLE]: events } });
  try {
    const remote = (file: string): string => `vscode-remote://${new URL(server.url).host}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(suite.extension)],
      ['extensionTestsPath', remote(suite.nodeTests)],
      ['skipWelcome', 'true'],
    ];
    const url = `${pageUrl(server, workspace.path)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    return await runSuiteInPage(browser, { name: 'node-host', url, died: server.died, events: () => eventsIn(events) });
  } finally {
    await server.stop();
    workspace.remove();
    output.remove();
  }
}

/** The web-worker extension host of a workbench that has a server: files are remote, extensions run in the browser. */
export async function runInWebWorkerHost(browser: Browser, suite: Suite): Promise<PartResult> {
  const workspace = copyOf(suite.workspace);
  const server = await startCodeServer(await installCodeServer(), { testDriver: true });
  try {
    return await runSuiteInPage(browser, {
      name: 'web-worker-host',
      url: pageUrl(server, workspace.path),
      died: server.died,
      permissions: ['local-network-access'],
      prepare: (page) => developInBrowser(page, new URL(server.url), suite),
    });
  } finally {
    await server.stop();
    workspace.remove();
  }
}

/**
 * Makes the workbench load the extension and its tests over http, into the web-worker host. code-server has no option for that, so the
 * configuration in its page is rewritten and the extension's files are answered from disk under the page's own origin.
 */
async function developInBrowser(page: Page, server: URL, suite: Suite): Promise<void> {
  const prefix = '/__extension/';
  await page.context().route(
    (url) => url.host === server.host && url.pathname.startsWith(prefix),
    async (route) => {
      const file = path.join(suite.extension, decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length)));
      const isInside = file.startsWith(suite.extension + path.sep);
      await route.fulfill(isInside && existsSync(file) ? { path: file } : { status: 404 });
    },
  );
  const at = (file: string): object => ({
    scheme: 'http',
    authority: server.host,
    path: prefix + path.relative(suite.extension, file),
  });
  await page.route(
    (url) => url.host === server.host && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_, start: string, json: string) => {
          const configuration = JSON.parse(json.replaceAll('&quot;', '"')) as { developmentOptions?: object };
          const developmentOptions = {
            ...configuration.developmentOptions,
            extensions: [{ scheme: 'http', authority: server.host, path: prefix.slice(0, -1) }],
            extensionTestsPath: at(suite.webTests),
          };
          return `${start}${JSON.stringify({ ...configuration, developmentOptions }).replaceAll('"', '&quot;')}"`;
        },
      );
      await route.fulfill({ response, body });
    },
  );
}

/** VS Code for the Web without any server, as on vscode.dev: everything in the browser, the folder on a virtual file system. */
export async function runInServerlessWeb(browser: Browser, suite: Suite): Promise<PartResult> {
  const workspace = copyOf(suite.workspace);
  const server = await startTestWeb({
    extension: suite.extension,
    tests: suite.webTests,
    workspace: workspace.path,
    build: await installVSCodeWeb(),
  });
  try {
    return await runSuiteInPage(browser, { name: 'serverless-web', url: server.url, died: server.died });
  } finally {
    await server.stop();
    workspace.remove();
  }
}
