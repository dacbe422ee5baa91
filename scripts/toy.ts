import { build, BUNDLES, TEST_BUNDLES } from './build.ts';
import { ensureBrowser, launchBrowser } from './editor/browser.ts';
import { runInNodeHost, runInServerlessWeb, runInWebWorkerHost } from './editor/hosts.ts';
import { runInDesktop } from './editor/desktop.ts';
const alias = { name: 'toy', setup(b: any) { b.onResolve({ filter: /suite\/index\.ts$/ }, () => ({ path: '/tmp/toy/src/suite.ts' })); } };
const m: any = {};
for (const [k, v] of Object.entries({ ...BUNDLES, ...TEST_BUNDLES })) {
  if (k.includes('client/')) m['/tmp/toy/' + k] = { ...v, entryPoints: ['/tmp/toy/src/ext.ts'] };
  if (k.includes('test/')) m['/tmp/toy/' + k] = { ...v, plugins: [alias] };
}
await build(m);
const suite = { extension: '/tmp/toy', nodeTests: '/tmp/toy/dist/test/index.node.cjs', webTests: '/tmp/toy/dist/test/index.web.cjs', workspace: '/tmp/toy/ws' };
const b = await launchBrowser(await ensureBrowser());
const t = Date.now();
for (const f of [runInDesktop, (s: any) => runInNodeHost(b, s), (s: any) => runInWebWorkerHost(b, s), (s: any) => runInServerlessWeb(b, s)]) { console.log(JSON.stringify(await f(suite), null, 1).slice(0, 3000), Date.now() - t); }
await b.close();
