import type { Snapshot } from '../base/snapshot.ts';
import type { Span } from '../base/span.ts';
import type { ComposeFile } from '../model/compose/index.ts';
import type { DependencyFile } from '../model/dependencies/index.ts';
import type { Dockerfile } from '../model/dockerfile/index.ts';
import type { DockerignoreFile } from '../model/dockerignore/index.ts';
import type { GitignoreFile } from '../model/gitignore/index.ts';
import type { KubernetesFile } from '../model/kubernetes/index.ts';
import type { LicenseFile } from '../model/license/index.ts';
import type { Environment } from './environment.ts';
import type { Applicability, Fix } from './fix.ts';
import type { Severity } from './severity.ts';

/** The model that a rule of each document kind reads. Of some kinds only the facts are of interest so far. */
export interface Documents {
  readonly dockerfile: Dockerfile;
  readonly dockerignore: DockerignoreFile;
  readonly compose: ComposeFile;
  readonly kubernetes: KubernetesFile;
  readonly dependencies: DependencyFile;
  readonly gitignore: GitignoreFile;
  readonly license: LicenseFile;
}
export type DocumentKind = keyof Documents;

export const PROFILES = ['recommended', 'strict', 'all', 'pss-baseline', 'pss-restricted', 'nsa', 'cis', 'upgrade'] as const;
export type Profile = (typeof PROFILES)[number];

type Placeholder<T extends string> = T extends `${string}{${infer P}}${infer R}` ? P | Placeholder<R> : never;
export type Messages = Readonly<Record<string, string>>;

/** Another place that explains a problem. `path` is absent for the same file; otherwise a workspace path whose facts the rule read. */
export interface Related {
  readonly path?: string;
  readonly span: Span;
  readonly note: string;
}

/** What a finding about a package is about, so that people can accept an advisory, or a package, by its name. */
export interface AboutPackage {
  readonly package: string;
  readonly version?: string;
  /** Ids of the advisories that it rests on, with their aliases. */
  readonly advisories: readonly string[];
  /** The smallest version that none of them affects. */
  readonly safe?: string;
}

/** What a rule yields. `data` must name exactly the placeholders of the chosen message. */
export type Problem<M extends Messages> = {
  [K in keyof M & string]: {
    readonly message: K;
    /** The smallest text that carries the problem; for a missing key the nearest existing parent key. */
    readonly span: Span;
    /** The preferred one first. */
    readonly fixes?: readonly Fix[];
    readonly related?: readonly Related[];
    /** Only where the evidence moves it: a secret's literal value is worse than its bare name. */
    readonly severity?: Severity;
    /**
     * Where the problem is in the file's structure (`Deployment/web/containers/app`, `stage 2/RUN 3`), so that its fingerprint stays when lines
     * move. Without it the engine uses the text of the line.
     */
    readonly key?: string;
    /** The rule that tells the same root cause as a whole, where it speaks as well: the brief profiles then show only that one. */
    readonly summedUpBy?: RuleMeta['id'];
    /** The rule that tells the very same of the very same place: where it is on, only that one speaks, in every profile. */
    readonly sameAs?: RuleMeta['id'];
    readonly about?: AboutPackage;
    /** Parts of the file that hold a password or token: where others read along (a build log), they are not shown. */
    readonly secrets?: readonly Span[];
  } & ([Placeholder<M[K]>] extends [never]
    ? { readonly data?: never }
    : { readonly data: Readonly<Record<Placeholder<M[K]>, string>> });
}[keyof M & string];

export interface RuleMeta<M extends Messages = Messages> {
  /** `family/kebab-name`, as in the catalogue. */
  readonly id: `${string}/${string}`;
  /** A noun phrase or sentence without a full stop, shown as heading. */
  readonly title: string;
  /** Why it matters and what to do, in two to four sentences. Markdown. */
  readonly why: string;
  readonly severity: Severity;
  /** How sure a finding is: `high` follows from the file alone, `low` is a guess. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** Profiles that turn the rule on. `all` always does and is not listed. Empty: off by default (opt-in or policy). */
  readonly profiles: readonly Exclude<Profile, 'all'>[];
  /** Each a sentence (or two) that ends in a full stop; `{name}` is replaced by the problem's data. */
  readonly messages: M;
  /** Peers' ids with the same meaning, as `tool:ID`; a peer's suppression of it is honoured. */
  readonly aliases: readonly `${string}:${string}`[];
  /** Standards and documents: `CWE-250`, `CIS Docker 4.1`, `PSS restricted`, or a URL. */
  readonly references: readonly string[];
  /** The best fix that the rule can give. */
  readonly fix: Applicability | 'none';
  /**
   * How editors show it: struck through, faded, or (a matter of taste or habit, whatever its severity) as a hint. `form`: it is about how the text is
   * arranged, which fixes of other rules need not keep to.
   */
  readonly tags?: readonly ('deprecated' | 'unnecessary' | 'hint' | 'form')[];
  readonly since: string;
  readonly status: 'preview' | 'stable' | 'deprecated';
}

export interface Context<K extends DocumentKind> {
  readonly file: Snapshot;
  readonly model: Documents[K];
  readonly env: Environment;
}

/** A rule is a generator over one file's model. It may not be async, do IO, read the clock, keep state, change the model, or report outside its file. */
export interface Rule<K extends DocumentKind = DocumentKind, M extends Messages = Messages> {
  readonly on: K;
  readonly meta: RuleMeta<M>;
  check(context: Context<K>): Iterable<Problem<M>>;
}

const ruleOn =
  <K extends DocumentKind>(on: K) =>
  <const M extends Messages>(meta: RuleMeta<M>, check: (context: Context<K>) => Iterable<Problem<M>>): Rule<K, M> => ({
    on,
    meta,
    check,
  });

/** Bind the model once, so that a rule file infers everything else from its own messages. */
export const dockerfileRule = ruleOn('dockerfile');
export const kubernetesRule = ruleOn('kubernetes');
export const dependencyRule = ruleOn('dependencies');
export const gitignoreRule = ruleOn('gitignore');

/** A problem whose messages are no longer known to the compiler. */
export interface AnyProblem {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly severity?: Severity;
  readonly key?: string;
  readonly summedUpBy?: string;
  readonly sameAs?: string;
  readonly about?: AboutPackage;
  readonly secrets?: readonly Span[];
  readonly data?: Readonly<Record<string, string>>;
}

/** A rule of any kind with any messages, as lists hold it. */
export interface AnyRule {
  readonly on: DocumentKind;
  readonly meta: RuleMeta;
  check(context: Context<never>): Iterable<AnyProblem>;
}
