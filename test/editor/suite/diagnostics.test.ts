import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import {
  eventually,
  finding,
  findingCount,
  findings,
  open,
  removeScratchFiles,
  replace,
  ruleOf,
  scratch,
  type,
} from './support.ts';

describe('diagnostics', () => {
  afterEach(removeScratchFiles);

  it('show the rule as a code with a link, on the smallest text', async () => {
    const { document } = await open('worker/Dockerfile');
    const shown = await finding(document.uri, 'dockerfile/base-image-latest');
    equal(shown.source, 'larboard');
    equal(document.getText(shown.range), 'latest');
    ok(typeof shown.code === 'object', 'The code has no link.');
    ok(shown.code.target.path.includes('base-image-latest'), `The link leads to ${shown.code.target.toString()}.`);
    ok(shown.message.endsWith('.'), `The message is no sentence: ${shown.message}`);
  });

  for (const [path, rule] of [
    ['api/Dockerfile', 'dockerfile/user-root-final'],
    ['k8s/worker.yaml', 'kubernetes/host-path-writable'],
    ['k8s/ingress.yaml', 'kubernetes/yaml-syntax'],
    ['k8s/api.yaml', 'workspace/image-user-conflict'],
    ['api/package.json', 'dependencies/http-dependency'],
    ['worker/requirements.txt', 'dependencies/credentials-in-manifest'],
    ['gateway/go.mod', 'dependencies/vulnerable-dependency'],
  ] as const) {
    it(`find ${rule} in ${path}`, async () => {
      const { document } = await open(path);
      await finding(document.uri, rule);
    });
  }

  it('follow what is typed, without saving', async () => {
    const editor = await scratch('Dockerfile', 'FROM alpine:3.22\nUSER 1000\n');
    const { uri } = editor.document;
    await replace(editor, '3.22', 'latest');
    await finding(uri, 'dockerfile/base-image-latest');
    await replace(editor, 'latest', '3.22');
    await findingCount(uri, 'dockerfile/base-image-latest', 0);
    equal(editor.document.isDirty, true);
  });

  it('are never those of an older text', async () => {
    const editor = await scratch('Dockerfile', 'FROM debian:12\n');
    const { document } = editor;
    const stale: string[] = [];
    const watch = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
      for (const each of findings(document.uri, 'dockerfile/run-sudo')) {
        // A finding in a line that is still being typed may be behind the last key; one outside the text was never of this document.
        if (!document.validateRange(each.range).isEqual(each.range))
          stale.push(`${String(ruleOf(each))} ${JSON.stringify(each.range)}`);
      }
    });
    try {
      await type(editor, 'RUN sudo true\nRUN sudo ls\nUSER 1000\n');
      await findingCount(document.uri, 'dockerfile/run-sudo', 2);
      deepEqual(
        findings(document.uri, 'dockerfile/run-sudo').map((each) => document.getText(each.range)),
        ['sudo', 'sudo'],
      );
      deepEqual(stale, []);
    } finally {
      watch.dispose();
    }
  });

  it('sit right in a file with CRLF line ends and characters outside the basic plane', async () => {
    const { document } = await scratch('Dockerfile', '# 🚢 larboard\r\nFROM debian:latest\r\nRUN sudo ls\r\nUSER 1000\r\n');
    const latest = await finding(document.uri, 'dockerfile/base-image-latest');
    equal(document.getText(latest.range), 'latest');
    equal(document.getText((await finding(document.uri, 'dockerfile/run-sudo')).range), 'sudo');
  });

  it('stay silent on a clean file and on other files', async () => {
    const clean = await scratch('Dockerfile', 'FROM alpine:3.22\nUSER 1000\nCMD ["true"]\n');
    const notes = await scratch('notes.md', 'FROM alpine:latest\n');
    const marker = await scratch('Dockerfile', 'FROM debian:latest\nUSER 1000\n');
    // The server answers in order: once the third file has its finding, the others have had theirs.
    await finding(marker.document.uri, 'dockerfile/base-image-latest');
    deepEqual(findings(clean.document.uri).map(ruleOf), []);
    deepEqual(findings(notes.document.uri).map(ruleOf), []);
  });

  it('go when their file goes', async () => {
    const { document } = await scratch('Dockerfile', 'FROM debian:latest\n');
    await finding(document.uri, 'dockerfile/base-image-latest');
    await removeScratchFiles();
    await eventually(
      'no findings',
      vscode.languages.onDidChangeDiagnostics,
      () => (findings(document.uri).length === 0 ? true : undefined),
      () => JSON.stringify(findings(document.uri).map(ruleOf)),
    );
  });
});
