import assert from 'node:assert/strict';
import type { UpgradeTargets } from '../../server/src/lsp/protocol.ts';
import { folderWith, start } from './support/harness.ts';

const CRON = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: tidy\n';

const shop = () =>
  folderWith({
    '.larboard.yaml': 'profile: pss-baseline\nminimumSeverity: critical\nkubernetes: { version: "1.23" }\n',
    'k8s/cron.yaml': CRON,
    'k8s/[old] pods.yaml': 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata:\n  name: all\n',
    'k8s/accepted.yaml': `# larboard-ignore-file kubernetes/removed-api-version: moved next week\n${CRON}`,
    'k8s/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n---\n' + 'apiVersion: v1\nkind: Endpoints\n',
    Dockerfile: 'FROM debian:latest\n',
  });

const preview = (version: unknown) => ['larboard/previewUpgrade', { version }] as const;

describe('lsp: larboard/previewUpgrade', () => {
  it('offers the versions after the configured one', async () => {
    const client = await start({ folders: [shop().uri] });
    const { current, targets } = await client.request<UpgradeTargets>('larboard/upgradeTargets', {});
    assert.equal(current, '1.23');
    assert.deepEqual(targets.slice(0, 3), ['1.24', '1.25', '1.26']);
    assert.ok(targets.includes('1.36'));
  });

  it('tells what the version removes and deprecates, with links, and changes nothing', async () => {
    const folder = shop();
    const client = await start({ folders: [folder.uri] });
    await client.open(folder.uriOf('k8s/cron.yaml'), CRON);
    // With the configuration read, nothing is told about the file.
    await client.request('larboard/scan', {});
    const before = await client.items(folder.uriOf('k8s/cron.yaml'));
    assert.deepEqual(before, []);
    const { markdown } = await client.request<{ markdown: string }>(...preview('v1.36.1'));
    assert.match(
      markdown,
      /^# Upgrade from Kubernetes 1\.23 to 1\.36\n\n3 places in 3 files\. Nothing was changed\.\n\n## Removed \(2\)\n/,
    );
    assert.ok(
      markdown.includes(
        `### k8s/\\[old\\] pods.yaml\n\n- [k8s/\\[old\\] pods.yaml:2](<${folder.uriOf('k8s/[old] pods.yaml')}#L2>): `,
      ),
      markdown,
    );
    assert.ok(
      markdown.includes(`- [k8s/cron.yaml:1](<${folder.uriOf('k8s/cron.yaml')}#L1>): Kubernetes 1.25 removed `),
      markdown,
    );
    assert.ok(markdown.includes('_Quick fix: Use `batch/v1`._'));
    assert.match(markdown, /\n## Deprecated \(1\)\n\n.*\n\n### k8s\/service\.yaml\n/);
    assert.ok(!markdown.includes('Dockerfile') && !markdown.includes('accepted'));
    assert.deepEqual(await client.items(folder.uriOf('k8s/cron.yaml')), before);
  });

  it('takes the unsaved text of open documents, and says when there is nothing to do', async () => {
    const folder = folderWith({ 'cron.yaml': CRON });
    const client = await start({ folders: [folder.uri] });
    await client.open(folder.uriOf('cron.yaml'), CRON.replace('v1beta1', 'v1'));
    const { markdown } = await client.request<{ markdown: string }>(...preview('1.36'));
    assert.match(markdown, /\nNothing here is deprecated or removed in Kubernetes 1\.36\.\n/);
  });

  it('says that later versions are only known as announced', async () => {
    const client = await start({ folders: [folderWith({ 'cron.yaml': CRON }).uri] });
    const { markdown } = await client.request<{ markdown: string }>(...preview('1.39'));
    assert.match(markdown, /\nLarboard knows Kubernetes up to 1\.36; of later versions it knows what was announced\.\n/);
    assert.match(markdown, /\n1 place in 1 file\./);
  });

  it('refuses what is no version', async () => {
    const client = await start({ folders: [folderWith({ 'cron.yaml': CRON }).uri] });
    for (const version of ['2.0', 'auto', '', undefined, 1.34, '1.34; rm'])
      await assert.rejects(client.request(...preview(version)), /the version must be one such as 1\.34/);
  });
});
