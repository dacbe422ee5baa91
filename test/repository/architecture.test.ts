import assert from 'node:assert/strict';
import path from 'node:path';
import { importsOf, type Source, sourcesIn } from '../support/imports.ts';

/** A folder imports only folders with a smaller number, and its own. */
const LAYERS: Readonly<Record<string, number>> = {
  'server/src/base': 0,
  'server/src/knowledge': 1,
  'server/src/model': 1,
  'server/src/engine': 2,
  'server/src/rules': 3,
  'server/src/advisories': 3,
  'server/src/service': 4,
  'server/src/lsp': 5,
  'server/src/hosts': 6,
  'server/src/cli': 6,
  'client/src': 7,
};
/** The library's entry is beside the folders; it is made of the service and what lies below. */
const ENTRY = 'server/src/index.ts';
/** The command line reads files as the Node host does, and starts its server. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = { 'server/src/cli': ['server/src/hosts'] };

const PURE_PACKAGES = ['@marcbachmann/cel-js', 'picomatch', 'semver', 'yaml'];
const FORBIDDEN = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'child_process',
  'cluster',
  'worker_threads',
  'inspector',
];
/** Sends what a person asked for by choosing a fix, and nothing else. */
const ASKS_REGISTRIES = 'server/src/hosts/image-registry.ts';
/** Fetches advisory data when a person asked for an update; only these modules, and no global. */
const FETCHES_ADVISORIES = { file: 'server/src/hosts/network/http.ts', modules: ['http', 'https', 'tls'] };
const FORBIDDEN_GLOBALS = /(?<![.\w'"`-])(?:fetch\s*\(|new\s+(?:WebSocket|XMLHttpRequest|EventSource)\b|navigator\.sendBeacon)/;

const folderOf = (file: string): string | undefined => Object.keys(LAYERS).find((folder) => file.startsWith(`${folder}/`));
const layerOf = (file: string): number => (file === ENTRY ? 5 : (LAYERS[folderOf(file) ?? ''] ?? -1));

/** What a file does that its place forbids, each as a sentence. */
function violations({ path: file, text, imports }: Source): readonly string[] {
  const found: string[] = [];
  const folder = folderOf(file);
  const own = layerOf(file);
  if (own < 0) found.push(`${file} lies in no folder that has a number.`);
  for (const name of imports) {
    if (name.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), name);
      if (!/\.(?:ts|json)$/.test(name)) found.push(`${file} imports "${name}" without its extension.`);
      const other = folderOf(target);
      const allowed =
        other === folder ||
        layerOf(target) < own ||
        (other !== undefined && (NEIGHBOURS[folder ?? '']?.includes(other) ?? false));
      if (!allowed) found.push(`${file} imports ${target}, which is not below it.`);
      continue;
    }
    const bare = name.replace(/^node:/, '');
    const packageName = bare.split('/', bare.startsWith('@') ? 2 : 1).join('/');
    const isAllowed = file === FETCHES_ADVISORIES.file && FETCHES_ADVISORIES.modules.includes(bare);
    if (FORBIDDEN.includes(bare) && !isAllowed)
      found.push(`${file} imports "${name}": nothing may reach the network or start a process.`);
    if (packageName === 'vscode' && !file.startsWith('client/')) found.push(`${file} imports "vscode"; only the client may.`);
    if (own < 5 && !PURE_PACKAGES.includes(packageName)) found.push(`${file} imports "${name}", but its layer is pure.`);
  }
  if (FORBIDDEN_GLOBALS.test(text) && file !== ASKS_REGISTRIES) found.push(`${file} uses a global that reaches the network.`);
  return found;
}

describe('architecture', () => {
  const sources = [...sourcesIn('server/src'), ...sourcesIn('client/src')];

  it('looks at real files and their imports', () => {
    assert.ok(sources.length > 100);
    assert.ok(sources.some(({ imports }) => imports.includes('node:fs/promises')));
    for (const folder of Object.keys(LAYERS))
      assert.ok(
        sources.some((source) => folderOf(source.path) === folder),
        folder,
      );
  });

  it('keeps the direction of imports, the pure layers and the ban on network and processes', () => {
    assert.deepEqual(sources.flatMap(violations), []);
  });

  const planted: readonly (readonly [path: string, text: string])[] = [
    ['server/src/base/x.ts', "import { a } from '../engine/rule.ts';"],
    ['server/src/knowledge/x.ts', "import type { A } from '../model/document.ts';"],
    ['server/src/engine/x.ts', "export { a } from '../service/parse.ts';"],
    ['server/src/engine/x.ts', "import '../rules/index.ts';"],
    ['server/src/lsp/x.ts', "const a = await import('../hosts/node.ts');"],
    ['server/src/hosts/x.ts', "import { a } from '../cli/main.ts';"],
    ['server/src/model/x.ts', "import fs from 'node:fs';"],
    ['server/src/service/x.ts', "import { a } from 'vscode-languageserver';"],
    ['server/src/lsp/x.ts', "import * as vscode from 'vscode';"],
    ['server/src/cli/x.ts', "import { get } from 'node:https';"],
    ['client/src/x.ts', "import { spawn } from 'child_process';"],
    ['server/src/hosts/advisories/x.ts', "import { get } from 'node:https';"],
    ['server/src/hosts/network/http.ts', "import { spawn } from 'node:child_process';"],
    ['server/src/hosts/network/http.ts', "await fetch('https://example.com');"],
    ['server/src/advisories/x.ts', "import { a } from '../rules/index.ts';"],
    ['server/src/hosts/x.ts', "const net = require('net');"],
    ['client/src/x.ts', "await fetch('https://example.com');"],
    ['server/src/hosts/x.ts', "new WebSocket('wss://example.com')"],
    ['server/src/base/x.ts', "import { a } from './span';"],
    ['server/src/elsewhere/x.ts', ''],
  ];
  for (const [file, text] of planted)
    it(`would notice ${JSON.stringify(text)} in ${file}`, () =>
      assert.equal(violations({ path: file, text, imports: importsOf(text) }).length, 1));
});
