import assert from 'node:assert/strict';
import type { ScannedFile } from '../../server/src/lsp/protocol.ts';
import { folderWith, has, lacks, ofRule, rules, start } from './support/harness.ts';
import { CONFLICT, DOCKERFILE, LATEST, ROOT_DOCKERFILE, SUDO, WORKLOAD } from './support/texts.ts';

const off = (rule: string): string => `rules:\n  ${rule}: off\n`;

describe('lsp: folders', () => {
  it('each have a configuration of their own', async () => {
    const one = folderWith({ Dockerfile: DOCKERFILE, '.larboard.yaml': off(LATEST) });
    const two = folderWith({ Dockerfile: DOCKERFILE, '.larboard.yaml': off(SUDO) });
    const client = await start({ folders: [one.uri, two.uri] });
    assert.ok(has(SUDO)(await client.diagnostics(one.uriOf('Dockerfile'), (items) => lacks(LATEST)(items) && has(SUDO)(items))));
    assert.ok(
      has(LATEST)(await client.diagnostics(two.uriOf('Dockerfile'), (items) => lacks(SUDO)(items) && has(LATEST)(items))),
    );
  });

  it('do not tell each other anything', async () => {
    const one = folderWith({ 'api/Dockerfile': ROOT_DOCKERFILE });
    const two = folderWith({ 'k8s/api.yaml': WORKLOAD });
    const client = await start({ folders: [one.uri, two.uri] });
    await client.diagnostics(one.uriOf('api/Dockerfile'), (items) => items.length > 0);
    const items = await client.diagnostics(two.uriOf('k8s/api.yaml'), (found) => found.length > 0);
    assert.ok(lacks(CONFLICT)(items), String(rules(items)));
  });

  it('come and go while the server runs', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE, '.larboard.yaml': off(LATEST) });
    const client = await start();
    const uri = folder.uriOf('Dockerfile');
    await client.open(uri, DOCKERFILE);
    await client.diagnostics(uri, has(LATEST));
    const event = { uri: folder.uri, name: 'shop' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [event], removed: [] } });
    await client.diagnostics(uri, lacks(LATEST));
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [event] } });
    await client.diagnostics(uri, has(LATEST));
  });

  it('inside another one own their files: told once, with the inner configuration and the unsaved text', async () => {
    const outer = folderWith({
      Dockerfile: DOCKERFILE,
      'inner/Dockerfile': 'FROM scratch\n',
      'inner/.larboard.yaml': off(SUDO),
      '.larboard.yaml': off(LATEST),
    });
    const client = await start({ folders: [outer.uri, outer.uriOf('inner')] });
    const inner = outer.uriOf('inner/Dockerfile');
    await client.open(inner, DOCKERFILE);
    await client.diagnostics(inner, (items) => has(LATEST)(items) && lacks(SUDO)(items));
    await client.request('larboard/scan', { partialResultToken: 'p' });
    const files = client
      .messages<{ readonly value: readonly ScannedFile[] }>('$/progress')
      .flatMap(({ value }) => value)
      .filter(({ uri }) => uri === inner);
    assert.equal(files.length, 1);
    assert.ok(has(LATEST)(files[0]?.diagnostics ?? []) && lacks(SUDO)(files[0]?.diagnostics ?? []));
  });

  it('need not hold a document: it is checked alone, and forgotten when closed', async () => {
    const client = await start({ folders: [folderWith({}).uri] });
    const uri = 'file:///elsewhere/Dockerfile';
    await client.open(uri, DOCKERFILE);
    ofRule(await client.items(uri), LATEST);
    await client.close(uri);
    await client.diagnostics(uri, (items) => items.length === 0);
  });

  it('need not exist', async () => {
    const client = await start({ folders: ['file:///no/such/folder', 'file://host/share', 'untitled:', 'nonsense'] });
    await client.open('file:///no/such/folder/Dockerfile', DOCKERFILE);
    ofRule(await client.items('file:///no/such/folder/Dockerfile'), LATEST);
  });
});

describe('lsp: URIs', () => {
  const URIS: readonly (readonly [title: string, folder: string, uri: string])[] = [
    ['percent-encoded', 'file:///srv/my%20shop', 'file:///srv/my%20shop/a%23b/Dockerfile'],
    ['encoded here and not there', 'file:///srv/my%20shop', 'file:///srv/my shop/Dockerfile'],
    ['of a Windows drive', 'file:///c%3A/Users/me/shop', 'file:///c%3A/Users/me/shop/Dockerfile'],
    ['of a Windows drive, not encoded', 'file:///c%3A/Users/me/shop', 'file:///c:/Users/me/shop/Dockerfile'],
    ['of a network share', 'file://server/share', 'file://server/share/Dockerfile'],
    ['of a remote', 'vscode-remote://ssh-remote%2Bhost/srv', 'vscode-remote://ssh-remote%2Bhost/srv/Dockerfile'],
    ['of a folder with a slash at its end', 'file:///srv/shop/', 'file:///srv/shop/Dockerfile'],
    ['of a document that was never saved', 'file:///srv/shop', 'untitled:Dockerfile'],
    ['with a stray percent sign', 'file:///srv/100%', 'file:///srv/100%/Dockerfile'],
  ];
  it('of every kind are told in the words that the client used', async () => {
    const client = await start({ folders: [...new Set(URIS.map(([, folder]) => folder))], push: true });
    for (const [title, , uri] of URIS) {
      await client.open(uri, DOCKERFILE);
      assert.ok(has(LATEST)(await client.diagnostics(uri, has(SUDO))), title);
    }
  });

  it('of other files are told as the client has them open', async () => {
    const client = await start({ folders: ['file:///c%3A/shop'] });
    await client.open('file:///c:/shop/api/Dockerfile', ROOT_DOCKERFILE);
    await client.open('file:///c:/shop/k8s.yaml', WORKLOAD);
    const { relatedInformation } = ofRule(await client.items('file:///c:/shop/k8s.yaml'), CONFLICT);
    assert.equal(relatedInformation?.[0]?.location.uri, 'file:///c:/shop/api/Dockerfile');
  });
});
