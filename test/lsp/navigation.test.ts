import assert from 'node:assert/strict';
import type { DocumentLink, DocumentSymbol, Location } from 'vscode-languageserver/node';
import type { Client } from './support/client.ts';
import { start } from './support/harness.ts';

const URIS = {
  web: 'file:///k8s/web.yaml',
  service: 'file:///k8s/service.yaml',
  kustomization: 'file:///k8s/kustomization.yaml',
};
const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: app
          image: web:1
          envFrom:
            - configMapRef: { name: settings }
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`;
const KUSTOMIZATION = 'resources:\n  - web.yaml\n  - service.yaml\n  - https://example.com/org/repo\n';

async function opened(): Promise<Client> {
  const client = await start({ folders: ['file:///k8s'] });
  await client.open(URIS.web, WEB);
  await client.open(URIS.service, SERVICE);
  await client.open(URIS.kustomization, KUSTOMIZATION);
  return client;
}

/** The first line and column of a text, in the middle of it. */
function placeOf(text: string, word: string): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, text.indexOf(word) + 1).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const shown = (places: readonly Location[] | null): string[] =>
  (places ?? []).map(({ uri, range }) => `${uri} ${range.start.line}`);

describe('lsp: ways between Kubernetes resources', () => {
  it('leads from a reference to its definition', async () => {
    const client = await opened();
    const textDocument = { uri: URIS.web };
    const position = placeOf(WEB, 'settings }');
    const places = await client.request<Location[]>('textDocument/definition', { textDocument, position });
    assert.deepEqual(shown(places), [`${URIS.service} 11`]);
  });

  it('leads from the selector of a Service to its pods', async () => {
    const client = await opened();
    const textDocument = { uri: URIS.service };
    const position = placeOf(SERVICE, 'app: web');
    const places = await client.request<Location[]>('textDocument/definition', { textDocument, position });
    assert.deepEqual(shown(places), [`${URIS.web} 3`]);
  });

  it('finds what names and what selects a resource', async () => {
    const client = await opened();
    const of = (uri: string, text: string, word: string) =>
      client.request<Location[]>('textDocument/references', {
        textDocument: { uri },
        position: placeOf(text, word),
        context: { includeDeclaration: false },
      });
    assert.deepEqual(shown(await of(URIS.service, SERVICE, 'settings')), [`${URIS.web} 15`]);
    assert.deepEqual(shown(await of(URIS.web, WEB, 'web\nspec')), [`${URIS.service} 6`]);
    assert.deepEqual(shown(await of(URIS.web, WEB, 'kind')), []);
  });

  it('links the entries of a kustomization', async () => {
    const client = await opened();
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: URIS.kustomization },
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target, range.start.line]),
      [
        [URIS.web, 1],
        [URIS.service, 2],
      ],
    );
  });

  it('outlines resources and containers', async () => {
    const client = await opened();
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URIS.web } });
    assert.deepEqual(
      symbols.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)]),
      [['web', 'Deployment', ['app']]],
    );
  });
});
