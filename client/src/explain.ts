import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN, type ListedRule, RULE_LIST } from '../../server/src/lsp/protocol.ts';

const SCHEME = 'larboard-rule';

/** "Explain Rule": the page of a rule as a Markdown preview, from the server, so that it works offline. */
export class RulePages implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #provider: Disposable;

  /** @param client the running client */
  constructor(client: () => Promise<BaseLanguageClient>) {
    this.#provider = workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: async (uri) => {
        const rule = uri.path.replace(/^\//, '').replace(/\.md$/, '');
        const { markdown } = await (await client()).sendRequest<{ markdown: string | null }>(EXPLAIN, { rule });
        return markdown ?? `There is no rule \`${rule}\`.`;
      },
    });
  }

  async show(client: BaseLanguageClient, rule: unknown): Promise<void> {
    const id = typeof rule === 'string' ? rule : await pick(client);
    if (id === undefined) return;
    const uri = Uri.from({ scheme: SCHEME, path: `/${id}.md` });
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Without the built-in Markdown extension the text itself is still readable.
      await window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

async function pick(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly ListedRule[]>(RULE_LIST);
  const items = rules.map(({ id, title, severity }) => ({ label: id, description: severity, detail: title }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Which rule?', matchOnDetail: true });
  return chosen?.label;
}
