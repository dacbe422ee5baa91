import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { finding, open, removeScratchFiles } from './support.ts';

describe('hover', () => {
  afterEach(removeScratchFiles);

  it('on a finding explains its rule', async () => {
    const { document } = await open('api/Dockerfile');
    const shown = await finding(document.uri, 'dockerfile/user-root-final');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      shown.range.start,
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
      .join('\n');
    ok(text.includes('dockerfile/user-root-final'), `The hover does not name the rule:\n${text}`);
    ok(text.length > 200, `The hover explains nothing:\n${text}`);
  });
});
