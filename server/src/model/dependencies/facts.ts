import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Span } from '../../base/span.ts';
import type { Dependency, Group, Source } from './dependency.ts';
import type { DependencyFile, DependencyFormat, Inheritance, LockRoot, OverrideSite, Registry, Setting } from './file.ts';
import { lockGraphOf, type LockGraph } from './lock/graph.ts';
import { lockDigests } from './lock/digests.ts';
import type { Project } from './project.ts';
import type { Variable } from './variables/variable.ts';

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
  /** Whether the package runs code of its own while it is installed. */
  readonly hasInstallScript?: boolean;
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

/** One override or constraint. */
export interface ForcedFacts {
  readonly rawName: string;
  readonly name: string;
  readonly requirement: string;
  /** Whether it only counts for what has no version of its own. */
  readonly isConstraint?: true;
  /** Which versions or parents it is about, where not about all. */
  readonly marker?: string;
  /** Of the requirement. */
  readonly span: Span;
}

export type SettingFacts = Pick<Setting, 'section' | 'key' | 'value'>;

export type RegistryFacts = Pick<Registry, 'kind' | 'url'>;

/** What one manifest or lockfile tells the others: plain data. */
export interface DependencyFacts {
  readonly ecosystem: Ecosystem;
  readonly format: DependencyFormat;
  readonly role: DependencyFile['role'];
  readonly name?: string;
  readonly purpose?: Project['purpose'];
  /** Whether a manifest says that the project is never published. */
  readonly isPrivate?: true;
  /** Whether parts of the file could not be read: what it does not name may still be there. */
  readonly isBroken: boolean;
  /** The package manager that a manifest names as its own. */
  readonly packageManager?: string;
  /** Names that a manifest forces to other versions than are asked for. */
  readonly overridden?: readonly string[];
  /** Versions of itself that a Go module takes back: `v1.0.0`, `[v1.0.0, v1.1.0]`. */
  readonly retracted?: readonly string[];
  /** What a manifest forces upon packages that others ask for: overrides and constraints. */
  readonly forced?: readonly ForcedFacts[];
  /** Where a manifest could force more. */
  readonly overrideSites?: readonly OverrideSite[];
  /** As in {@link DependencyFile}. */
  readonly compiledFrom?: readonly string[];
  /** The packages of a lockfile or of compiled requirements, who leads to whom included. */
  readonly graph?: LockGraph;
  /** Globs of workspace packages. */
  readonly workspaces: readonly string[];
  /** Empty for lockfiles. */
  readonly declared: readonly DeclaredFacts[];
  /** Variables that the manifest defines. */
  readonly variables?: readonly Variable[];
  /** Files that the manifest takes variables and versions from. */
  readonly inherits?: readonly Inheritance[];
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
  /** Whether a lockfile tells licences. */
  readonly hasLicenses?: true;
  /** Of a lockfile: its hashes, as {@link lockDigests} writes them. */
  readonly digests?: string;
}

/** Keys of npm, Yarn, Bun, pip, twine, Cargo, Renovate, Maven, Gradle and NuGet under which a password or token stands. */
const SECRET_KEY =
  /(?:^|:)_?(?:authToken|auth|password)$|^npm(?:Auth)?(?:Token|Ident)$|^token$|^secret-key$|^(?:ClearText)?Password$|^header |(?:password|passphrase|secret|token)$/i;
/** A URL with a password that is not a variable. */
const SECRET_URL = /:\/\/[^\s/@:]*:(?!\$\{|%)[^\s/@]+@/;

/** Sections whose values are passwords and tokens: of Composer by host, of Poetry and Dependabot. */
const SECRET_SECTION =
  /(?:^|\.)(?:http-basic|bearer|(?:github|gitlab|bitbucket)-oauth|(?:gitlab|forgejo)-token|client-certificate|custom-headers)(?:\.|$)|^pypi-token/;

const isSecretName = ({ section, key }: Setting): boolean =>
  SECRET_KEY.test(key) || SECRET_SECTION.test(section) || (section.startsWith('registries.') && key === 'key');

const isSecret = (setting: Setting): boolean => isSecretName(setting) || SECRET_URL.test(setting.value);

/** What a package runs and holds itself concerns no other file, and changes often. */
const isTold = ({ section, key }: Setting, format: DependencyFormat): boolean =>
  format !== 'setup.py' &&
  section !== 'scripts' &&
  (format !== 'package.json' ||
    /^(?:pnpm|publishConfig|config|renovate|allowScripts|lavamoat)(?:\.|$)/.test(section) ||
    (section === '' && /^(?:private|packageManager|trustedDependencies)$/.test(key)));

const withoutUserInfo = (url: string): string => url.replace(/(?<=:\/\/)[^/?#\s]*@/, '');

const hasSecret = ({ role, format, settings }: DependencyFile): boolean =>
  (role === 'settings' || format === '.yarnrc.yml') &&
  settings.some(
    (setting) =>
      (isSecretName(setting) && setting.value !== '' && !/^["']?(?:\$|%|\{\{)/.test(setting.value)) ||
      SECRET_URL.test(setting.value),
  );

export function dependencyFacts(file: DependencyFile): DependencyFacts {
  const { ecosystem, format, role, name, workspaces, packageManager } = file;
  const forced = forcedBy(file);
  const digests = role === 'lockfile' ? lockDigests(file) : '';
  const retracted = file.dependencies.flatMap(({ use, requirement }) => (use === 'retraction' ? (requirement ?? []) : []));
  const overridden = file.dependencies.filter(({ use }) => use === 'override').map(({ rawName }) => rawName);
  return {
    ecosystem,
    format,
    role,
    ...(name !== undefined && { name }),
    ...(file.project?.isPrivate === true && { isPrivate: true as const }),
    ...(file.project?.purpose !== undefined && { purpose: file.project.purpose }),
    ...(packageManager !== undefined && { packageManager }),
    ...(overridden.length > 0 && { overridden }),
    ...(retracted.length > 0 && { retracted }),
    ...(forced.length > 0 && { forced }),
    ...(file.overrideSites && { overrideSites: file.overrideSites }),
    ...(file.compiledFrom && { compiledFrom: file.compiledFrom }),
    ...((file.compiledFrom ?? role === 'lockfile') &&
      format !== 'go.sum' &&
      file.dependencies.length > 0 && { graph: lockGraphOf(file) }),
    isBroken: file.problems.length > 0 || file.isPartial === true,
    workspaces,
    declared:
      role === 'manifest'
        ? file.dependencies.filter(({ use }) => use === 'declared' || use === 'constraint').map(declaredFacts)
        : [],
    ...(file.variables && file.variables.length > 0 && { variables: file.variables }),
    ...(file.inherits && file.inherits.length > 0 && { inherits: file.inherits }),
    roots: file.roots.map(rootFacts),
    ...(role === 'lockfile' && { lockedNames: lockedNames(file) }),
    settings: file.settings
      .filter((setting) => isTold(setting, format) && !isSecret(setting))
      .map(({ section, key, value }) => ({ section, key, value })),
    registries: file.registries.map(({ kind, url }) => ({ kind, url: withoutUserInfo(url) })),
    hasSecret: hasSecret(file),
    ...(digests !== '' && { digests }),
    ...(role === 'lockfile' && file.dependencies.some(({ license }) => license !== undefined) && { hasLicenses: true as const }),
    hasHashes: role === 'manifest' && file.dependencies.some(({ integrity }) => (integrity?.length ?? 0) > 0),
  };
}

const forcedBy = ({ role, dependencies }: DependencyFile): ForcedFacts[] =>
  role === 'manifest' ? dependencies.flatMap((one) => forcedFacts(one) ?? []) : [];

function forcedFacts({ use, section, rawName, name, requirement, marker, requirementSpan }: Dependency): ForcedFacts | undefined {
  // What is built with is installed apart from everything else.
  if ((use !== 'override' && use !== 'constraint') || section === 'tool.uv.build-constraint-dependencies') return undefined;
  if (requirement === undefined || !requirementSpan) return undefined;
  return {
    rawName,
    name,
    requirement,
    ...(use === 'constraint' && { isConstraint: true }),
    ...(marker !== undefined && { marker }),
    span: requirementSpan,
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

const lockedFacts = (
  rawName: string,
  { name, version, versionSpan, nameSpan, location, hasInstallScript }: Dependency,
): LockedFacts => ({
  rawName,
  name,
  ...(version !== undefined && { version }),
  span: versionSpan ?? nameSpan,
  ...(location?.isCommit === true && location.ref !== undefined && { commit: location.ref }),
  ...(hasInstallScript === true && { hasInstallScript }),
});
