import { cpSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { ensureBrowser, launchBrowser } from './editor/browser.ts';
import { pageUrl, startCodeServer } from './editor/code-server.ts';
import { packageExtension } from './editor/extension-folder.ts';
import { inRoot } from './editor/paths.ts';
import { temporaryFolder } from './editor/temporary.ts';
import { installCodeServer } from './editor/tools.ts';
import { Workbench } from './editor/workbench.ts';

/** `npm run screenshots`: takes the README's pictures from a real editor that has the packaged extension installed and `examples/` open. */
const MAXIMUM_BYTES = 200 * 1024;

const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.above': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.occurrencesHighlight': 'off',
};

await buildAll();
const workspace = temporaryFolder('screenshots');
const shop = path.join(workspace.path, 'shop');
cpSync(inRoot('examples'), shop, { recursive: true });
const server = await startCodeServer(await installCodeServer(), { vsix: [await packageExtension()], settings: SETTINGS });
const browser = await launchBrowser(await ensureBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const workbench = new Workbench(page);
  const picture = async (name: string): Promise<void> => {
    const file = inRoot('images', `${name}.png`);
    rmSync(file, { force: true });
    await workbench.shot(file);
    const { size } = statSync(file);
    console.log(`images/${name}.png ${(size / 1024).toFixed(0)} KiB`);
    if (size > MAXIMUM_BYTES) throw new Error(`images/${name}.png is too large for a README.`);
  };
  await workbench.load(pageUrl(server, shop));

  await workbench.open('worker/Dockerfile');
  await workbench.squiggles().first().waitFor();
  await (await workbench.problems()).filter({ hasText: 'base-image-latest' }).first().waitFor();
  await picture('diagnostics');

  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  const hover = await workbench.hoverSquiggle('apt-get install');
  await hover.filter({ hasText: 'apt-get-no-yes' }).first().waitFor();
  await picture('hover');

  await workbench.open('k8s/gateway.yaml');
  // The editor shows its squiggles of the file before until it has the text of this one.
  await workbench.line('hostNetwork: true').waitFor();
  await workbench.squiggles().first().waitFor();
  await workbench.goToLine('hostNetwork: true');
  await workbench.quickFixes();
  await picture('quick-fix');
  await page.keyboard.press('Escape');

  // The list of problems then shows this file's alone.
  await workbench.command('View: Close All Editors');
  await workbench.open('k8s/scaling.yaml');
  await workbench.line('kind: CronJob').waitFor();
  await workbench.squiggles().first().waitFor();
  await (await workbench.problems()).filter({ hasText: 'removed-api-version' }).first().waitFor();
  await picture('kubernetes');

  // Lens, locked versions, squiggles, and the hover of a package beside them.
  await workbench.command('View: Close All Editors');
  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await workbench.open('storefront/package.json');
  await workbench.line('"minimist"').waitFor();
  await workbench.squiggles().first().waitFor();
  await workbench.lenses().filter({ hasText: 'fix to' }).first().waitFor();
  const known = await workbench.hoverSquiggle('"minimist"');
  await known.filter({ hasText: 'CVE-2021-44906' }).first().waitFor();
  await picture('packages');
  await page.keyboard.press('Escape');

  await workbench.open('billing/invoices/pom.xml');
  await workbench.line('log4j-core').waitFor();
  await workbench.squiggles().first().waitFor();
  await workbench.lenses().filter({ hasText: 'fix to' }).first().waitFor();
  await workbench.goToLine('${log4j.version}');
  // Before what stands behind the requirement.
  for (const _ of '}</version>') await page.keyboard.press('ArrowLeft');
  await workbench.quickFixes();
  await picture('packages-fix');
  await page.keyboard.press('Escape');

  await workbench.command('Larboard: Scan Workspace');
  await (await workbench.problems()).filter({ hasText: 'package-lock.json' }).first().waitFor();
  await workbench
    .notifications()
    .filter({ hasText: /findings?/ })
    .first()
    .waitFor();
  await workbench.notifications().filter({ hasText: 'Cancel' }).waitFor({ state: 'detached' });
  await picture('scan');
} finally {
  await browser.close();
  await server.stop();
  workspace.remove();
}
