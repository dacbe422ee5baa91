import type { ComposeFacts } from '../model/compose/index.ts';
import type { DependencyFacts } from '../model/dependencies/index.ts';
import type { DockerfileFacts } from '../model/dockerfile/index.ts';
import type { DockerignoreFacts } from '../model/dockerignore/index.ts';
import type { GitignoreFacts } from '../model/gitignore/index.ts';
import type { KubernetesFacts } from '../model/kubernetes/index.ts';
import type { LicenseFacts } from '../model/license/index.ts';
import type { Advisories } from './advisories.ts';
import type { LabelKind } from './config/label-kind.ts';
import type { CustomPolicy } from './custom-policy.ts';
import type { FileTree } from './file-tree.ts';
import type { Registry } from './registry.ts';

/** What one file tells the others: plain data, small, comparable; extracted again only when that file changes. */
export interface Facts {
  readonly dockerfile: DockerfileFacts;
  readonly dockerignore: DockerignoreFacts;
  readonly compose: ComposeFacts;
  readonly kubernetes: KubernetesFacts;
  readonly dependencies: DependencyFacts;
  readonly gitignore: GitignoreFacts;
  readonly license: LicenseFacts;
}

/** Read-only view of the other files' facts. The engine notices which rules read it: their findings go stale when it changes. */
export interface WorkspaceView {
  /** The facts of the file at `path`, if the workspace has it and it is of that kind. */
  get<K extends keyof Facts>(kind: K, path: string): Facts[K] | undefined;
  /** All files of a kind, in the order of their paths. */
  all<K extends keyof Facts>(kind: K): readonly (readonly [path: string, facts: Facts[K]])[];
  /** What files there are, ours or not; undefined while nobody listed them: then nothing can be said about a file that is not there. */
  tree(): FileTree | undefined;
}

/** What a team decided about the packages that it uses. */
export interface DependencyPolicy {
  /** Hosts that locked packages may come from; may begin with `*.`. */
  readonly allowedHosts: readonly string[];
  /** SPDX ids; empty: no policy. */
  readonly allowedLicenses: readonly string[];
  readonly deniedLicenses: readonly string[];
}

export const NO_DEPENDENCY_POLICY: DependencyPolicy = { allowedHosts: [], allowedLicenses: [], deniedLicenses: [] };

/** What a rule may know besides its file. Nothing in it changes during an analysis. */
export interface Environment {
  readonly advisories: Advisories;
  readonly registry: Registry;
  /** ISO date (YYYY-MM-DD): the clock, given by the host. */
  readonly today: string;
  /** Target Kubernetes minor, for example `1.34`. */
  readonly kubernetesVersion: string;
  readonly allowedRegistries: readonly string[];
  /** Labels that a Kubernetes resource must have, with what their values must be. */
  readonly requiredLabels: ReadonlyMap<string, LabelKind>;
  readonly requiredAnnotations: ReadonlyMap<string, LabelKind>;
  /** Labels that an image must have, with what their values must be. */
  readonly labels: ReadonlyMap<string, LabelKind>;
  /** Whether an image may have no other labels. */
  readonly strictLabels: boolean;
  readonly dependencies: DependencyPolicy;
  /** Rules that the team wrote itself. */
  readonly policies: readonly CustomPolicy[];
  readonly workspace: WorkspaceView;
}
