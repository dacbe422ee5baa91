import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { pageUrl, startCodeServer } from '../../scripts/editor/code-server.ts';
import { packageExtension } from '../../scripts/editor/extension-folder.ts';
import { inRoot, SHOTS } from '../../scripts/editor/paths.ts';
import type { PartResult } from '../../scripts/editor/results.ts';
import { temporaryFolder } from '../../scripts/editor/temporary.ts';
import { installCodeServer } from '../../scripts/editor/tools.ts';
import { Workbench } from '../../scripts/editor/workbench.ts';
import { Steps } from './steps.ts';

/** Uses the packaged VSIX in an editor whose npm registry is ours, and sees that it is asked only after somebody agreed, and never in Restricted Mode. */
export async function consent(browser: Browser): Promise<PartResult> {
  const asked: string[] = [];
  const registry = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;

  const workspace = temporaryFolder('consent');
  const shop = path.join(workspace.path, 'shop');
  cpSync(inRoot('examples', 'emails'), shop, { recursive: true });
  const server = await startCodeServer(await installCodeServer(), {
    vsix: [await packageExtension()],
    workspaceTrust: true,
    env: { npm_config_registry: address },
    settings: {
      'workbench.editor.useModal': 'off',
      'larboard.advisories.source': 'registry',
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const workbench = new Workbench(page);
  const shot = (name: string): Promise<void> => workbench.shot(path.join(SHOTS, `consent-${name}.png`));
  const steps = new Steps((title) => shot(`failed-${title.replaceAll(/\W+/g, '-')}`));
  const question = page.locator('.monaco-dialog-box').filter({ hasText: 'Ask the registry about your packages?' });
  const answer = (label: string): Promise<void> => question.locator('.monaco-button').filter({ hasText: label }).click();
  /** Advisory data are another question. */
  const withoutDownload = (): Promise<void> =>
    page
      .locator('.monaco-dialog-box')
      .filter({ hasText: 'Download advisory data?' })
      .locator('.monaco-button')
      .filter({ hasText: 'Cancel' })
      .click();

  try {
    await steps.step('Restricted Mode judges packages', async () => {
      await workbench.load(pageUrl(server, shop));
      await workbench.open('package.json');
      await workbench.squiggles().first().waitFor();
    });
    await steps.step('Restricted Mode neither asks the user nor the registry', async () => {
      await (await workbench.problems()).filter({ hasText: 'missing-lockfile' }).first().waitFor();
      await workbench.command('Larboard: Update Advisory Data');
      await workbench.notifications().filter({ hasText: 'Restricted Mode' }).first().waitFor();
      assert.equal(await question.count(), 0);
      assert.deepEqual(asked, []);
      await shot('restricted');
    });
    await steps.step('a trusted folder alone sends nothing and asks nobody', async () => {
      await workbench.command('Workspaces: Manage Workspace Trust');
      await page.locator('.workspace-trust-buttons-row .monaco-button').filter({ hasText: 'Trust' }).first().click();
      await page.locator('.workspace-trust-editor').filter({ hasText: 'You trust this folder' }).waitFor();
      assert.equal(await question.count(), 0);
      assert.deepEqual(asked, []);
    });
    await steps.step('the command asks the user, and without consent nothing is sent', async () => {
      await workbench.command('Larboard: Update Advisory Data');
      await question.waitFor();
      assert.match(await question.innerText(), /Their names are sent/);
      await shot('question');
      await answer('Cancel');
      await withoutDownload();
      assert.deepEqual(asked, []);
    });
    await steps.step('with consent the registry is asked for names', async () => {
      await workbench.command('Larboard: Update Advisory Data');
      await question.waitFor();
      await answer('Ask the registry');
      await withoutDownload();
      await (await workbench.problems()).filter({ hasText: 'package-not-found' }).first().waitFor();
      assert.deepEqual(asked, ['/nodemailer']);
      await shot('answered');
    });
  } finally {
    await context.close();
    await server.stop();
    registry.close();
    workspace.remove();
  }
  return steps.result();
}
