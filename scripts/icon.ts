import { readFileSync } from 'node:fs';
import { ensureBrowser, launchBrowser } from './editor/browser.ts';
import { inRoot } from './editor/paths.ts';

/** `npm run icon`: draws `images/icon.svg` as the 128×128 PNG that the extension's manifest names. */
const SIZE = 128;

const browser = await launchBrowser(await ensureBrowser());
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(inRoot('images', 'icon.svg'), 'utf8')}`);
  await page.screenshot({ path: inRoot('images', 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
