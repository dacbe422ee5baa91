import assert from 'node:assert/strict';
import type { Files } from '../../server/src/service/scan.ts';
import { previewUpgrade, upgradeTargets } from '../../server/src/service/upgrade.ts';
import { upgradeReport } from '../../server/src/service/upgrade-report.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const OLD = 'apiVersion: batch/v1beta1\nkind: CronJob\n';

const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  async *list() {
    for (const path of Object.keys(texts)) yield await Promise.resolve({ path });
  },
  read: (path) => Promise.resolve(texts[path]),
  breathe: () => Promise.resolve(),
});

describe('the preview of an upgrade', () => {
  it('offers the minors after the current one, and some that are only announced', () => {
    assert.deepEqual(upgradeTargets('1.35'), ['1.36', '1.37', '1.38', '1.39']);
    assert.deepEqual(upgradeTargets('1.40.2'), ['1.41', '1.42', '1.43']);
  });

  it('leaves the workspace as it is, and takes its settings and its open files', async () => {
    const workspace = new Workspace({ today: '2026-11-01' });
    workspace.setSettings({ kubernetes: { version: '1.20' }, exclude: ['left-out/**'] });
    workspace.set('open.yaml', `# typed\n${OLD}`);
    const files = filesOf({ 'open.yaml': 'a: b\n', 'closed.yaml': OLD, 'left-out/old.yaml': OLD });
    const items = await previewUpgrade(workspace, files, ['open.yaml'], '1.36', () => false);
    assert.deepEqual(
      items.map(({ path, line, fix }) => [path, line, fix]),
      [
        ['closed.yaml', 1, 'Use `batch/v1`'],
        ['open.yaml', 2, 'Use `batch/v1`'],
      ],
    );
    assert.equal(workspace.has('closed.yaml'), false);
    assert.equal(workspace.kubernetesVersion(''), '1.20');
    assert.deepEqual(workspace.report('open.yaml').findings, []);
  });

  it('ends when it is cancelled', async () => {
    const workspace = new Workspace({ today: '2026-11-01' });
    assert.deepEqual(await previewUpgrade(workspace, filesOf({ 'a.yaml': OLD }), [], '1.36', () => true), []);
  });

  it('puts rules that no section names at the end', () => {
    const item = { path: 'a.yaml', line: 3, message: 'No.', fix: undefined, link: 'file:///a.yaml#L3' };
    const report = upgradeReport('1.36', '1.30', [
      { ...item, rule: 'kubernetes/unknown-field' },
      { ...item, rule: 'kubernetes/deprecated-field' },
    ]);
    assert.match(
      report,
      /2 places in 1 file\..*## Fields, annotations and labels \(1\).*## More \(1\)\n.*- \[a\.yaml:3\]\(<file:\/\/\/a\.yaml#L3>\): No\.\n/s,
    );
  });
});
