import type { Span } from '../../base/span.ts';
import type { CustomPolicy } from '../custom-policy.ts';
import type { Profile } from '../rule.ts';
import type { Severity } from '../severity.ts';
import type { AdvisorySource, FailOn } from './schema.ts';
import type { LabelKind } from './label-kind.ts';

/** Where a value was decided. `rank` orders the sources; a higher one wins. */
export type Origin =
  | { readonly from: 'default' | 'settings' | 'command line' }
  | { readonly from: 'file'; readonly path: string; readonly span: Span };

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface RuleSetting {
  /** Absent: as the profile says. */
  readonly level?: 'on' | 'off';
  readonly severity?: Severity;
  readonly locked?: boolean;
  /** Comments may suppress it although it is locked. */
  readonly suppressible?: boolean;
}

/** A suppression in a configuration file; `matches` tells whether it covers a workspace path. */
export interface ConfigSuppression {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly until?: string;
  readonly matches: (path: string) => boolean;
  /** The file that says it and the place of what it names, unless an object or the command line does. */
  readonly origin: Origin;
  /** The Kubernetes resources, containers or packages that it is for, if not for all. */
  readonly subject?: Subject;
}

/** Names, in which `*` stands for any text. */
export interface Subject {
  readonly namespace?: string;
  readonly resource?: string;
  readonly container?: string;
  readonly package?: string;
  /** Of the package. */
  readonly version?: string;
}

/** What holds for one file, frozen, with every value's origin. */
export interface Config {
  readonly profile: Setting<Profile>;
  readonly minimumSeverity: Setting<Severity>;
  /** From which severity on a run fails: of one family's findings (`dockerfile`), or of all (`*`). */
  readonly failOn: ReadonlyMap<string, Setting<FailOn>>;
  /** A Kubernetes minor such as `1.34`. */
  readonly kubernetesVersion: Setting<string>;
  /** Label of a Kubernetes resource → what its value must be. */
  readonly requiredLabels: Setting<ReadonlyMap<string, LabelKind>>;
  readonly requiredAnnotations: Setting<ReadonlyMap<string, LabelKind>>;
  readonly allowedRegistries: Setting<readonly string[]>;
  /** Label of an image → what its value must be. */
  readonly labels: Setting<ReadonlyMap<string, LabelKind>>;
  readonly strictLabels: Setting<boolean>;
  readonly advisorySource: Setting<AdvisorySource>;
  /** Hosts that locked packages may come from; may begin with `*.`. */
  readonly allowedHosts: Setting<readonly string[]>;
  /** SPDX ids; empty: no policy. */
  readonly allowedLicenses: Setting<readonly string[]>;
  readonly deniedLicenses: Setting<readonly string[]>;
  readonly rules: ReadonlyMap<string, Setting<RuleSetting>>;
  /** Rules that the team wrote itself. */
  readonly policies: readonly CustomPolicy[];
  readonly suppressions: readonly ConfigSuppression[];
  /** Tools whose suppression comments do not count. */
  readonly unheard: ReadonlySet<string>;
  /**
   * Whether `exclude` leaves the path out: wholly, or for all rules but those that an earlier configuration locked, because what is locked cannot be
   * weakened by leaving files out either.
   */
  readonly excluded: (path: string) => 'wholly' | 'but for locked rules' | undefined;
}

/** Whether comments cannot suppress a rule's findings. */
export function isLocked({ rules }: Config, rule: string): boolean {
  const { locked = false, suppressible = false } = rules.get(rule)?.value ?? {};
  return locked && !suppressible;
}

/** From which severity on a run fails over findings of a rule; `undefined` where no configuration says. */
export const failOnFor = ({ failOn }: Config, rule: string): FailOn | undefined =>
  (failOn.get(rule.slice(0, rule.indexOf('/'))) ?? failOn.get('*'))?.value;

/** A mistake in a configuration file. */
export interface ConfigProblem {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}
