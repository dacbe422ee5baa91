import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { extension, removeScratchFiles, scratch } from './support.ts';

describe('preview of a Kubernetes upgrade', () => {
  afterEach(removeScratchFiles);

  it('shows a report of what the version removes', async () => {
    await extension();
    await scratch('cron.yaml', 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: tidy\n');
    await vscode.commands.executeCommand('larboard.previewUpgrade', '1.36');
    const uri = vscode.Uri.from({ scheme: 'larboard-upgrade', path: '/Kubernetes 1.36.md' });
    const report = (await vscode.workspace.openTextDocument(uri)).getText();
    ok(report.startsWith('# Upgrade from Kubernetes '), report);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    ok(report.includes('cron.yaml') && report.includes('Kubernetes 1.25 removed `batch/v1beta1` of CronJob'), report);
  });
});
