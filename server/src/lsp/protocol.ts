import type { Diagnostic } from 'vscode-languageserver';

/** What goes between our client and our server beside the Language Server Protocol. Other editors need none of it. */

/** `initializationOptions` of our client. */
export interface InitializationOptions {
  /** Settings (section `larboard`) for a client without `workspace/configuration`. */
  readonly settings?: Settings;
  /** The client answers `larboard/files/*`: how folders are read that are not on the server's disk. */
  readonly files?: boolean;
  /** The client shows `larboard/status`. */
  readonly status?: boolean;
  /** Path of a folder in which the server may keep advisory data. */
  readonly dataFolder?: string;
  /** The user agreed that the registry that packages come from is asked about them. */
  readonly registry?: boolean;
  /** Commands that the client has; an action that needs another one is not offered. */
  readonly commands?: readonly string[];
}

/** The editor's settings below `larboard`. */
export interface Settings {
  readonly enable?: boolean;
  readonly profile?: string;
  readonly minimumSeverity?: string;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly exclude?: readonly string[];
  readonly kubernetes?: { readonly version?: string };
  readonly advisories?: { readonly source?: string };
}

/** Request, client → server: scan all folders. Progress goes to `workDoneToken`, findings ({@link ScannedFile} lists) to `partialResultToken`. */
export const SCAN = 'larboard/scan';
export interface ScanParams {
  readonly workDoneToken?: string | number;
  readonly partialResultToken?: string | number;
}
export interface ScannedFile {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}
export interface ScanSummary {
  readonly files: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<string, number>>;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly cancelled: boolean;
  readonly milliseconds: number;
}

/** Request, client → server: the Kubernetes version that the configuration is about, and those that can be upgraded to. */
export const UPGRADE_TARGETS = 'larboard/upgradeTargets';
export interface UpgradeTargets {
  readonly current: string;
  readonly targets: readonly string[];
}

/** Request, client → server: what an upgrade to a Kubernetes version asks for, as Markdown. Nothing changes. */
export const PREVIEW_UPGRADE = 'larboard/previewUpgrade';
export interface PreviewUpgradeParams {
  readonly version: string;
}

/** Request, client → server: a rule's explanation as Markdown, or null for an unknown rule. */
export const EXPLAIN = 'larboard/explain';
export interface ExplainParams {
  readonly rule: string;
}

/** A command of the client: runs a package manager where the user sees it. Its only argument is {@link RunTaskParams}. */
export const RUN_TASK_COMMAND = 'larboard.runTask';
export interface RunTaskParams {
  /** Fixed words. */
  readonly command: string;
  /** URI of the folder to run it in. */
  readonly folder: string;
}

/** Request, client → server: all rules. */
export const RULE_LIST = 'larboard/rules';
export interface ListedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
}

/** Request, client → server: edits (as LSP text edits) that fix all safe problems of a document, with the version that they are for. */
export const FIX_ALL = 'larboard/fixAll';

/**
 * A command of the server: raises all vulnerable packages as far as that needs no new major version. Its only argument is {@link FixPackagesParams}; without
 * one it is about all folders, and the editor shows what would change first.
 */
export const FIX_PACKAGES_COMMAND = 'larboard.server.fixPackages';
export interface FixPackagesParams {
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
}

/** Request, client → server: download advisory data. Progress goes to `workDoneToken`; an error says in its message what failed and what to do. */
export const UPDATE_ADVISORIES = 'larboard/advisories/update';
export interface UpdateAdvisoriesParams {
  readonly workDoneToken?: string | number;
  /** Of a mirror. */
  readonly url?: string;
  /** Those of the workspace's manifests by default. */
  readonly ecosystems?: readonly string[];
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  readonly strictSsl?: boolean;
}
export interface AdvisoryOutcome {
  /** What was done, in words. */
  readonly message: string;
}

/** Request, client → server: add records from files, without a network. */
export const IMPORT_ADVISORIES = 'larboard/advisories/import';
export interface ImportAdvisoriesParams {
  readonly workDoneToken?: string | number;
  /** URIs. */
  readonly files: readonly string[];
}

/** Request, client → server: what data there is. */
export const ADVISORY_STATUS = 'larboard/advisories/status';
export interface AdvisoryStatus {
  /** Whether data can be kept at all. */
  readonly isAvailable: boolean;
  readonly ecosystems: readonly {
    readonly ecosystem: string;
    readonly source?: string;
    readonly date?: string;
    readonly error?: string;
  }[];
}

/** Notification, client → server: whether the user agrees that the registry is asked; until then, and without it, it is not. */
export const ALLOW_REGISTRY = 'larboard/registry/allow';
export interface AllowRegistryParams {
  readonly isAllowed: boolean;
}

/** Notification, server → client. */
export const STATUS = 'larboard/status';
export interface Status {
  /** Findings in open files, by severity. */
  readonly findings: Readonly<Record<string, number>>;
  readonly openFiles: number;
  readonly failures: readonly string[];
  /** How long the last check took. */
  readonly milliseconds: number;
  /** What findings about packages rest on: `OSV, 2026-11-28`. */
  readonly advisories: string;
}

/** Request, server → client: the files of a folder that is not on the server's disk. */
export const LIST_FILES = 'larboard/files/list';
export interface ListFilesParams {
  readonly folder: string;
}
export interface ClientFile {
  readonly uri: string;
  readonly size?: number;
}

/** Request, server → client: the text of such a file, or null. */
export const READ_FILE = 'larboard/files/read';
export interface ReadFileParams {
  readonly uri: string;
}
