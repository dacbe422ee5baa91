import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Origin } from './variables/variable.ts';

/**
 * Why a file names a package. `declared`: the project asks for it. `locked`: a lockfile fixed it. `override` and `replacement` change what others ask
 * for, `constraint` narrows it, `exclusion` and `retraction` take versions out.
 */
export type Use = 'declared' | 'locked' | 'override' | 'constraint' | 'replacement' | 'exclusion' | 'retraction';

/**
 * Where the package comes from. `alias` is a registry package installed under another name; `workspace` is a package of the same repository; `catalog`
 * has its version elsewhere in the workspace.
 */
export type Source = 'registry' | 'alias' | 'git' | 'url' | 'path' | 'workspace' | 'catalog';

export type Group = 'dev' | 'optional' | 'peer' | 'bundled' | 'test';

/** Where a package that is not in a registry is fetched from. */
export interface Location {
  /** As written, without the reference. */
  readonly url: string;
  readonly urlSpan: Span;
  /** How it is fetched: `https`, `http`, `ssh`, `git`, `file`; lower case, without a `git+` prefix. */
  readonly transport: string;
  /** Branch, tag, commit or `semver:` range, as written. */
  readonly ref?: string;
  readonly refSpan?: Span;
  /** The key that says what `ref` is (`branch`, `tag`, `rev`), where the format writes references under keys of their own; absent without a reference. */
  readonly refKeySpan?: Span;
  /** Whether the reference is no part of the URL's text but has a key of its own. */
  readonly hasRefKey?: boolean;
  /** Whether `ref` is a full commit hash (SHA-1 or SHA-256). */
  readonly isCommit: boolean;
}

/** A file of a package, as a lockfile says where it was downloaded from. */
export interface Resolved {
  /** Decoded, without the hash that Yarn 1 appends. For Cargo the address of the registry's index. */
  readonly url: string;
  readonly urlSpan: Span;
  /** The SHA-1 (hexadecimal) that Yarn 1 appends to the URL. */
  readonly sha1?: string;
}

/** One package as one line or entry of one file names it, whatever the ecosystem. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** The package that is really meant (an alias's target), normalised as its ecosystem does. */
  readonly name: string;
  /** The name that the file uses. */
  readonly rawName: string;
  readonly nameSpan: Span;
  /** Of an artifact of Maven whose group is written apart from its name: where, without a variable. `nameSpan` is then that of the name alone. */
  readonly groupSpan?: Span;
  readonly use: Use;
  readonly kind: 'direct' | 'transitive';
  readonly groups: readonly Group[];
  /** The section that names it, as the format spells it: `devDependencies`, `require`, … Empty where a format has none. */
  readonly section: string;
  readonly source: Source;
  /** The version range, tag or catalog as written, possibly empty; absent for what has none. */
  readonly requirement?: string;
  /** Of the requirement alone: inside quotes and behind `npm:name@`. */
  readonly requirementSpan?: Span;
  /**
   * The requirement as written at `requirementSpan`, where variables stand in it: `${jackson.version}`. `requirement` then has their values, as far as they are
   * known from the file itself.
   */
  readonly template?: string;
  /** Where the requirement's own text is, when it is not at `requirementSpan`: the value of a variable. */
  readonly origin?: Origin;
  /** The only version possible: the locked one, or the one that the requirement pins. */
  readonly version?: string;
  readonly versionSpan?: Span;
  readonly location?: Location;
  /** Of a lockfile, for a package of a registry: where its files are downloaded from. Absent where the file does not say. */
  readonly resolved?: readonly Resolved[];
  /** Hashes as written: `sha512-…`, `sha256:…`. */
  readonly integrity?: readonly string[];
  /** The condition under which it is installed (PEP 508, MSBuild), as written. */
  readonly marker?: string;
  /** What tells entries of the same package apart: classifier and type of an artifact. */
  readonly variant?: string;
  /** Where a lockfile installs it (`node_modules/a/node_modules/b`). */
  readonly path?: string;
  /** The names that a locked package itself asks for. */
  readonly requires?: readonly string[];
  /** Of a lockfile: whether the package runs code of its own while it is installed. Of mix.exs false for what is fetched for its files alone. */
  readonly hasInstallScript?: boolean;
  /** Of a lockfile: what the package's authors say of why it should not be used. */
  readonly deprecated?: string;
  /** Of a lockfile: the licence that the package names, as written. */
  readonly license?: string;
  /** The whole entry. */
  readonly span: Span;
  /** What deleting the entry must delete, separators and line break included. Absent in lockfiles: they are never edited. */
  readonly deletion?: Span;
}
