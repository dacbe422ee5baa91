import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import {
  FIX_PACKAGES_COMMAND,
  type InitializationOptions,
  RUN_TASK_COMMAND,
  STATUS,
  type Status,
} from '../../server/src/lsp/protocol.ts';
import { DEPENDENCY_GLOBS } from '../../server/src/model/dependencies/globs.ts';
import { runTask } from './run-task.ts';
import { AdvisoryCommands } from './advisories.ts';
import { RulePages } from './explain.ts';
import { answerFileRequests } from './files.ts';
import { fixAllInFile } from './fix-all.ts';
import { WorkspaceScan } from './scan.ts';
import { StatusItem } from './status.ts';
import { UpgradePreview } from './upgrade.ts';

/** By language where VS Code has one, by name where it has none or the wrong one. No scheme: virtual and remote files count. */
const SELECTOR: DocumentSelector = [
  { language: 'dockerfile' },
  { language: 'yaml' },
  { language: 'go.mod' },
  { language: 'pip-requirements' },
  ...['**/*{Dockerfile,dockerfile,Containerfile}*', '**/*.{yaml,yml,json}', '**/.gitignore', ...DEPENDENCY_GLOBS].map(
    (pattern) => ({ pattern }),
  ),
];

/** Requirements include files of any name; whether one is included the server knows. */
const MAY_BE_INCLUDED = { pattern: '**/*.{txt,in,pip}' };

type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The extension, the same on the desktop and on the web: it connects the editor with the server and shows what the server says. */
export class Extension {
  readonly #createClient: CreateClient;
  readonly #output: LogOutputChannel = window.createOutputChannel('Larboard', { log: true });
  readonly #status = new StatusItem(SELECTOR as never);
  readonly #scan = new WorkspaceScan();
  readonly #upgrade = new UpgradePreview();
  readonly #pages = new RulePages(() => this.#running());
  readonly #advisories: AdvisoryCommands;
  #client: Promise<BaseLanguageClient> | undefined;

  constructor(context: ExtensionContext, createClient: CreateClient) {
    this.#createClient = createClient;
    this.#advisories = new AdvisoryCommands(context, () => this.#running());
    const command = (id: string, run: (...args: unknown[]) => unknown) => commands.registerCommand(`larboard.${id}`, run);
    context.subscriptions.push(
      this.#output,
      this.#status,
      this.#scan,
      this.#pages,
      this.#upgrade,
      this.#advisories,
      command('scanWorkspace', async () => this.#scan.run(await this.#running())),
      command('fixAllInFile', async () => fixAllInFile(await this.#running())),
      command('fixPackages', async () => {
        await this.#running();
        await commands.executeCommand(FIX_PACKAGES_COMMAND);
      }),
      command('explainRule', async (rule) => this.#pages.show(await this.#running(), rule)),
      command('previewUpgrade', async (version) => this.#upgrade.show(await this.#running(), version)),
      command('updateAdvisories', async () => this.#advisories.update(await this.#running())),
      command('importAdvisories', async () => this.#advisories.importFiles(await this.#running())),
      command('runTask', runTask),
      command('showOutput', () => {
        this.#output.show(true);
      }),
      command('restartServer', () => this.#restart()),
    );
    // The editor activates us when a relevant file is there; it does not wait for the server.
    this.#running().catch((error: unknown) => {
      this.#output.error(`The language server did not start: ${String(error)}`);
      this.#status.wait('Larboard: not running', false);
    });
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    if (client?.needsStop()) await client.stop();
  }

  #running(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #start(): Promise<BaseLanguageClient> {
    this.#status.wait('Larboard: starting', true);
    const { folder, allowsRegistry } = this.#advisories;
    const initializationOptions: InitializationOptions = {
      files: true,
      status: true,
      commands: ['larboard.explainRule', RUN_TASK_COMMAND],
      registry: allowsRegistry,
      ...(folder !== undefined && { dataFolder: folder }),
    };
    const client = await this.#createClient({
      documentSelector: [...SELECTOR, MAY_BE_INCLUDED],
      outputChannel: this.#output,
      initializationOptions,
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
      // A restart is the user's to ask for; the fifth crash in three minutes ends it.
      connectionOptions: { maxRestartCount: 4 },
    });
    client.onNotification(STATUS, (status: Status) => {
      this.#status.show(status);
    });
    answerFileRequests(client);
    await client.start();
    this.#status.wait('Larboard', false);
    this.#status.show({ findings: {}, openFiles: 0, failures: [], milliseconds: 0, advisories: '' });
    return client;
  }

  async #restart(): Promise<void> {
    await this.stop();
    await this.#running();
  }
}
