import { commands, type Disposable, EventEmitter, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { KUBERNETES_VERSION } from '../../server/src/knowledge/kubernetes-version.ts';
import {
  PREVIEW_UPGRADE,
  type PreviewUpgradeParams,
  UPGRADE_TARGETS,
  type UpgradeTargets,
} from '../../server/src/lsp/protocol.ts';

const SCHEME = 'larboard-upgrade';

const OTHER = 'Another version…';

/** "Preview Kubernetes Upgrade": asks for a version and shows, as Markdown, what it removes and deprecates. The configuration stays as it is. */
export class UpgradePreview implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #reports = new Map<string, string>();
  readonly #provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: (uri) => this.#reports.get(uri.path) ?? 'Run "Larboard: Preview Kubernetes Upgrade" again.',
  });

  /** @param given a version, from whoever runs the command with one */
  async show(client: BaseLanguageClient, given?: unknown): Promise<void> {
    const version = typeof given === 'string' ? given : await pick(client);
    if (version === undefined) return;
    const options = {
      location: ProgressLocation.Notification,
      title: `Larboard: looking for what ${version} changes`,
      cancellable: true,
    };
    const markdown = await window.withProgress(options, async (_, cancel) => {
      const params: PreviewUpgradeParams = { version };
      try {
        return (await client.sendRequest<{ readonly markdown: string }>(PREVIEW_UPGRADE, params, cancel)).markdown;
      } catch (error) {
        if (cancel.isCancellationRequested) return undefined;
        throw error;
      }
    });
    if (markdown === undefined) return;
    const uri = Uri.from({ scheme: SCHEME, path: `/Kubernetes ${version}.md` });
    this.#reports.set(uri.path, markdown);
    this.#changed.fire(uri);
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
  const { current, targets } = await client.sendRequest<UpgradeTargets>(UPGRADE_TARGETS);
  const placeHolder = `Upgrade from Kubernetes ${current} to which version?`;
  const chosen = await window.showQuickPick([...targets, OTHER], { placeHolder });
  if (chosen !== OTHER) return chosen;
  return window.showInputBox({
    prompt: placeHolder,
    placeHolder: targets[0] ?? current,
    validateInput: (text) => (KUBERNETES_VERSION.test(text) ? undefined : 'A version such as 1.34'),
  });
}
