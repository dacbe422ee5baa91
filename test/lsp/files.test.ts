import assert from 'node:assert/strict';
import { type Client, type ClientOptions } from './support/client.ts';
import { folderWith, has, lacks, rules, start } from './support/harness.ts';
import { DOCKERFILE, LATEST, SUDO } from './support/texts.ts';

const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const;
const DRIFT = 'dependencies/lockfile-drift';
const MANIFEST = '{\n  "name": "shop",\n  "version": "1.0.0",\n  "dependencies": { "pino": "^9.0.0" }\n}\n';
const lockWith = (range: string, version: string): string =>
  JSON.stringify({
    name: 'shop',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'shop', version: '1.0.0', dependencies: { pino: range } },
      'node_modules/pino': { version, resolved: 'https://registry.npmjs.org/pino/-/pino.tgz', integrity: 'sha512-AA==' },
    },
  });

describe('lsp: files on disk', () => {
  for (const push of [false, true]) {
    const told = push ? 'published' : 'pulled';
    it(`a configuration file that appears, changes and goes changes the findings (${told})`, async () => {
      const folder = folderWith({ Dockerfile: DOCKERFILE });
      const client = await start({ folders: [folder.uri], push });
      const uri = folder.uriOf('Dockerfile');
      await client.open(uri, DOCKERFILE);
      await client.diagnostics(uri, has(LATEST));
      const config = folder.write('.larboard.yaml', `rules:\n  ${LATEST}: off\n`);
      await client.watched({ uri: config, type: CREATED });
      assert.ok(has(SUDO)(await client.diagnostics(uri, lacks(LATEST))));
      folder.write('.larboard.yaml', `rules:\n  ${SUDO}: off\n`);
      await client.watched({ uri: config, type: CHANGED });
      assert.ok(has(LATEST)(await client.diagnostics(uri, lacks(SUDO))));
      folder.remove('.larboard.yaml');
      await client.watched({ uri: config, type: DELETED });
      assert.ok(has(LATEST)(await client.diagnostics(uri, has(SUDO))));
    });
  }

  it('another tool’s configuration file holds from the start, and when it changes or goes', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE, '.hadolint.yaml': 'ignored: [DL3007]\n' });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    const config = folder.uriOf('.hadolint.yaml');
    await client.open(uri, DOCKERFILE);
    assert.ok(has(SUDO)(await client.diagnostics(uri, lacks(LATEST))));
    folder.write('.hadolint.yaml', 'ignored: [DL3004]\n');
    await client.watched({ uri: config, type: CHANGED });
    assert.ok(has(LATEST)(await client.diagnostics(uri, lacks(SUDO))));
    folder.remove('.hadolint.yaml');
    await client.watched({ uri: config, type: DELETED });
    assert.ok(has(LATEST)(await client.diagnostics(uri, has(SUDO))));
    const ignore = folder.write('.trivyignore', 'DS-0010\n');
    await client.watched({ uri: ignore, type: CREATED });
    assert.ok(has(LATEST)(await client.diagnostics(uri, lacks(SUDO))));
  });

  it('a configuration file holds from the start, and while it is typed', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE, '.larboard.yaml': `rules:\n  ${LATEST}: off\n` });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    const config = folder.uriOf('.larboard.yaml');
    await client.open(uri, DOCKERFILE);
    await client.diagnostics(uri, lacks(LATEST));
    await client.open(config, folder.read('.larboard.yaml'));
    await client.change(config, 2, { text: `rules:\n  ${SUDO}: off\n` });
    await client.diagnostics(uri, lacks(SUDO));
    await client.change(config, 3, { text: `rules:\n  dockerfile/no-such-rule: off\n` });
    assert.deepEqual(rules(await client.diagnostics(config, (items) => items.length > 0)), ['larboard/config-invalid']);
    await client.close(config);
    await client.diagnostics(uri, lacks(LATEST));
  });

  it('a lockfile that changes on disk changes the findings of the manifest', async () => {
    const folder = folderWith({ 'package.json': MANIFEST, 'package-lock.json': lockWith('^9.0.0', '9.5.0') });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('package.json');
    const lock = folder.uriOf('package-lock.json');
    await client.open(uri, MANIFEST, 'json');
    await client.diagnostics(uri, lacks(DRIFT));
    folder.write('package-lock.json', lockWith('^8.0.0', '8.21.0'));
    await client.watched({ uri: lock, type: CHANGED });
    await client.diagnostics(uri, has(DRIFT));
    folder.remove('package-lock.json');
    await client.watched({ uri: lock, type: DELETED });
    await client.diagnostics(uri, lacks(DRIFT));
  });

  it('of any name are read when requirements include them, also while that is typed', async () => {
    const PINNED = 'PyYAML==5.3\n';
    const folder = folderWith({ 'requirements.txt': '-r deps/base.txt\n', 'deps/base.txt': PINNED, 'more.txt': PINNED });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('requirements.txt');
    await client.open(uri, '-r deps/base.txt\n');
    await client.diagnostics(folder.uriOf('deps/base.txt'), has('dependencies/vulnerable-dependency'));
    assert.deepEqual(await client.items(folder.uriOf('more.txt')), []);
    await client.change(uri, 2, { text: '-r deps/base.txt\n-r more.txt\n' });
    await client.diagnostics(folder.uriOf('more.txt'), has('dependencies/vulnerable-dependency'));
    await client.change(uri, 3, { text: '-r more.txt\n' });
    await client.diagnostics(folder.uriOf('deps/base.txt'), lacks('dependencies/vulnerable-dependency'));
  });

  it('of installed packages and ones that are none of ours are not read', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE, 'node_modules/x/Dockerfile': DOCKERFILE, 'notes.md': 'x' });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    await client.diagnostics(uri, has(LATEST));
    const others = [folder.uriOf('node_modules/x/Dockerfile'), folder.uriOf('notes.md')];
    // Changes are taken in their order, so once the last one is known the others were met.
    const last = folder.write('last/Dockerfile', DOCKERFILE);
    await client.watched(...[...others, last].map((created) => ({ uri: created, type: CREATED })));
    await client.diagnostics(last, has(LATEST));
    for (const other of others) assert.deepEqual(await client.items(other), []);
  });

  it('many at once ask for one more look', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE });
    const client = await start({ folders: [folder.uri] });
    await client.diagnostics(folder.uriOf('Dockerfile'), has(LATEST));
    const names = Array.from({ length: 40 }, (_, index) => `d${index}/Dockerfile`);
    await client.watched(...names.map((name) => ({ uri: folder.write(name, DOCKERFILE), type: CREATED })));
    await client.diagnostics(folder.uriOf('d39/Dockerfile'), has(LATEST));
    const refreshes = client.messages('workspace/diagnostic/refresh').length;
    assert.ok(refreshes < names.length / 4, `${refreshes} refreshes`);
  });
});

describe('lsp: settings', () => {
  const URI = 'file:///shop/Dockerfile';

  /** A client whose settings can be changed as a person would. */
  async function withSettings(options: ClientOptions = {}) {
    let settings: unknown = {};
    const client = await start({ ...options, settings: () => settings });
    const change = async (to: unknown): Promise<void> => {
      settings = to;
      await client.notify('workspace/didChangeConfiguration', { settings: null });
    };
    return { client, change };
  }

  const STEPS: readonly (readonly [title: string, settings: unknown, wanted: (client: Client) => Promise<unknown>])[] = [
    ['a rule off', { rules: { [LATEST]: 'off' } }, (client) => client.diagnostics(URI, lacks(LATEST))],
    [
      'a rule more severe',
      { rules: { [LATEST]: 'critical' } },
      (client) => client.diagnostics(URI, (items) => items.some(({ code, severity }) => code === LATEST && severity === 1)),
    ],
    ['only what is severe', { minimumSeverity: 'critical' }, (client) => client.diagnostics(URI, (items) => items.length === 0)],
    ['a file left out', { exclude: ['**/Dockerfile'] }, (client) => client.diagnostics(URI, (items) => items.length === 0)],
    ['all off', { enable: false }, (client) => client.diagnostics(URI, (items) => items.length === 0)],
    [
      'settings that are none',
      { rules: 7, exclude: 'x', profile: {}, kubernetes: null },
      (client) => client.diagnostics(URI, has(LATEST)),
    ],
    ['no settings', null, (client) => client.diagnostics(URI, has(LATEST))],
  ];
  for (const push of [false, true]) {
    it(`that change are asked for and hold (${push ? 'published' : 'pulled'})`, async () => {
      const { client, change } = await withSettings({ push });
      await client.open(URI, DOCKERFILE);
      await client.diagnostics(URI, has(LATEST));
      for (const [, settings, wanted] of STEPS) {
        await change(settings);
        await wanted(client);
      }
    });
  }

  it('enable: false silences hover, actions and fix-all too', async () => {
    const { client, change } = await withSettings();
    await client.open(URI, DOCKERFILE);
    await client.diagnostics(URI, has(LATEST));
    await change({ enable: false });
    await client.diagnostics(URI, (items) => items.length === 0);
    assert.equal(await client.hover(URI, 0, 14), null);
    assert.deepEqual(await client.actions(URI, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }), []);
    assert.deepEqual(await client.request('larboard/fixAll', { uri: URI }), { version: 1, edits: [] });
  });

  it('are taken from the notification by a server whose client cannot be asked', async () => {
    const client = await start({ initializationOptions: { settings: { rules: { [LATEST]: 'off' } } } });
    await client.open(URI, DOCKERFILE);
    await client.diagnostics(URI, lacks(LATEST));
    await client.notify('workspace/didChangeConfiguration', { settings: { larboard: { rules: { [SUDO]: 'off' } } } });
    assert.ok(has(LATEST)(await client.diagnostics(URI, lacks(SUDO))));
  });

  it('hold for each folder on its own', async () => {
    const [one, two] = [folderWith({ Dockerfile: DOCKERFILE }), folderWith({ Dockerfile: DOCKERFILE })];
    const client = await start({
      folders: [one.uri, two.uri],
      settings: (scope) => (scope === one.uri ? { enable: false } : {}),
    });
    await client.diagnostics(two.uriOf('Dockerfile'), has(LATEST));
    await client.diagnostics(one.uriOf('Dockerfile'), (items) => items.length === 0);
  });
});
