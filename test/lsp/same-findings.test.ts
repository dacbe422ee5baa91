import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { inRoot } from '../../scripts/editor/paths.ts';
import type { JsonPlace, JsonReport } from '../../server/src/service/json-report.ts';
import type { ScannedFile } from '../../server/src/lsp/protocol.ts';
import type { Client } from './support/client.ts';
import { start } from './support/harness.ts';
import { startWebWorker } from './support/web-worker.ts';

const EXAMPLES = inRoot('examples');
const SEVERITY: Readonly<Record<string, number>> = { critical: 1, high: 1, medium: 2, low: 3, info: 4 };

/** A finding as all hosts can say it. */
interface Said {
  readonly path: string;
  readonly rule: unknown;
  readonly message: string;
  readonly severity: number | undefined;
  readonly range: Diagnostic['range'];
  readonly fingerprint: unknown;
  readonly related: readonly { readonly path: string; readonly range: Diagnostic['range']; readonly message: string }[];
}

function fromCommandLine(): readonly Said[] {
  const main = inRoot('server', 'src', 'cli', 'main.ts');
  const args = ['--import', 'tsx', main, 'scan', EXAMPLES, '--format', 'json', '--fail-on', 'never'];
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: inRoot() });
  assert.equal(status, 0, stderr);
  const report = JSON.parse(stdout) as JsonReport;
  assert.deepEqual(report.failures, []);
  const position = ({ line, column }: JsonPlace) => ({ line: line - 1, character: column - 1 });
  const range = (place: { readonly start: JsonPlace; readonly end: JsonPlace }) => ({
    start: position(place.start),
    end: position(place.end),
  });
  return report.findings.map((finding) => ({
    path: finding.path,
    rule: finding.rule,
    message: finding.message,
    severity: SEVERITY[finding.severity],
    range: range(finding),
    fingerprint: finding.fingerprint,
    related: finding.related.map((related) => ({ path: related.path, range: range(related), message: related.message })),
  }));
}

async function fromServer(client: Client, folder: string): Promise<readonly Said[]> {
  await client.request('larboard/scan', { partialResultToken: 'files' });
  const files = client.messages<{ readonly value: readonly ScannedFile[] }>('$/progress').flatMap(({ value }) => value);
  const pathOf = (uri: string): string => decodeURIComponent(uri.slice(folder.length + 1));
  const said = (uri: string, items: readonly Diagnostic[]): readonly Said[] =>
    items.map((item) => ({
      path: pathOf(uri),
      rule: item.code,
      message: typeof item.message === 'string' ? item.message : item.message.value,
      severity: item.severity,
      range: item.range,
      fingerprint: (item.data as { readonly fingerprint?: unknown }).fingerprint,
      related: (item.relatedInformation ?? []).map(({ location, message }) => ({
        path: pathOf(location.uri),
        range: location.range,
        message,
      })),
    }));
  const scanned = files.flatMap(({ uri, diagnostics }) => said(uri, diagnostics));
  // What is said of a document that is open is what the scan said of the file.
  for (const { uri, diagnostics } of files) {
    await client.open(uri, readFileSync(path.join(EXAMPLES, pathOf(uri)), 'utf8'));
    assert.deepEqual(await client.items(uri), diagnostics, uri);
  }
  return scanned;
}

describe('lsp: the same findings everywhere', () => {
  const sorted = (all: readonly Said[]): readonly string[] => all.map((each) => JSON.stringify(each)).sort();

  it('of the command line, the server and the web worker in examples/', async () => {
    const expected = fromCommandLine();
    assert.ok(expected.length > 20);
    const local = pathToFileURL(EXAMPLES).href;
    assert.deepEqual(sorted(await fromServer(await start({ folders: [local] }), local)), sorted(expected));

    const virtual = 'vscode-test-web://mount/shop';
    const names = readdirSync(EXAMPLES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(EXAMPLES, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    const worker = await startWebWorker({
      folders: [virtual],
      initializationOptions: { files: true },
      answer: (method, { uri }: { readonly uri: string }) =>
        method === 'larboard/files/list'
          ? names.map((name) => ({ uri: `${virtual}/${name}` }))
          : method === 'larboard/files/read'
            ? readFileSync(path.join(EXAMPLES, uri.slice(virtual.length + 1)), 'utf8')
            : null,
    });
    assert.deepEqual(sorted(await fromServer(worker, virtual)), sorted(expected));
  });
});
