import * as vscode from 'vscode';
import { equal } from '../assert.ts';
import { finding, findingCount, inWorkspace, removeScratchFiles, scratch, findings, eventually } from './support.ts';

const set = (value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('larboard').update('rules', value, vscode.ConfigurationTarget.Workspace);

describe('settings', () => {
  afterEach(async () => {
    await set(undefined);
    await removeScratchFiles();
  });

  it('apply at once to what is open', async () => {
    const { document } = await scratch('Dockerfile', 'FROM debian:latest\nUSER 1000\n');
    await finding(document.uri, 'dockerfile/base-image-latest');
    await set({ 'dockerfile/base-image-latest': 'off' });
    await findingCount(document.uri, 'dockerfile/base-image-latest', 0);
    await set(undefined);
    await findingCount(document.uri, 'dockerfile/base-image-latest', 1);
  });

  it('in .larboard.yaml apply at once, and mistakes in it are shown there', async () => {
    const { document } = await scratch('Dockerfile', 'FROM debian:latest\nUSER 1000\n');
    await finding(document.uri, 'dockerfile/base-image-latest');
    const config = inWorkspace('.larboard.yaml');
    try {
      await vscode.workspace.fs.writeFile(
        config,
        new TextEncoder().encode('rules:\n  dockerfile/base-image-latest: off\nexlude: []\n'),
      );
      await findingCount(document.uri, 'dockerfile/base-image-latest', 0);
      // Not `openTextDocument`: what an extension has opened stays open for minutes after its tab was closed.
      await vscode.commands.executeCommand('vscode.open', config, { preview: false });
      const mistake = await eventually(
        'a finding in .larboard.yaml',
        vscode.languages.onDidChangeDiagnostics,
        () => findings(config)[0],
      );
      equal(mistake.range.start.line, 2);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(config);
    }
    await findingCount(document.uri, 'dockerfile/base-image-latest', 1);
    equal(findings(document.uri, 'dockerfile/base-image-latest').length, 1);
  });
});
