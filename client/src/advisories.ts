import {
  ConfigurationTarget,
  type Disposable,
  type ExtensionContext,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import {
  type AdvisoryOutcome,
  ALLOW_REGISTRY,
  type AllowRegistryParams,
  IMPORT_ADVISORIES,
  type ImportAdvisoriesParams,
  UPDATE_ADVISORIES,
  type UpdateAdvisoriesParams,
} from '../../server/src/lsp/protocol.ts';

const CONSENT = 'larboard.advisories.consent';
const DOWNLOAD = 'Download';
const REGISTRY_CONSENT = 'larboard.registry.consent';
const ASK = 'Ask the registry';

/**
 * "Update Advisory Data" and "Import Advisory Data from File". Nothing is downloaded before the user agreed once, and nothing at all in Restricted Mode. The user asked,
 * so what came of it is told.
 */
export class AdvisoryCommands implements Disposable {
  readonly #context: ExtensionContext;
  readonly #listener: Disposable;
  readonly #trust: Disposable;
  #runs = 0;

  /** @param client the running client */
  constructor(context: ExtensionContext, client: () => Promise<BaseLanguageClient>) {
    this.#context = context;
    // Choosing the source is asking for its data; without an answer the built-in facts stay.
    this.#listener = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('larboard.advisories.source')) return;
      void this.#sourceChanged(client);
    });
    this.#trust = workspace.onDidGrantWorkspaceTrust(() => void this.#tellRegistry(client));
  }

  /** Path of the folder that the server may keep data in; undefined where the extension has no disk. */
  get folder(): string | undefined {
    const { globalStorageUri } = this.#context;
    return globalStorageUri.scheme === 'file' ? globalStorageUri.fsPath : undefined;
  }

  /** Whether the registry may be asked: the user chose it as the source, agreed once, and trusts the workspace. */
  get allowsRegistry(): boolean {
    const isAgreed = this.#context.globalState.get(REGISTRY_CONSENT) === true;
    return workspace.isTrusted && settings().get('source') === 'registry' && isAgreed;
  }

  async #sourceChanged(client: () => Promise<BaseLanguageClient>): Promise<void> {
    const source = settings().get('source');
    if (source === 'osv' && workspace.isTrusted && this.#context.globalState.get(CONSENT) !== true)
      await this.update(await client());
    if (source === 'registry') await this.#askForRegistry();
    await this.#tellRegistry(client);
  }

  /** Once; in Restricted Mode, where nothing would be sent, not at all. */
  async #askForRegistry(): Promise<void> {
    if (!workspace.isTrusted || this.#context.globalState.get(REGISTRY_CONSENT) === true) return;
    const detail =
      'Larboard will ask the npm registry that your .npmrc names about the packages of the manifests that you open: whether they exist, when they were published, their licences. Their names are sent, as they are when you install them, and nothing else.';
    const answer = await window.showInformationMessage('Ask the registry about your packages?', { modal: true, detail }, ASK);
    if (answer === ASK) await this.#context.globalState.update(REGISTRY_CONSENT, true);
  }

  async #tellRegistry(client: () => Promise<BaseLanguageClient>): Promise<void> {
    const params: AllowRegistryParams = { isAllowed: this.allowsRegistry };
    await (await client()).sendNotification(ALLOW_REGISTRY, params);
  }

  async update(client: BaseLanguageClient): Promise<void> {
    if (!workspace.isTrusted) {
      void window.showInformationMessage('Larboard: nothing is downloaded in Restricted Mode. Trust this workspace first.');
      return;
    }
    if (settings().get('source') === 'file') {
      void window.showInformationMessage(
        'Larboard: the setting larboard.advisories.source is "file", so nothing is downloaded. Import a file instead.',
      );
      return;
    }
    // Who chose the registry in Restricted Mode, on another machine, or said no, can agree here.
    if (settings().get('source') === 'registry') {
      await this.#askForRegistry();
      await this.#tellRegistry(() => Promise.resolve(client));
    }
    if (!(await this.#hasConsent())) return;
    const http = workspace.getConfiguration('http');
    const params: UpdateAdvisoriesParams = {
      url: settings().get<string>('url') ?? '',
      proxy: http.get<string>('proxy') ?? '',
      noProxy: http.get<string[]>('noProxy') ?? [],
      strictSsl: http.get<boolean>('proxyStrictSSL') ?? true,
    };
    const isDone = await this.#run(client, 'Larboard: updating the advisory data', UPDATE_ADVISORIES, params);
    // Who downloads data wants it to count.
    if (isDone && settings().get('source') === 'off') await settings().update('source', 'osv', ConfigurationTarget.Global);
  }

  async importFiles(client: BaseLanguageClient): Promise<void> {
    const chosen = await window.showOpenDialog({
      canSelectMany: true,
      openLabel: 'Import',
      title: 'OSV exports (all.zip) or records (.json)',
      filters: { 'OSV data': ['zip', 'json'] },
    });
    if (!chosen || chosen.length === 0) return;
    const params: ImportAdvisoriesParams = { files: chosen.map((uri: Uri) => uri.toString()) };
    const isDone = await this.#run(client, 'Larboard: importing advisory data', IMPORT_ADVISORIES, params);
    if (isDone && settings().get('source') === 'off') await settings().update('source', 'file', ConfigurationTarget.Global);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#trust.dispose();
  }

  async #hasConsent(): Promise<boolean> {
    if (this.#context.globalState.get(CONSENT) === true) return true;
    const url = settings().get<string>('url') ?? '';
    const detail = `Larboard will download public data about vulnerable and malicious packages from ${url === '' ? 'osv.dev' : url}, and later, when you ask for it again, what changed. Only the names of package ecosystems and the ids of records are sent, nothing about your code.`;
    const answer = await window.showInformationMessage('Download advisory data?', { modal: true, detail }, DOWNLOAD);
    if (answer !== DOWNLOAD) return false;
    await this.#context.globalState.update(CONSENT, true);
    return true;
  }

  /** @returns whether it succeeded */
  async #run(client: BaseLanguageClient, title: string, method: string, params: object): Promise<boolean> {
    const workDoneToken = `larboard-advisories-${++this.#runs}`;
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    try {
      const { message } = await window.withProgress(options, async (progress, cancel) => {
        let done = 0;
        const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
          if (report.kind !== 'report') return;
          const percentage = Math.max(done, report.percentage ?? 0);
          progress.report({ increment: percentage - done, ...(report.message === undefined ? {} : { message: report.message }) });
          done = percentage;
        });
        try {
          return await client.sendRequest<AdvisoryOutcome>(method, { ...params, workDoneToken }, cancel);
        } finally {
          listener.dispose();
        }
      });
      void window.showInformationMessage(`Larboard: ${message}`);
      return true;
    } catch (error) {
      void window.showErrorMessage(`Larboard: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

const settings = () => workspace.getConfiguration('larboard.advisories');
