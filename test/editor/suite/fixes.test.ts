import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { actions, finding, findingCount, removeScratchFiles, scratch, wholeOf } from './support.ts';

const FIX_ALL = 'source.fixAll.larboard';

describe('fixes', () => {
  afterEach(removeScratchFiles);

  it('take a finding away and leave the rest of the text as it was', async () => {
    const { document } = await scratch('Dockerfile', 'FROM alpine:3.22\n# Keep me.\nADD  app.js   /srv/ \nUSER 1000\n');
    const shown = await finding(document.uri, 'dockerfile/add-instead-of-copy');
    const [fix] = (await actions(document.uri, shown.range, 'quickfix')).filter((each) => each.isPreferred === true);
    ok(fix?.edit, 'There is no preferred fix with an edit.');
    // The editor's command leaves the diagnostics of an action out, so the title has to tell which finding it is about.
    equal(fix.title, 'Replace ADD by COPY');
    ok(await vscode.workspace.applyEdit(fix.edit), 'The edit was refused.');
    equal(document.getText(), 'FROM alpine:3.22\n# Keep me.\nCOPY  app.js   /srv/ \nUSER 1000\n');
    await findingCount(document.uri, 'dockerfile/add-instead-of-copy', 0);
  });

  it('are offered in Kubernetes YAML, with the same line ends', async () => {
    const { document } = await scratch(
      'pod.yaml',
      'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: a # the name\r\nspec:\r\n  hostNetwork: true # why?\r\n  containers:\r\n    - name: a\r\n      image: a:1\r\n',
    );
    const shown = await finding(document.uri, 'kubernetes/host-network');
    const [fix] = (await actions(document.uri, shown.range, 'quickfix')).filter((each) => each.edit !== undefined);
    ok(fix?.edit, 'There is no fix with an edit.');
    ok(await vscode.workspace.applyEdit(fix.edit), 'The edit was refused.');
    await findingCount(document.uri, 'kubernetes/host-network', 0);
    ok(!/[^\r]\n/.test(document.getText()), 'A line end changed.');
    ok(document.getText().includes('name: a # the name'), 'A comment was lost.');
  });

  it('all at once: safe ones, until nothing changes', async () => {
    const { document } = await scratch(
      'Dockerfile',
      'FROM debian:12\nRUN apt-get update && apt-get install curl\nADD a /a\nUSER 1000\n',
    );
    await finding(document.uri, 'dockerfile/add-instead-of-copy');
    const [all] = await actions(document.uri, wholeOf(document), FIX_ALL);
    ok(all?.edit, `There is no ${FIX_ALL} with an edit.`);
    ok(await vscode.workspace.applyEdit(all.edit), 'The edit was refused.');
    const text = document.getText();
    ok(text.includes('COPY a /a'), text);
    ok(/apt-get install (-y curl|curl -y)|apt-get -y install curl/.test(text), text);
    await findingCount(document.uri, 'dockerfile/add-instead-of-copy', 0);
    equal(
      (await actions(document.uri, wholeOf(document), FIX_ALL)).filter((each) => each.edit !== undefined && each.edit.size > 0)
        .length,
      0,
      'fix-all has something left',
    );
  });

  it('all at once, by the command', async () => {
    const { document } = await scratch('Dockerfile', 'FROM alpine:3.22\nADD a /a\nADD b /b\nUSER 1000\n');
    await findingCount(document.uri, 'dockerfile/add-instead-of-copy', 2);
    await vscode.commands.executeCommand('larboard.fixAllInFile');
    await findingCount(document.uri, 'dockerfile/add-instead-of-copy', 0);
    equal(document.getText(), 'FROM alpine:3.22\nCOPY a /a\nCOPY b /b\nUSER 1000\n');
  });

  it('all vulnerable packages of a file, by the lightbulb', async () => {
    const { document } = await scratch(
      'package.json',
      '{\n  "private": true,\n  "dependencies": {\n    "minimist": "1.2.0",\n    "lodash": "4.17.20"\n  }\n}\n',
    );
    const shown = await finding(document.uri, 'dependencies/vulnerable-dependency');
    const all = (await actions(document.uri, shown.range, 'quickfix')).find(
      ({ title }) => title === 'Fix all vulnerable packages in this file',
    );
    ok(all?.command, 'It is not offered.');
    await vscode.commands.executeCommand(all.command.command, ...((all.command.arguments ?? []) as unknown[]));
    await findingCount(document.uri, 'dependencies/vulnerable-dependency', 0);
    const { dependencies } = JSON.parse(document.getText()) as { readonly dependencies: Readonly<Record<string, string>> };
    equal(Object.keys(dependencies).join(), 'minimist,lodash');
    ok(/^1\.2\.[6-9]$/.test(dependencies['minimist'] ?? ''), document.getText());
    ok(/^4\.(?:17\.2[1-9]|18)/.test(dependencies['lodash'] ?? ''), document.getText());
  });
});
