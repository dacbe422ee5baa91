import type { Ecosystem } from '../../base/ecosystem.ts';
import { askedOnce, isBuildTool, lockedOnce, requirementInWords, withManagedVersions } from './read-parts.ts';
import { normalizedPythonName } from './python/name.ts';
import type { Dependency } from './dependency.ts';
import { dependencyFormatOf, parseDependencies } from './formats.ts';
import { verifiedModules } from './gradle/verification.ts';

/** A dependency as the library shows it. `start` and `end` are UTF-16 offsets of its entry. */
export interface ReadDependency {
  readonly ecosystem: Ecosystem;
  /** The package that is really meant (an alias's target). Names of PyPI and Packagist are normalised as those compare them. */
  readonly name: string;
  /** The name that the file uses. */
  readonly rawName: string;
  /** As written, variables of the same file replaced. */
  readonly requirement?: string;
  /** The locked version, or the only one that the requirement admits. */
  readonly version?: string;
  /** `constraint`: what is asked for elsewhere gets this version (`dependencyManagement`, `PackageVersion`, constraints.txt). */
  readonly use: 'declared' | 'locked' | 'constraint';
  readonly kind: Dependency['kind'];
  readonly groups: readonly string[];
  /** `path` and `workspace` are not fetched from anywhere. */
  readonly source: Dependency['source'];
  readonly start: number;
  readonly end: number;
}

/**
 * The dependencies that one manifest asks for or one lockfile fixed, in the order of the file; empty for a file of no known format. Never throws.
 *
 * - A manifest: every entry that asks for a package, development and optional ones marked by `groups`. Versions are filled in from properties, version catalogs and
 *   `dependencyManagement` of the same file; other files are not read (`-r`, parents, central versions). Modules that a script of Gradle keeps in extra properties for other
 *   scripts are there, too.
 * - A lockfile: every package once for each version, whatever platforms, peers and folders it is locked for. The packages of the repository itself are left out where the
 *   file tells them: the root and links of npm, `workspace:` of Yarn, `virtual` and `editable` of uv, what has no source in Cargo.lock, projects of NuGet. A folder
 *   that somebody asked for by its path is there as `source: 'path'`, unless it is the one that the file lies in (of a Gemfile.lock the gems of that one, too).
 * - Not there: what replaces, overrides, excludes or retracts (`replace`, `overrides`, `resolutions`, `[patch]`), languages and platforms (`engines`, `go`, `php`, `ext-*`,
 *   what comes with the SDK of Flutter), what a program computes (setup.py, build.gradle), and what only runs the build: parents, plugins and extensions of Maven, plugins of Gradle, SDKs of MSBuild.
 */
export function readDependencies(path: string, text: string): ReadDependency[] {
  const at = path.replaceAll('\\', '/');
  if (dependencyFormatOf(at) === undefined) return [];
  const file = parseDependencies(at, text);
  const all = file.format === 'verification-metadata.xml' ? verifiedModules(text) : file.dependencies;
  const own = file.name === undefined ? undefined : normalizedPythonName(file.name);
  const asked = all.filter((one) => isAsked(one) && !isBuildTool(one) && !isOwn(one, own));
  const shown = file.format === 'pom.xml' ? withManagedVersions(asked) : file.format === 'gemspec' ? askedOnce(asked) : asked;
  return lockedOnce(shown).map(({ ecosystem, name, rawName, requirement, version, use, kind, groups, source, span }) => ({
    ecosystem,
    // NuGet compares names without regard to case, but shows them as written.
    name: ecosystem === 'NuGet' ? rawName : name,
    rawName,
    ...(requirement !== undefined && { requirement: requirementInWords(requirement) }),
    ...(version !== undefined && version !== '' && version !== NO_VERSION && { version }),
    use: use as ReadDependency['use'],
    kind,
    groups,
    source,
    ...span,
  }));
}

/** What Yarn says of a folder that it linked. */
const NO_VERSION = '0.0.0-use.local';

/** The project itself: what an extra of a Python project asks of it, and the folder that the file lies in. The gems of that folder have versions, and are shown. */
const isOwn = ({ ecosystem, name, source, location }: Dependency, own: string | undefined): boolean =>
  (ecosystem === 'PyPI' && source === 'workspace' && name === own) ||
  (source === 'path' && ecosystem !== 'RubyGems' && location !== undefined && /^(?:file:)?\.\/?$/.test(location.url));

const isAsked = ({ use, name, section }: Dependency): boolean =>
  name !== '' && (use === 'declared' || use === 'locked' || (use === 'constraint' && !section.startsWith('tool.uv.')));
