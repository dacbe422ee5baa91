import type { LineIndex } from '../base/line-index.ts';
import type { Snapshot } from '../base/snapshot.ts';
import type { Finding, RuleFailure } from '../engine/finding.ts';
import type { AnyRule } from '../engine/rule.ts';
import type { Suppressed } from '../engine/suppression/apply.ts';
import type { PackageKnowledge } from './environment.ts';

export interface WorkspaceOptions extends PackageKnowledge {
  /** ISO date (YYYY-MM-DD) that expiries are held against. */
  readonly today: string | (() => string);
  readonly rules?: readonly AnyRule[];
  /** The editor's settings, shaped like the configuration file; weaker than any file. */
  readonly settings?: unknown;
  /** Stronger than any file. */
  readonly commandLine?: unknown;
  /** Workspace path of the only configuration file to use. */
  readonly configPath?: string;
}

/** All that is known of one file now. The same object is returned as long as nothing that it depends on changed. */
export interface FileReport {
  readonly path: string;
  /** In reading order; suppressed and too mild ones are not among them. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly failures: readonly RuleFailure[];
}

/** One file, with what was made of it. */
export interface Entry {
  readonly snapshot: Snapshot;
  lines?: LineIndex;
  report?: { readonly value: FileReport; readonly config: number; readonly index: number | undefined };
  /** The same with what the file accepts without need. */
  whole?: { readonly value: FileReport; readonly own: FileReport; readonly config: number; readonly index: number };
}
