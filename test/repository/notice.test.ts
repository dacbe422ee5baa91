import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../../scripts/build.ts';
import { ROOT } from '../support/imports.ts';

describe('NOTICE', () => {
  it('names every package that the bundles contain, and no other', async function () {
    this.timeout(60_000);
    const bundled = new Set<string>();
    for (const [outfile, options] of Object.entries(BUNDLES)) {
      const { metafile } = await build({ ...options, outfile, write: false });
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        if (name !== undefined) bundled.add(name);
      }
    }
    assert.ok(bundled.size > 5);
    const notice = readFileSync(path.join(ROOT, 'NOTICE'), 'utf8');
    const named = [...notice.matchAll(/^- (\S+) \([\w.-]+\)$/gm)].map(([, name]) => name);
    assert.deepEqual(named.sort(), [...bundled].sort());
  });
});
