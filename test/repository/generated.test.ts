import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../server/src/base/product.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { ROOT } from '../support/imports.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('generated files', () => {
  it('are up to date', function () {
    this.timeout(60_000);
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('tell the version of the package', () => {
    assert.equal((JSON.parse(read('package.json')) as { version: string }).version, VERSION);
  });

  it('have a page for each rule, with an example', () => {
    const overview = read('docs/rules/README.md');
    for (const { meta } of RULES) {
      const page = read(`docs/rules/${meta.id}.md`);
      assert.ok(page.includes(`# ${meta.title}\n`) && page.includes('## Example\n'), meta.id);
      assert.ok(overview.includes(`(${meta.id}.md)`), meta.id);
    }
  });

  it('complete each rule in the configuration', () => {
    const schema = JSON.parse(read('schemas/larboard.schema.json')) as { properties: { rules: { properties: object } } };
    for (const { meta } of RULES) assert.ok(meta.id in schema.properties.rules.properties, meta.id);
  });
});
