import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Two servers (desktop and web), each with all rules, the schema of nine Kubernetes minors, and what is built in about the packages of ten ecosystems. */
const MAXIMUM_VSIX_BYTES = 2.25 * 1024 * 1024;

/** Enough Dockerfiles that a scan takes long enough to be cancelled. */
const MANY = 3000;

/** Installs the packaged VSIX into a fresh editor and uses it as a person would. */
export async function walkthrough(browser: Browser): Promise<PartResult> {
  const vsix = await packageExtension();
  const workspace = temporaryFolder('walkthrough');
  const shop = path.join(workspace.path, 'shop');
  cpSync(inRoot('examples'), shop, { recursive: true });
  const second = path.join(workspace.path, 'second');
  mkdirSync(second);
  writeFileSync(path.join(second, 'Dockerfile'), 'FROM debian:latest\nUSER 1000\n');
  const both = path.join(workspace.path, 'both.code-workspace');
  writeFileSync(both, JSON.stringify({ folders: [{ path: 'shop' }, { path: 'second' }] }));

  const server = await startCodeServer(await installCodeServer(), { vsix: [vsix] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const workbench = new Workbench(page);
  const shot = (name: string): Promise<void> => workbench.shot(path.join(SHOTS, `walkthrough-${name}.png`));
  const steps = new Steps((title) => shot(`failed-${title.replaceAll(/\W+/g, '-')}`));
  const onDisk = (file: string): string => readFileSync(path.join(shop, file), 'utf8');

  try {
    await steps.step('the VSIX is small', () => {
      const { size } = statSync(vsix);
      assert.ok(size <= MAXIMUM_VSIX_BYTES, `${size} bytes`);
    });
    await steps.step('a folder opens without any notification', async () => {
      await workbench.load(pageUrl(server, shop));
      await workbench.open('worker/Dockerfile');
      await workbench.squiggles().first().waitFor();
      assert.equal(
        await workbench
          .notifications()
          .filter({ hasText: /larboard/i })
          .count(),
        0,
      );
      await shot('1-squiggles');
    });
    await steps.step('the shell inside RUN is highlighted', async () => {
      const command = await workbench.colour('RUN pip install', 'pip');
      const argument = await workbench.colour('RUN pip install', 'requirements.txt');
      const plain = await workbench.colour('COPY requirements.txt', 'requirements.txt');
      assert.equal(new Set([command, argument, plain]).size, 3);
      // On the first line of an instruction, behind a continuation and a comment, and behind `&&`.
      for (const [line, word] of [
        ['RUN apt-get update', 'apt-get'],
        ['apt-get install', 'apt-get'],
        ['rm -rf', 'rm'],
        ['RUN curl -k', 'curl'],
      ] as const)
        assert.equal(await workbench.colour(line, word), command, line);
      assert.equal(await workbench.colour('RUN apt-get update', 'update'), argument);
      assert.equal(await workbench.colour('rm -rf', '/var/lib/apt/lists'), argument);
    });
    await steps.step('typing brings a new squiggle', async () => {
      const before = await workbench.squiggles().count();
      await workbench.goToEnd();
      await page.keyboard.type('\nADD notes.txt /srv/');
      // The caret leaves the line: half-typed lines are left alone.
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction(
        (count) =>
          document.querySelectorAll(
            '.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error, .monaco-editor .squiggly-info',
          ).length > count,
        before,
      );
      await shot('2-typed');
    });
    await steps.step('hovering explains the finding', async () => {
      const hover = await workbench.hoverSquiggle('ADD notes.txt');
      await hover.filter({ hasText: 'add-instead-of-copy' }).first().waitFor();
      await shot('3-hover');
    });
    await steps.step('Ctrl+. offers a fix that changes the text and takes the finding away', async () => {
      await workbench.goToLine('ADD notes.txt');
      await page.keyboard.press('Home');
      const fixes = await workbench.quickFixes();
      await shot('4-fixes');
      await fixes.filter({ hasText: 'COPY' }).first().click();
      await workbench.line('COPY notes.txt /srv/').waitFor();
      await page.keyboard.press('Control+S');
      await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
      assert.ok(onDisk('worker/Dockerfile').endsWith('\nCOPY notes.txt /srv/'));
    });
    await steps.step('Fix All Safe Problems leaves the comment inside a RUN', async () => {
      await workbench.command('Larboard: Fix All Safe Problems in File');
      await workbench.line('apt-get install -y').waitFor();
      await page.keyboard.press('Control+S');
      await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
      const text = onDisk('worker/Dockerfile');
      assert.match(text, /\n {4}# Recognises the type of an uploaded file\.\n/);
      await shot('5-fixed-all');
    });
    await steps.step('Problems lists the findings', async () => {
      const rows = await workbench.problems();
      await rows.filter({ hasText: 'base-image-latest' }).first().waitFor();
      await shot('6-problems');
    });
    await steps.step('a scan of the workspace finds what was never opened', async () => {
      await workbench.command('Larboard: Scan Workspace');
      const rows = await workbench.problems();
      await rows.filter({ hasText: 'package-lock.json' }).first().waitFor();
      await shot('7-scanned');
    });
    await steps.step('the status shows in the status bar', async () => {
      // Language status items hide behind one entry of the status bar.
      const entry = page.locator('.statusbar-item[id="status.languageStatus"]');
      await entry.waitFor();
      await entry.click();
      await page
        .locator('.hover-language-status')
        .filter({ hasText: /Larboard/ })
        .first()
        .waitFor();
      await shot('8-status');
      await page.keyboard.press('Escape');
    });
    await steps.step('Show Output shows the log', async () => {
      await workbench.command('Larboard: Show Output');
      await page.locator('.panel .output-view').first().waitFor();
      await shot('9-output');
    });
    await steps.step('the preview of a Kubernetes upgrade asks for the version and opens as a page', async () => {
      await workbench.command('Larboard: Preview Kubernetes Upgrade');
      await workbench.choose('1.37');
      await page.locator('.tabs-container .tab.active').filter({ hasText: 'Kubernetes 1.37' }).waitFor();
      const report = page.frameLocator('iframe.webview').frameLocator('iframe').locator('body');
      await report.filter({ hasText: 'Upgrade from Kubernetes' }).waitFor();
      await shot('upgrade');
    });
    await steps.step('a long scan shows progress and can be cancelled', async () => {
      writeMany(shop);
      await workbench.command('Larboard: Scan Workspace');
      const toast = workbench
        .notifications()
        .filter({ hasText: /Larboard/i })
        .first();
      await toast.waitFor();
      await shot('10-progress');
      await toast.hover();
      await toast.locator('.monaco-button').filter({ hasText: 'Cancel' }).first().click();
      await workbench
        .notifications()
        .filter({ hasText: /cancel/i })
        .filter({ hasNot: page.locator('.monaco-progress-container.active') })
        .first()
        .waitFor();
      await shot('11-cancelled');
    });
    await steps.step('two folders in one workspace both have findings', async () => {
      await workbench.inWorkspaceFile(pageUrl(server, both), async () => {
        for (const file of ['second/Dockerfile', 'shop/worker/Dockerfile']) {
          await workbench.open(file);
          await workbench.squiggles().first().waitFor();
        }
      });
      await shot('12-two-folders');
    });
    await steps.step('nothing was written beside what was asked for', () => {
      assert.equal(existsSync(path.join(shop, '.vscode')), false);
    });
  } finally {
    await context.close();
    await server.stop();
    workspace.remove();
  }
  return steps.result();
}

function writeMany(folder: string): void {
  const run = `RUN ${Array.from({ length: 40 }, (_, index) => `apt-get install package-${index}`).join(' && ')}\n`;
  for (let index = 0; index < MANY; index += 1) {
    const service = path.join(folder, 'many', `service-${index}`);
    mkdirSync(service, { recursive: true });
    writeFileSync(path.join(service, 'Dockerfile'), `FROM debian:latest\n${run}`);
  }
}
