import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Document } from '../document.ts';
import type { Dependency } from './dependency.ts';
import type { Project } from './project.ts';
import type { Variable } from './variables/variable.ts';

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
  | 'Gemfile'
  | 'gemspec'
  | 'Gemfile.lock'
  | 'composer.json'
  | 'composer.lock'
  | 'auth.json'
  | 'mix.exs'
  | 'mix.lock'
  | 'pubspec.yaml'
  | 'pubspec.lock'
  | 'go.work'
  | 'go.sum'
  | 'go.env'
  | 'build.gradle'
  | 'settings.gradle'
  | 'libs.versions.toml'
  | 'gradle.lockfile'
  | 'verification-metadata.xml'
  | 'gradle.properties'
  | 'gradle-wrapper.properties'
  | 'maven-wrapper.properties'
  | '.npmrc'
  | 'runtime-version'
  | '.pypirc'
  | 'pip.conf'
  | 'nuget.config'
  | 'pom.xml'
  | 'settings.xml'
  | 'extensions.xml'
  | 'msbuild'
  | 'packages.config'
  | 'packages.lock.json'
  | 'dotnet-tools.json'
  | 'global.json'
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

/** A setting of which only the place of the value is of interest. */
export const settingAt = (section: string, key: string, value: string, valueSpan: Span): Setting => ({
  section,
  key,
  keySpan: valueSpan,
  value,
  valueSpan,
  span: valueSpan,
});

/** A place that packages are fetched from, as a manifest or settings file names it. */
export interface Registry {
  readonly kind:
    | 'index'
    | 'extra-index'
    | 'find-links'
    | 'trusted-host'
    /** Of Maven: where packages, plugins, or everything come from, and where what is built goes. */
    | 'repository'
    | 'plugin-repository'
    | 'mirror'
    | 'publish';
  readonly url: string;
  readonly urlSpan: Span;
  /** Of the option or key that names it. */
  readonly keySpan?: Span;
  /** What deleting it must delete. */
  readonly deletion?: Span;
  /** Where a repository says that it has snapshots: in its settings, or by its name or address. */
  readonly snapshotsSpan?: Span;
}

/** A repository as a build script declares it, known ones of Gradle included. */
export interface Repository {
  /** The method that declares it: `maven`, `ivy`, `mavenCentral`, `mavenLocal`, `jcenter`, `google`, `gradlePluginPortal`, `flatDir`; `script` for a script that is applied from a URL. */
  readonly type: string;
  /** The blocks around it, with dots: `buildscript.repositories`. */
  readonly section: string;
  /** The list that it is in: repositories of one list are asked in their order. */
  readonly list: Span;
  /** Of the method's name. */
  readonly nameSpan: Span;
  /** The whole declaration. */
  readonly span: Span;
  /** Where the script alone tells it. */
  readonly url?: string;
  /** Inside the quotes. */
  readonly urlSpan?: Span;
  /** The statement that allows plain HTTP. */
  readonly insecure?: Span;
  /** Whether the declaration says which modules it is for. */
  readonly isFiltered: boolean;
  /** Whether it is declared only under a condition. */
  readonly isConditional: boolean;
  /** What deleting the declaration must delete; absent where it shares its lines. */
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

/** A file that this one takes variables and versions from. */
export interface Inheritance {
  /** As seen from this file's folder, with `/`. */
  readonly path: string;
  /** Whether it is the nearest one of that name in the folders above. */
  readonly isAbove?: true;
  /** The name that the file must have, where the format says it; another one lies there by chance. */
  readonly name?: string;
}

/** A version of a language or tool that the project asks for: `engines.node`, `go 1.24`, `toolchain go1.24.1`. */
export interface Runtime {
  readonly name: string;
  readonly requirement: string;
  readonly requirementSpan: Span;
  /** Where only whole versions can be written, not the beginning of one. */
  readonly isWhole?: true;
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

/** Where one more override, constraint or requirement can be written. `{name}` and `{version}` stand for the package and its smallest version. */
export interface OverrideSite {
  /** As the format calls the place: `overrides`, `resolutions`, `pnpm.overrides`, `tool.uv.constraint-dependencies`. */
  readonly section: string;
  /** Where the text is inserted. */
  readonly at: number;
  readonly text: string;
  /** Whether the section is not there yet. */
  readonly isNew?: true;
  /** What is written there already and cannot be written twice. */
  readonly taken?: readonly string[];
}

/** One manifest, lockfile or settings file. What could not be read is missing, everything around it is there. */
export interface DependencyFile extends Document {
  readonly ecosystem: Ecosystem;
  readonly format: DependencyFormat;
  readonly role: Role;
  /** Whether it is a program, or names other files, that may ask for more than `dependencies` has. */
  readonly isPartial?: boolean;
  /** The project's own name. */
  readonly name?: string;
  /** Of a manifest: what it says of the project itself. */
  readonly project?: Project;
  /** In the order of the file; repeated ones are repeated. */
  readonly dependencies: readonly Dependency[];
  readonly registries: readonly Registry[];
  /** Of a build script: where packages come from, in the order of the file. */
  readonly repositories?: readonly Repository[];
  readonly settings: readonly Setting[];
  readonly includes: readonly Include[];
  readonly runtimes: readonly Runtime[];
  /** The package manager that the project names as its own: `npm`, `yarn`, `pnpm`, `bun`. */
  readonly packageManager?: string;
  /** Globs of the folders that are packages of the same repository. */
  readonly workspaces: readonly string[];
  /** Variables that the file defines, for itself and for those that inherit from it. */
  readonly variables?: readonly Variable[];
  readonly inherits?: readonly Inheritance[];
  /** Of a lockfile: the manifests that it is for. */
  readonly roots: readonly LockRoot[];
  /** Of a lockfile or of compiled requirements: the locked packages that each one leads to, where a name alone does not tell which. Without it names and paths do. */
  readonly edges?: ReadonlyMap<Dependency, Iterable<Dependency>>;
  /** Of requirements that a tool wrote: the files that it made them from, as it names them; empty where it does not. */
  readonly compiledFrom?: readonly string[];
  /** Of a manifest: where it could force a version upon packages that others ask for. */
  readonly overrideSites?: readonly OverrideSite[];
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
