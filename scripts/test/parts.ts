import type { Browser } from 'playwright-core';
import { runInDesktop, type NotPossible } from '../editor/desktop.ts';
import { EXTENSION_FOLDER } from '../editor/extension-folder.ts';
import { runInNodeHost, runInServerlessWeb, runInWebWorkerHost, type Suite } from '../editor/hosts.ts';
import { inRoot } from '../editor/paths.ts';
import type { PartResult } from '../editor/results.ts';
import { consent } from '../../test/editor/consent.ts';
import { walkthrough } from '../../test/editor/walkthrough.ts';
import { runMocha } from './mocha-part.ts';

/** One part of `npm test`. */
export interface Part {
  readonly name: string;
  /** What it is, for the summary. */
  readonly title: string;
  /** Starts the browser when it first asks for it. */
  readonly run: (browser: () => Promise<Browser>) => Promise<PartResult | NotPossible>;
  /** True where a machine may lack what it takes, even in CI. */
  readonly optional?: boolean;
}

const SUITE: Suite = {
  extension: EXTENSION_FOLDER,
  nodeTests: inRoot('dist', 'extension', 'test', 'index.node.js'),
  webTests: inRoot('dist', 'extension', 'test', 'index.web.js'),
  workspace: inRoot('examples'),
};

const MOCHA_PARTS: readonly Part[] = [
  { name: 'unit', title: 'models, engine, rules, service', run: () => runMocha('unit') },
  { name: 'property', title: 'properties', run: () => runMocha('property') },
  { name: 'lsp', title: 'language server over stdio', run: () => runMocha('lsp') },
  { name: 'cli', title: 'command line', run: () => runMocha('cli') },
];

const DESKTOP: Part = { name: 'desktop', title: 'desktop VS Code', optional: true, run: () => runInDesktop(SUITE) };
const NODE_HOST: Part = {
  name: 'node-host',
  title: 'code-server, Node extension host',
  run: async (browser) => runInNodeHost(await browser(), SUITE),
};
const WORKER_HOST: Part = {
  name: 'web-worker-host',
  title: 'code-server, web-worker extension host',
  run: async (browser) => runInWebWorkerHost(await browser(), SUITE),
};
const SERVERLESS: Part = {
  name: 'serverless-web',
  title: 'VS Code for the Web without a server',
  run: async (browser) => runInServerlessWeb(await browser(), SUITE),
};
const WALKTHROUGH: Part = {
  name: 'walkthrough',
  title: 'the VSIX installed and used',
  run: async (browser) => walkthrough(await browser()),
};

const CONSENT: Part = {
  name: 'consent',
  title: 'nothing is asked from outside before somebody agreed',
  run: async (browser) => consent(await browser()),
};

/** What `TEST_HOST` chooses among the editors. */
const EDITORS: Readonly<Record<string, readonly Part[]>> = {
  auto: [DESKTOP, NODE_HOST, WORKER_HOST, SERVERLESS, WALKTHROUGH, CONSENT],
  desktop: [{ ...DESKTOP, optional: false }],
  'code-server': [NODE_HOST, WORKER_HOST, WALKTHROUGH, CONSENT],
  web: [WORKER_HOST, SERVERLESS],
  none: [],
};

/** The parts to run: all that `TEST_HOST` allows, or of those only the named ones. Throws with a plain message for a name that is none. */
export function chooseParts(host: string, names: readonly string[]): readonly Part[] {
  const editors = EDITORS[host];
  if (editors === undefined) throw new Error(`TEST_HOST is "${host}"; it may be ${Object.keys(EDITORS).join(', ')}.`);
  const all = [...MOCHA_PARTS, ...editors];
  const unknown = names.find((name) => !all.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new Error(`"${unknown}" is no part of the tests; there are ${all.map((part) => part.name).join(', ')}.`);
  return names.length === 0 ? all : all.filter((part) => names.includes(part.name));
}
