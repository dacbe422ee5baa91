import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SHOTS } from './paths.ts';
import { readEvent, resultOf, type PartResult, type TestEvent } from './results.ts';

const VERBOSE = process.env['LARBOARD_VERBOSE'] === '1';

/** Lines of a console that say nothing here: code-server's native conveniences are left out, and what is unreachable is so on purpose. */
const NOISE =
  /Could not locate the bindings file|build\/Release\/watchdog|AgentHost|AccountPolicyGate|Creating a socket|reconnection-grace-time|connection token/;

/** How long a whole suite in one host may take. It takes some 20 s; the rest is for a loaded machine. */
const SUITE_TIMEOUT_MS = 150_000;

export interface SuiteInPage {
  /** Names the screenshot. */
  readonly name: string;
  readonly permissions?: readonly string[];
  /** Called before the page is opened: routes, for example. */
  prepare?(page: Page): Promise<void>;
  readonly url: string;
  /** Rejects when what is behind the page has died. */
  readonly died?: Promise<never>;
  /** Events that did not come through the page's console. */
  readonly events?: () => readonly TestEvent[];
}

/**
 * Opens a workbench that runs a test suite and waits for its end. VS Code calls two functions that the page must offer: one for each line of
 * the extension host's console, one with the suite's exit code.
 */
export async function runSuiteInPage(browser: Browser, suite: SuiteInPage): Promise<PartResult> {
  const context: BrowserContext = await browser.newContext({
    // A service worker would answer requests before the routes below see them.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    permissions: [...(suite.permissions ?? [])],
  });
  const events: TestEvent[] = [];
  const lines: string[] = [];
  const page = await context.newPage();
  const note = (line: string): void => {
    if (NOISE.test(line)) return;
    lines.push(line.slice(0, 1000));
    if (VERBOSE) console.log(`  | ${line.slice(0, 1000)}`);
  };
  page.on('console', (message) => note(`[page ${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => note(`[page error] ${error.message}`));
  let timer: NodeJS.Timeout | undefined;
  let trouble: string | undefined;
  try {
    const exited = new Promise<number>((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      const line = args.map(String).join(' ');
      const event = readEvent(line);
      if (event === undefined) note(line);
      else events.push(event);
    });
    const crashed = new Promise<never>((_, reject) => page.once('crash', () => reject(new Error('The page crashed.'))));
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The suite did not end within ${SUITE_TIMEOUT_MS / 1000} s.`)), SUITE_TIMEOUT_MS);
    });
    await suite.prepare?.(page);
    await page.goto(suite.url);
    await Promise.race([exited, crashed, late, ...(suite.died === undefined ? [] : [suite.died])]);
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, `suite-${suite.name}.png`) }).catch(() => undefined);
    await context.close();
  }
  const all = suite.events?.() ?? events;
  return resultOf(
    all,
    [trouble ?? 'The suite did not reach its end.', 'The last lines of the console:', ...lines.slice(-40)].join('\n'),
  );
}
