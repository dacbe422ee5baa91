import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { VERSION } from '../base/product.ts';
import { SECRET_ENDINGS, SECRET_NAMES } from '../knowledge/secret-files.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { DEPENDENCY_GLOBS } from '../model/dependencies/globs.ts';
import { RULES } from '../rules/index.ts';
import { explainRule } from '../service/explain.ts';
import { hoverAt } from '../service/hover.ts';
import { mayMatter } from '../service/parse.ts';
import { SKIPPED_FOLDERS } from '../service/scan.ts';
import {
  advisoryStatus,
  IMPORT_ADVISORIES_COMMAND,
  importAdvisories,
  UPDATE_ADVISORIES_COMMAND,
  updateAdvisories,
} from './advisories.ts';
import { codeActions, fixAllEdits, resolveAction } from './actions.ts';
import { FIX_ALL_KIND, toRange } from './convert.ts';
import { COMPLETE_FIX_COMMAND, completeFix } from './deferred.ts';
import { fixAllPackages } from './fix-packages.ts';
import { APPLY_FIX_COMMAND, applyFix, codeLenses, inlayHints, resolveCodeLens } from './dependencies.ts';
import { completions, foldingRanges } from './language.ts';
import { definitions, documentLinks, documentSymbols, references } from './navigation.ts';
import { Diagnostics, followDocuments } from './diagnostics.ts';
import { indexFolder, takeFromDisk, takeIncluded } from './folder-index.ts';
import type { Folder } from './folders.ts';
import type { Host } from './host.ts';
import {
  FIX_PACKAGES_COMMAND,
  ADVISORY_STATUS,
  ALLOW_REGISTRY,
  type AllowRegistryParams,
  EXPLAIN,
  type ExplainParams,
  FIX_ALL,
  IMPORT_ADVISORIES,
  type ImportAdvisoriesParams,
  type InitializationOptions,
  type ListedRule,
  PREVIEW_UPGRADE,
  type PreviewUpgradeParams,
  RULE_LIST,
  SCAN,
  type ScanParams,
  type Settings,
  UPDATE_ADVISORIES,
  type UpdateAdvisoriesParams,
  UPGRADE_TARGETS,
} from './protocol.ts';
import { PublishedScan } from './published-scan.ts';
import { scanFolders } from './scan.ts';
import { Session } from './session.ts';
import { asConfig, asSettings, fetchSettings } from './settings.ts';
import { targetsOf, upgradePreview } from './upgrade.ts';

/** For editors that run commands of the server; our own client has a command of its own that asks for {@link SCAN}. */
const SCAN_COMMAND = 'larboard.server.scanWorkspace';
const COMMANDS = [
  SCAN_COMMAND,
  COMPLETE_FIX_COMMAND,
  APPLY_FIX_COMMAND,
  FIX_PACKAGES_COMMAND,
  UPDATE_ADVISORIES_COMMAND,
  IMPORT_ADVISORIES_COMMAND,
];

/**
 * Files that are read, and files of which only the name counts, because they may lie in a build context: credentials and lockfiles. A watcher for all files keeps
 * some editors busy until nothing else is done, so other names are known from the last listing.
 */
const WATCHED = [
  { globPattern: '**/*{Dockerfile,dockerfile,Containerfile,dockerignore}*' },
  { globPattern: '**/*.{yaml,yml,json,toml}' },
  { globPattern: '**/{.trivyignore,kics.config,.gitignore,LICENSE*,LICENCE*,COPYING*}' },
  ...DEPENDENCY_GLOBS.map((globPattern) => ({ globPattern })),
  {
    globPattern: `**/{${[...SECRET_NAMES, ...SECRET_ENDINGS.map((ending) => `*.${ending}`), '.env*', '*.lock', '*.lockb'].join(',')}}`,
  },
];

/** Connects an engine to an editor. The same code runs over stdio, Node IPC and in a web worker. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  const diagnostics = new Diagnostics(session);
  const published = new PublishedScan(session);
  let running = true;
  const configs = new WeakMap<Folder, string>();
  /** Resolves when the settings that were asked for last are in force. */
  let settled: Promise<void> = Promise.resolve();

  const applySettings = (folders: readonly Folder[], settings: readonly Settings[]): void => {
    for (const [index, folder] of folders.entries()) {
      const own = settings[index] ?? {};
      if (own.enable === false) session.disabled.add(folder);
      else session.disabled.delete(folder);
      const config = asConfig(own);
      const key = JSON.stringify(config);
      // Settings that say nothing new must not cost a new analysis of everything that is open.
      if (key !== (configs.get(folder) ?? '{}')) folder.workspace.setSettings(config);
      configs.set(folder, key);
    }
    diagnostics.refresh();
  };
  let settingsRequest = 0;
  const askSettings = async (given?: Settings): Promise<void> => {
    const request = ++settingsRequest;
    const folders = session.folders.all();
    const asked = session.capabilities.workspace?.configuration && given === undefined;
    const settings = asked
      ? await fetchSettings(
          connection,
          folders.map(({ uri }) => uri),
        )
      : folders.map(() => given ?? session.options.settings ?? {});
    // A later question may be answered first; the older answer is then out of date.
    if (request === settingsRequest) applySettings(folders, settings);
  };
  const loadSettings = (given?: Settings): void => {
    settled = askSettings(given);
  };
  /** Resolves when the files that tell something about others, configurations among them, were read. */
  let indexed: Promise<unknown> = Promise.resolve();
  const index = (folder: Folder): void => {
    const reading = indexFolder(session, folder, () => running && session.folders.all().includes(folder)).then(() => {
      diagnostics.refresh();
    });
    indexed = Promise.allSettled([indexed, reading]);
  };

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, ...params }): InitializeResult => {
    session.capabilities = capabilities;
    session.options = (initializationOptions as InitializationOptions | undefined) ?? {};
    session.advisories.data = host.advisoryData?.(session.options.dataFolder, (problem) => {
      connection.console.warn(problem);
    });
    session.registry.behind = host.packageRegistry?.({
      dataFolder: session.options.dataFolder,
      folders: () => session.folders.all().map(({ uri }) => uri),
      onChange: () => {
        for (const { workspace } of session.folders.all()) workspace.advisoriesChanged();
        diagnostics.refresh();
      },
      tell: (problem) => {
        connection.console.warn(problem);
      },
    });
    session.registry.allow(session.options.registry === true);
    for (const uri of workspaceFolders?.map((folder) => folder.uri) ?? rootOf(params)) session.folders.add(uri);
    return {
      serverInfo: { name: 'Larboard', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        foldingRangeProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: true,
        codeLensProvider: { resolveProvider: true },
        inlayHintProvider: true,
        completionProvider: { triggerCharacters: ['$', '{', '-', '=', ':', '/', ',', ' '] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
        executeCommandProvider: { commands: COMMANDS, workDoneProgress: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(session.pulls
          ? { diagnosticProvider: { identifier: 'larboard', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });

  connection.onInitialized(() => {
    const { workspace } = session.capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'larboard' });
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED,
      });
    }
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) {
          const folder = session.folders.remove(uri);
          if (folder) session.disabled.delete(folder);
        }
        const folders = added.map(({ uri }) => session.folders.add(uri));
        // An open document may belong to another folder now.
        for (const document of session.documents.all()) session.take(document);
        loadSettings();
        folders.forEach(index);
      });
    }
    loadSettings();
    session.folders.all().forEach(index);
  });

  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    const section = (settings as { readonly larboard?: unknown } | null)?.larboard;
    loadSettings(section === undefined || session.capabilities.workspace?.configuration ? undefined : asSettings(section));
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      const { folder, path } = session.folders.locate(uri);
      // An installation writes thousands of files that no scan would read either.
      if (path.split('/').some((segment) => SKIPPED_FOLDERS.has(segment))) continue;
      if (type === FileChangeType.Created) folder.workspace.appeared(path);
      else if (type === FileChangeType.Deleted) folder.workspace.vanished(path);
      if (!mayMatter(path) && !folder.workspace.has(path)) continue;
      // An editor may keep a deleted document for a while; it counts again only when the editor asks about it or changes it.
      if (type === FileChangeType.Deleted) folder.workspace.delete(path);
      else await takeFromDisk(session, folder, path);
    }
    for (const folder of session.folders.all()) await takeIncluded(session, folder);
    diagnostics.refresh();
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    diagnostics.pull(textDocument.uri, previousResultId),
  );

  connection.onHover(({ textDocument: { uri }, position }) => {
    const { folder, path } = session.folders.locate(uri);
    const lines = folder.workspace.lines(path);
    const hover = lines && !session.disabled.has(folder) ? hoverAt(folder.workspace, path, lines.offsetAt(position)) : undefined;
    return hover && lines ? { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(lines, hover.span) } : null;
  });

  connection.onDefinition(({ textDocument: { uri }, position }) => definitions(session, uri, position));
  connection.onReferences(({ textDocument: { uri }, position }) => references(session, uri, position));
  connection.onDocumentLinks(({ textDocument: { uri } }) => documentLinks(session, uri));
  connection.onDocumentSymbol(({ textDocument: { uri } }) => documentSymbols(session, uri));
  connection.onFoldingRanges(({ textDocument: { uri } }) => foldingRanges(session, uri));
  connection.onCodeLens((params) => codeLenses(session, params));
  connection.onCodeLensResolve((lens) => resolveCodeLens(session, lens));
  connection.languages.inlayHint.on((params) => inlayHints(session, params));
  connection.onCompletion((params) => completions(session, params));

  connection.onCodeAction((params) => codeActions(session, params));
  connection.onCodeActionResolve((action) => resolveAction(session, action));

  connection.onRequest(FIX_ALL, ({ uri }: { readonly uri: string }) => ({
    version: session.documents.get(uri)?.version ?? null,
    edits: fixAllEdits(session, uri) ?? [],
  }));
  connection.onRequest(EXPLAIN, ({ rule }: ExplainParams) => {
    const found = [...RULES, ...OWN_RULES].find(({ meta }) => meta.id === rule);
    return { markdown: found ? explainRule(found) : null };
  });
  connection.onRequest(RULE_LIST, (): readonly ListedRule[] =>
    [...RULES, ...OWN_RULES].map(({ meta: { id, title, severity } }) => ({ id, title, severity })),
  );

  connection.onRequest(SCAN, async ({ workDoneToken, partialResultToken }: ScanParams, token: CancellationToken) => {
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    await settled;
    progress.begin('Scanning the workspace', 0, undefined, true);
    try {
      return await scanFolders(session, progress, token, (files) => {
        if (partialResultToken !== undefined)
          void connection.sendNotification('$/progress', { token: partialResultToken, value: files });
      });
    } finally {
      progress.done();
    }
  });

  connection.onRequest(UPGRADE_TARGETS, async () => {
    await Promise.all([settled, indexed]);
    return targetsOf(session);
  });
  connection.onRequest(PREVIEW_UPGRADE, async (params: Partial<PreviewUpgradeParams> | undefined, token: CancellationToken) => {
    await Promise.all([settled, indexed]);
    return { markdown: await upgradePreview(session, params?.version, token) };
  });

  const update = async (params: UpdateAdvisoriesParams, progress: WorkDoneProgressReporter, token: CancellationToken) => {
    await Promise.all([settled, indexed]);
    return updateAdvisories(session, params, progress, token).finally(() => {
      diagnostics.refresh();
    });
  };
  const importFiles = (params: ImportAdvisoriesParams, progress: WorkDoneProgressReporter, token: CancellationToken) =>
    importAdvisories(session, params, progress, token).finally(() => {
      diagnostics.refresh();
    });
  connection.onRequest(UPDATE_ADVISORIES, (params: UpdateAdvisoriesParams, token: CancellationToken) =>
    update(params, connection.window.attachWorkDoneProgress(params.workDoneToken), token),
  );
  connection.onRequest(IMPORT_ADVISORIES, (params: ImportAdvisoriesParams, token: CancellationToken) =>
    importFiles(params, connection.window.attachWorkDoneProgress(params.workDoneToken), token),
  );
  connection.onNotification(ALLOW_REGISTRY, ({ isAllowed }: AllowRegistryParams) => {
    session.registry.allow(isAllowed);
  });
  connection.onRequest(ADVISORY_STATUS, () => advisoryStatus(session));

  connection.onExecuteCommand(async ({ command, arguments: given }, token, progress) => {
    if (command === COMPLETE_FIX_COMMAND) return completeFix(session, given?.[0]);
    if (command === APPLY_FIX_COMMAND) return applyFix(session, given?.[0]);
    if (command === FIX_PACKAGES_COMMAND) return fixAllPackages(session, given?.[0]);
    if (command === UPDATE_ADVISORIES_COMMAND) return update((given?.[0] ?? {}) as UpdateAdvisoriesParams, progress, token);
    if (command === IMPORT_ADVISORIES_COMMAND) return importFiles((given?.[0] ?? {}) as ImportAdvisoriesParams, progress, token);
    if (command !== SCAN_COMMAND) throw new ResponseError(-32602, `there is no command "${command}"`);
    await settled;
    progress.begin('Scanning the workspace', 0, undefined, true);
    try {
      return await published.during((take) => scanFolders(session, progress, token, take));
    } finally {
      progress.done();
    }
  });

  session.documents.onDidOpen(({ document: { uri } }) => {
    published.opened(uri);
  });
  connection.onShutdown(() => {
    running = false;
    diagnostics.dispose();
  });

  followDocuments(session, diagnostics);
  connection.listen();
}

/** A client from before workspace folders gives one root. */
const rootOf = (params: object): readonly string[] =>
  'rootUri' in params && typeof params.rootUri === 'string' ? [params.rootUri] : [];
