import * as vscode from 'vscode';
import { deepEqual, ok } from '../assert.ts';
import { extension, finding, findings, inWorkspace, open, removeScratchFiles, scratch } from './support.ts';

describe('scan', () => {
  afterEach(removeScratchFiles);

  it('finds what is in files that were never opened', async () => {
    await extension();
    ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith('/k8s/rbac.yaml')), 'k8s/rbac.yaml is open.');
    await vscode.commands.executeCommand('larboard.scanWorkspace');
    await finding(inWorkspace('k8s/rbac.yaml'), 'kubernetes/rbac-wildcard');
    await finding(inWorkspace('api/package-lock.json'), 'dependencies/malicious-package');
    deepEqual(findings(inWorkspace('k8s/prices.yaml')).length, 0);
  });

  it('gives a file that is opened afterwards each finding once', async () => {
    await extension();
    await vscode.commands.executeCommand('larboard.scanWorkspace');
    await finding(inWorkspace('k8s/rbac.yaml'), 'kubernetes/rbac-wildcard');
    const { document } = await open('k8s/rbac.yaml');
    await finding(document.uri, 'kubernetes/rbac-wildcard');
    // The server answers in order: once a file that no scan has seen has its finding, the one before it has had all of its own.
    const marker = await scratch('Dockerfile', 'FROM debian:latest\n');
    await finding(marker.document.uri, 'dockerfile/base-image-latest');
    const keys = findings(document.uri).map((each) => JSON.stringify([each.message, each.range]));
    deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
    ok(keys.length > 0, 'The findings are gone.');
  });

  it('is still there after a restart of the server', async () => {
    await extension();
    const { document } = await open('worker/Dockerfile');
    await finding(document.uri, 'dockerfile/base-image-latest');
    await vscode.commands.executeCommand('larboard.restartServer');
    await finding(document.uri, 'dockerfile/base-image-latest');
  });
});
