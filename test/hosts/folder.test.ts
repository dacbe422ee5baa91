import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locked } from '../../server/src/hosts/advisories/lock.ts';
import { makeFolder } from '../../server/src/hosts/folder.ts';

describe('making a folder', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'larboard-folder-'));
  after(() => rmSync(base, { recursive: true, force: true }));

  it('makes those above it, once or at the same time', async () => {
    const folder = path.join(base, 'a', 'b', 'c');
    await Promise.all([makeFolder(folder), makeFolder(folder), makeFolder(path.join(base, 'a', 'b', 'd'))]);
    await makeFolder(folder);
    assert.ok(statSync(folder).isDirectory());
    assert.ok(existsSync(path.join(base, 'a', 'b', 'd')));
  });

  it('fails where a file is in the way', async () => {
    writeFileSync(path.join(base, 'file'), '');
    await assert.rejects(makeFolder(path.join(base, 'file', 'x', 'y')), { code: 'EEXIST' });
    await assert.rejects(makeFolder(path.join(base, 'file')), { code: 'EEXIST' });
  });

  it('fails, and says what to do, where a file system has no room for folders', async function () {
    if (!existsSync('/proc/self')) this.skip();
    await assert.rejects(
      locked('/proc/larboard/advisories', () => Promise.resolve()),
      /"\/proc\/larboard\/advisories" cannot be made \(ENOENT\)\. Set LARBOARD_DATA to a folder that can be written\./,
    );
  });
});
