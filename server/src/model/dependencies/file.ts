import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Document } from '../document.ts';
import type { Dependency } from './dependency.ts';

export type DependencyFormat =
  | 'package.json'
  | 'package-lock.json'
  | 'yarn.lock'
  | 'pnpm-lock.yaml'
  | 'pnpm-workspace.yaml'
  | 'bun.lock'
  | '.yarnrc.yml'
  | 'bunfig.toml'
  | 'requirements.txt'
  | 'constraints.txt'
  | 'pyproject.toml'
  | 'Pipfile'
  | 'setup.cfg'
  | 'poetry.lock'
  | 'uv.lock'
  | 'pdm.lock'
  | 'pylock.toml'
  | 'Pipfile.lock'
  | 'Cargo.toml'
  | 'Cargo.lock'
  | 'go.mod'
  | '.npmrc'
  | '.pypirc'
  | 'pip.conf'
  | 'nuget.config'
  | '.yarnrc'
  | 'uv.toml'
  | 'poetry.toml'
  | 'cargo-config.toml'
  | 'cargo-credentials.toml'
  | 'setup.py'
  | 'dependabot.yml'
  | 'renovate.json'
  | 'extensions.json'
  | 'devcontainer.json';

/** `settings`: how a package manager reaches its registries; names no packages. */
export type Role = 'manifest' | 'lockfile' | 'settings';

/** One `key = value` of a settings file, or one item of the list that a key has. */
export interface Setting {
  /**
   * The section or element around it, empty at the top: the keys to it joined by dots, with `[n]` behind the key of a list of tables: `tool.uv.index[0]`. A key that
   * itself has a dot stands in it as it is.
   */
  readonly section: string;
  readonly key: string;
  /** Without quotes; of an item of a list that of the list's key. */
  readonly keySpan: Span;
  /** Decoded; `[]` for a list without items. */
  readonly value: string;
  /** Without quotes. */
  readonly valueSpan: Span;
  /** From the key to the end of the value, or of the item of a list, quotes included. */
  readonly span: Span;
  /** What deleting it must delete so that the rest stays what it is, line break or comma included; the only item of a list goes with its key. */
  readonly deletion?: Span;
}

/** A place that packages are fetched from, as a manifest or settings file names it. */
export interface Registry {
  readonly kind: 'index' | 'extra-index' | 'find-links' | 'trusted-host';
  readonly url: string;
  readonly urlSpan: Span;
  /** The key or option that names it. */
  readonly keySpan?: Span;
  /** What deleting it must delete, its key and line break included; absent where that is not possible. */
  readonly deletion?: Span;
}

/** Another file that this one pulls in: `-r base.txt`, `-c constraints.txt`. `path` is as written. */
export interface Include {
  readonly kind: 'requirements' | 'constraints';
  readonly path: string;
  readonly span: Span;
}

/** A version of a language or tool that the project asks for: `engines.node`, `go 1.24`, `toolchain go1.24.1`. */
export interface Runtime {
  readonly name: string;
  readonly requirement: string;
  readonly requirementSpan: Span;
}

/** What a lockfile remembers of one manifest: the project itself (path `''`) or one of its workspace packages. */
export interface LockRoot {
  /** Folder, relative to the lockfile's. */
  readonly path: string;
  readonly name?: string;
  readonly span: Span;
  /** What the manifest asked for when the lockfile was written; absent where the format does not say. */
  readonly declared?: readonly Dependency[];
  /**
   * What `resolved` is keyed by. By default the name that the manifest uses. `descriptor`: the name with what is asked of it (`a@^1.0.0`), in a lockfile that
   * does not know its manifests. `catalog`: the catalog's section and the name (`catalogs.react18 react`).
   */
  readonly keyedBy?: 'descriptor' | 'catalog';
  /** The locked package that each asked-for name leads to. */
  readonly resolved: ReadonlyMap<string, Dependency>;
  /** Asked-for names that are workspace packages or folders. */
  readonly linked: ReadonlySet<string>;
}

/** One manifest, lockfile or settings file. What could not be read is missing, everything around it is there. */
export interface DependencyFile extends Document {
  readonly ecosystem: Ecosystem;
  readonly format: DependencyFormat;
  readonly role: Role;
  /** The project's own name. */
  readonly name?: string;
  /** In the order of the file; repeated ones are repeated. */
  readonly dependencies: readonly Dependency[];
  readonly registries: readonly Registry[];
  readonly settings: readonly Setting[];
  readonly includes: readonly Include[];
  readonly runtimes: readonly Runtime[];
  /** The package manager that the project names as its own: `npm`, `yarn`, `pnpm`, `bun`. */
  readonly packageManager?: string;
  /** Globs of the folders that are packages of the same repository. */
  readonly workspaces: readonly string[];
  /** Of a lockfile: the manifests that it is for. */
  readonly roots: readonly LockRoot[];
}

const NOTHING = {
  comments: [],
  problems: [],
  dependencies: [],
  registries: [],
  settings: [],
  includes: [],
  runtimes: [],
  workspaces: [],
  roots: [],
} as const;

/** A file with empty lists for all that a format does not have. */
export const dependencyFile = (
  part: Pick<DependencyFile, 'ecosystem' | 'format' | 'role'> & Partial<DependencyFile>,
): DependencyFile => ({ ...NOTHING, ...part });
