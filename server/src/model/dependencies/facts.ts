import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Dependency, Group, Source } from './dependency.ts';
import type { DependencyFile, DependencyFormat, LockRoot, Registry, Setting } from './file.ts';

/** What a lockfile fixed for one asked-for name. */
export interface LockedFacts {
  /** As the manifest asks, or the key that {@link RootFacts.keyedBy} says. */
  readonly rawName: string;
  readonly name: string;
  readonly version?: string;
  /** Of the version in the lockfile, or of the whole entry. */
  readonly span: Span;
  /** Of a git dependency. */
  readonly commit?: string;
}

/** What a manifest asks for. */
export interface DeclaredFacts {
  readonly rawName: string;
  readonly name: string;
  readonly section: string;
  readonly source: Source;
  readonly requirement?: string;
  readonly version?: string;
  readonly span: Span;
  readonly groups?: readonly Group[];
}

export interface RootFacts {
  /** Folder, relative to the lockfile's. */
  readonly path: string;
  /** Of the package, where the lockfile knows it. */
  readonly name?: string;
  readonly span: Span;
  /** Absent where the lockfile does not say what was asked for. */
  readonly declared?: readonly DeclaredFacts[];
  /** As in {@link LockRoot}; without it by the names that the manifest uses. */
  readonly keyedBy?: 'descriptor' | 'catalog';
  readonly resolved: readonly LockedFacts[];
  /** Names that are folders of the repository. */
  readonly linked: readonly string[];
}

export type SettingFacts = Pick<Setting, 'section' | 'key' | 'value'>;

export type RegistryFacts = Pick<Registry, 'kind' | 'url'>;

/** What one manifest or lockfile tells the others: plain data. */
export interface DependencyFacts {
  readonly ecosystem: Ecosystem;
  readonly format: DependencyFormat;
  readonly role: DependencyFile['role'];
  readonly name?: string;
  /** Whether parts of the file could not be read: what it does not name may still be there. */
  readonly isBroken: boolean;
  /** The package manager that a manifest names as its own. */
  readonly packageManager?: string;
  /** Names that a manifest forces to other versions than are asked for. */
  readonly overridden?: readonly string[];
  /** Globs of workspace packages. */
  readonly workspaces: readonly string[];
  /** Empty for lockfiles. */
  readonly declared: readonly DeclaredFacts[];
  /** Empty for manifests. */
  readonly roots: readonly RootFacts[];
  /** Of a lockfile: every name in it, those of aliases and of packages of the repository included, each once. */
  readonly lockedNames?: readonly string[];
  /** Of a settings file, and of what a manifest says of its package manager: each value as written, but for secrets, which are left out. */
  readonly settings: readonly SettingFacts[];
  /** The registries that the file names, without user information. */
  readonly registries: readonly RegistryFacts[];
  /** Whether a settings file has a password or token in it; one that the environment gives is not in it. */
  readonly hasSecret: boolean;
  /** Whether a manifest gives hashes of what it asks for. */
  readonly hasHashes: boolean;
}

/** Keys of npm, Yarn, Bun, pip, twine and NuGet under which a password or token stands. */
const SECRET_KEY = /(?:^|:)_?(?:authToken|auth|password)$|^npmAuth(?:Token|Ident)$|^token$|^(?:ClearText)?Password$/i;
/** A URL with a password that is not a variable. */
const SECRET_URL = /:\/\/[^\s/@:]*:(?!\$\{|%)[^\s/@]+@/;

const isSecret = ({ key, value }: Setting): boolean => SECRET_KEY.test(key) || SECRET_URL.test(value);

const withoutUserInfo = (url: string): string => url.replace(/(?<=:\/\/)[^/?#\s]*@/, '');

const hasSecret = ({ role, settings }: DependencyFile): boolean =>
  role === 'settings' &&
  settings.some(
    ({ key, value }) => (SECRET_KEY.test(key) && value !== '' && !/^["']?(?:\$|%)/.test(value)) || SECRET_URL.test(value),
  );

export function dependencyFacts(file: DependencyFile): DependencyFacts {
  const { ecosystem, format, role, name, workspaces, packageManager } = file;
  const overridden = file.dependencies.filter(({ use }) => use === 'override').map(({ rawName }) => rawName);
  return {
    ecosystem,
    format,
    role,
    ...(name !== undefined && { name }),
    ...(packageManager !== undefined && { packageManager }),
    ...(overridden.length > 0 && { overridden }),
    isBroken: file.problems.length > 0,
    workspaces,
    declared:
      role === 'manifest'
        ? file.dependencies.filter(({ use }) => use === 'declared' || use === 'constraint').map(declaredFacts)
        : [],
    roots: file.roots.map(rootFacts),
    ...(role === 'lockfile' && { lockedNames: lockedNames(file) }),
    settings: file.settings.filter((setting) => !isSecret(setting)).map(({ section, key, value }) => ({ section, key, value })),
    registries: file.registries.map(({ kind, url }) => ({ kind, url: withoutUserInfo(url) })),
    hasSecret: hasSecret(file),
    hasHashes: role === 'manifest' && file.dependencies.some(({ integrity }) => (integrity?.length ?? 0) > 0),
  };
}

function lockedNames({ dependencies, roots }: DependencyFile): string[] {
  const names = new Set<string>();
  for (const { name, rawName } of dependencies) names.add(name).add(rawName);
  for (const { name, linked } of roots) {
    if (name !== undefined) names.add(name);
    for (const one of linked) names.add(one);
  }
  return [...names];
}

const declaredFacts = ({
  rawName,
  name,
  section,
  source,
  requirement,
  version,
  nameSpan,
  requirementSpan,
  groups,
}: Dependency): DeclaredFacts => ({
  rawName,
  name,
  section,
  source,
  ...(requirement !== undefined && { requirement }),
  ...(version !== undefined && { version }),
  span: requirementSpan ?? nameSpan,
  ...(groups.length > 0 && { groups }),
});

const rootFacts = ({ path, name, span, keyedBy, declared, resolved, linked }: LockRoot): RootFacts => ({
  path,
  ...(name !== undefined && { name }),
  span,
  ...(keyedBy && { keyedBy }),
  ...(declared && { declared: declared.map(declaredFacts) }),
  resolved: [...resolved].map(([rawName, dependency]) => lockedFacts(rawName, dependency)),
  linked: [...linked],
});

const lockedFacts = (rawName: string, { name, version, versionSpan, nameSpan, location }: Dependency): LockedFacts => ({
  rawName,
  name,
  ...(version !== undefined && { version }),
  span: versionSpan ?? nameSpan,
  ...(location?.isCommit === true && location.ref !== undefined && { commit: location.ref }),
});
