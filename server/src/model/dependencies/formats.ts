import { baseName } from '../../base/path.ts';
import { parseCargoLock } from './cargo/lockfile.ts';
import { parseCargoToml } from './cargo/manifest.ts';
import { conflictIn, mergedSides } from './conflicts.ts';
import { parseMixExs } from './elixir/manifest.ts';
import { parseMixLock } from './elixir/lockfile.ts';
import type { DependencyFile, DependencyFormat, Include } from './file.ts';
import { parseGoEnv } from './go/env.ts';
import { parseGoMod } from './go/mod.ts';
import { parseGoSum } from './go/sum.ts';
import { parseVersionCatalog } from './gradle/catalog.ts';
import { parseGradleLockfile } from './gradle/lockfile.ts';
import { parseProperties } from './gradle/properties.ts';
import { parseGradleScript } from './gradle/script.ts';
import { parseVerificationMetadata } from './gradle/verification.ts';
import { parseMavenExtensions } from './maven/extensions.ts';
import { parsePom } from './maven/pom.ts';
import { parseMavenSettings } from './maven/settings.ts';
import { parseBunLock } from './npm/lock/bun.ts';
import { parsePnpmLock } from './npm/lock/pnpm.ts';
import { parseYarnLock } from './npm/lock/yarn.ts';
import { parsePackageLock } from './npm/lockfile.ts';
import { parsePackageJson } from './npm/manifest.ts';
import { parsePnpmWorkspace } from './npm/pnpm-workspace.ts';
import { parseComposerJson } from './php/manifest.ts';
import { parseComposerLock } from './php/lockfile.ts';
import { parsePubspec } from './pub/manifest.ts';
import { parsePubspecLock } from './pub/lockfile.ts';
import { parseNugetLock } from './nuget/lockfile.ts';
import { parsePackagesConfig } from './nuget/packages-config.ts';
import { parseMsbuild } from './nuget/project.ts';
import { parseDotnetTools, parseGlobalJson } from './nuget/tools.ts';
import { parsePdmLock } from './python/pdm-lock.ts';
import { parsePipfileLock } from './python/pipfile-lock.ts';
import { parsePipfile } from './python/pipfile.ts';
import { parsePoetryLock } from './python/poetry-lock.ts';
import { parsePylock } from './python/pylock.ts';
import { parsePyproject } from './python/pyproject.ts';
import { parseRequirements } from './python/requirements.ts';
import { parseSetupCfg } from './python/setup-cfg.ts';
import { parseUvLock } from './python/uv-lock.ts';
import { isVersionFile, parseVersionFile } from './runtimes/version-files.ts';
import { parseGemfile } from './ruby/gemfile.ts';
import { parseGemspec } from './ruby/gemspec.ts';
import { parseGemfileLock } from './ruby/lockfile.ts';
import { parseComposerAuth } from './settings/composer-auth.ts';
import { parseSetupPy } from './python/setup-py.ts';
import { parseBunfig } from './settings/bunfig.ts';
import { parseDependabot } from './settings/dependabot.ts';
import { parseIni } from './settings/ini.ts';
import { parseDevcontainer, parseExtensions, parseRenovate } from './settings/json-files.ts';
import { parseNugetConfig } from './settings/nuget.ts';
import { parseCargoConfig, parseCargoCredentials, parsePoetryToml, parseUvToml } from './settings/toml-files.ts';
import { parseYarnrcClassic } from './settings/yarnrc-classic.ts';
import { parseYarnrc } from './settings/yarnrc.ts';

const REQUIREMENTS = /^(?:[\w.-]*[-_.])?requirements?\d*(?:[-_.][\w.-]*)?\.(?:txt|in|pip)$/i;
const CONSTRAINTS = /^(?:[\w.-]*[-_.])?constraints?(?:[-_.][\w.-]*)?\.(?:txt|in)$/i;

const NAMES: ReadonlyMap<string, DependencyFormat> = new Map([
  ['package.json', 'package.json'],
  ['package-lock.json', 'package-lock.json'],
  ['npm-shrinkwrap.json', 'package-lock.json'],
  ['yarn.lock', 'yarn.lock'],
  ['pnpm-lock.yaml', 'pnpm-lock.yaml'],
  ['pnpm-workspace.yaml', 'pnpm-workspace.yaml'],
  ['bun.lock', 'bun.lock'],
  ['.yarnrc.yml', '.yarnrc.yml'],
  ['bunfig.toml', 'bunfig.toml'],
  ['.bunfig.toml', 'bunfig.toml'],
  ['pyproject.toml', 'pyproject.toml'],
  ['Pipfile', 'Pipfile'],
  ['setup.cfg', 'setup.cfg'],
  ['poetry.lock', 'poetry.lock'],
  ['uv.lock', 'uv.lock'],
  ['pdm.lock', 'pdm.lock'],
  ['pylock.toml', 'pylock.toml'],
  ['Pipfile.lock', 'Pipfile.lock'],
  ['Cargo.toml', 'Cargo.toml'],
  ['Cargo.lock', 'Cargo.lock'],
  ['go.mod', 'go.mod'],
  ['Gemfile', 'Gemfile'],
  ['gems.rb', 'Gemfile'],
  ['Gemfile.lock', 'Gemfile.lock'],
  ['gems.locked', 'Gemfile.lock'],
  ['composer.json', 'composer.json'],
  ['composer.lock', 'composer.lock'],
  ['auth.json', 'auth.json'],
  ['mix.exs', 'mix.exs'],
  ['mix.lock', 'mix.lock'],
  ['pubspec.yaml', 'pubspec.yaml'],
  ['pubspec_overrides.yaml', 'pubspec.yaml'],
  ['pubspec.lock', 'pubspec.lock'],
  ['go.work', 'go.work'],
  ['go.sum', 'go.sum'],
  ['go.work.sum', 'go.sum'],
  ['go.env', 'go.env'],
  ['settings.gradle', 'settings.gradle'],
  ['settings.gradle.kts', 'settings.gradle'],
  ['gradle.lockfile', 'gradle.lockfile'],
  ['buildscript-gradle.lockfile', 'gradle.lockfile'],
  ['settings-gradle.lockfile', 'gradle.lockfile'],
  ['verification-metadata.xml', 'verification-metadata.xml'],
  ['gradle.properties', 'gradle.properties'],
  ['gradle-wrapper.properties', 'gradle-wrapper.properties'],
  ['maven-wrapper.properties', 'maven-wrapper.properties'],
  ['.npmrc', '.npmrc'],
  ['.pypirc', '.pypirc'],
  ['pip.conf', 'pip.conf'],
  ['pip.ini', 'pip.conf'],
  ['nuget.config', 'nuget.config'],
  ['.yarnrc', '.yarnrc'],
  ['uv.toml', 'uv.toml'],
  ['poetry.toml', 'poetry.toml'],
  ['setup.py', 'setup.py'],
  ['renovate.json', 'renovate.json'],
  ['renovate.json5', 'renovate.json'],
  ['.renovaterc', 'renovate.json'],
  ['.renovaterc.json', 'renovate.json'],
  ['.renovaterc.json5', 'renovate.json'],
  ['.devcontainer.json', 'devcontainer.json'],
  ['pom.xml', 'pom.xml'],
  ['packages.config', 'packages.config'],
  ['dotnet-tools.json', 'dotnet-tools.json'],
  ['global.json', 'global.json'],
]);

/** The names that stand for a format wherever they are. */
export const FORMAT_NAMES: Iterable<string> = NAMES.keys();

/** Formats whose files may be called in several ways. */
const PATTERNS: readonly (readonly [pattern: RegExp, format: DependencyFormat])[] = [
  // PEP 751 allows a name between: pylock.dev.toml.
  [/(?:^|\/)pylock\.[^./]+\.toml$/, 'pylock.toml'],
  [/(?:^|\/)nuget\.config$/i, 'nuget.config'],
  [/(?:^|\/)(?:pom[-_.][\w.-]*\.xml|[\w.-]+\.pom(?:\.xml)?)$/, 'pom.xml'],
  [/(?:^|\/)(?:[\w.-]*[-_.])?settings(?:[-_][\w.-]*)?\.xml$/i, 'settings.xml'],
  // Any script may have the name of its project: app.gradle.kts.
  [/\.gradle(?:\.kts)?$/, 'build.gradle'],
  [/\.versions\.toml$/, 'libs.versions.toml'],
  [/(?:^|\/)dependency-locks\/[^/]+\.lockfile$/, 'gradle.lockfile'],
  // Where `go env -w` writes it on Linux, as in repositories of dotfiles.
  [/(?:^|\/)(?:dot_|\.)config\/go\/env$/, 'go.env'],
  [/(?:^|\/)\.mvn\/extensions\.xml$/, 'extensions.xml'],
  [/(?:^|\/)packages\.config$/i, 'packages.config'],
  // A project with others in its folder has a lockfile with its name.
  [/(?:^|\/)packages\.(?:[^/]+\.)?lock\.json$/, 'packages.lock.json'],
  // What a restore writes into the folder of intermediate files is generated.
  [/(?:^|\/)(?!.*\.nuget\.g\.\w+$)(?!.*\.pbxproj$)[^/]+\.(?:[a-z]*proj|props|targets)$/i, 'msbuild'],
  // What means something only in its folder.
  [/(?:^|\/)\.cargo\/config(?:\.toml)?$/, 'cargo-config.toml'],
  [/(?:^|\/)\.cargo\/credentials(?:\.toml)?$/, 'cargo-credentials.toml'],
  [/(?:^|\/)pypoetry\/(?:auth|config)\.toml$/, 'poetry.toml'],
  [/(?:^|\/)\.github\/dependabot\.ya?ml$/, 'dependabot.yml'],
  [/(?:^|\/)\.vscode\/extensions\.json$/, 'extensions.json'],
  [/(?:^|\/)\.devcontainer\/(?:[^/]+\/)?devcontainer\.json$/, 'devcontainer.json'],
];

const READERS: Readonly<Record<DependencyFormat, (text: string, path: string) => DependencyFile>> = {
  'package.json': parsePackageJson,
  'package-lock.json': parsePackageLock,
  'yarn.lock': parseYarnLock,
  'pnpm-lock.yaml': parsePnpmLock,
  'pnpm-workspace.yaml': parsePnpmWorkspace,
  'bun.lock': parseBunLock,
  '.yarnrc.yml': parseYarnrc,
  'bunfig.toml': parseBunfig,
  'requirements.txt': (text, path) => parseRequirements(path, text),
  'constraints.txt': (text, path) => parseRequirements(path, text),
  'pyproject.toml': parsePyproject,
  Pipfile: parsePipfile,
  'setup.cfg': parseSetupCfg,
  'poetry.lock': parsePoetryLock,
  'uv.lock': parseUvLock,
  'pdm.lock': parsePdmLock,
  'pylock.toml': parsePylock,
  'Pipfile.lock': parsePipfileLock,
  'Cargo.toml': parseCargoToml,
  'Cargo.lock': parseCargoLock,
  'runtime-version': parseVersionFile,
  Gemfile: parseGemfile,
  gemspec: parseGemspec,
  'Gemfile.lock': parseGemfileLock,
  'composer.json': parseComposerJson,
  'composer.lock': parseComposerLock,
  'auth.json': parseComposerAuth,
  'mix.exs': parseMixExs,
  'mix.lock': parseMixLock,
  'pubspec.yaml': parsePubspec,
  'pubspec.lock': parsePubspecLock,
  'go.mod': (text) => parseGoMod(text),
  'go.work': (text) => parseGoMod(text, 'go.work'),
  'go.sum': parseGoSum,
  'go.env': parseGoEnv,
  'build.gradle': parseGradleScript,
  'settings.gradle': parseGradleScript,
  'libs.versions.toml': parseVersionCatalog,
  'gradle.lockfile': parseGradleLockfile,
  'verification-metadata.xml': parseVerificationMetadata,
  'gradle.properties': (text) => parseProperties(text, 'gradle.properties'),
  'gradle-wrapper.properties': (text) => parseProperties(text, 'gradle-wrapper.properties'),
  'maven-wrapper.properties': (text) => parseProperties(text, 'maven-wrapper.properties'),
  '.npmrc': (text) => parseIni(text, '.npmrc'),
  '.pypirc': (text) => parseIni(text, '.pypirc'),
  'pip.conf': (text) => parseIni(text, 'pip.conf'),
  'nuget.config': parseNugetConfig,
  'pom.xml': parsePom,
  'settings.xml': parseMavenSettings,
  'extensions.xml': parseMavenExtensions,
  msbuild: parseMsbuild,
  'packages.config': parsePackagesConfig,
  'packages.lock.json': parseNugetLock,
  'dotnet-tools.json': parseDotnetTools,
  'global.json': parseGlobalJson,
  '.yarnrc': parseYarnrcClassic,
  'uv.toml': parseUvToml,
  'poetry.toml': parsePoetryToml,
  'cargo-config.toml': parseCargoConfig,
  'cargo-credentials.toml': parseCargoCredentials,
  'setup.py': parseSetupPy,
  'dependabot.yml': parseDependabot,
  'renovate.json': parseRenovate,
  'extensions.json': parseExtensions,
  'devcontainer.json': parseDevcontainer,
};

/** The format that a file's path stands for; undefined for none of ours. */
export function dependencyFormatOf(path: string): DependencyFormat | undefined {
  const name = baseName(path);
  const known = NAMES.get(name) ?? PATTERNS.find(([pattern]) => pattern.test(path))?.[1];
  if (known !== undefined) return known;
  if (isVersionFile(name)) return 'runtime-version';
  const ruby = rubyFormatOf(name);
  if (ruby !== undefined) return ruby;
  const placed = PATTERNS.find(([pattern]) => pattern.test(path));
  if (placed) return placed[1];
  // PEP 751 allows a name between: pylock.dev.toml.
  if (/^pylock\.[^.]+\.toml$/.test(name)) return 'pylock.toml';
  if (CONSTRAINTS.test(name)) return 'constraints.txt';
  const inFolder = /(?:^|\/)requirements\/(?:[\w.-]+\/)?[^/]+\.(?:txt|in)$/i.test(path);
  return inFolder || REQUIREMENTS.test(name) ? 'requirements.txt' : undefined;
}

/** Gem specifications are named by their gem, and a project may have a Gemfile for each of several versions of a library. */
function rubyFormatOf(name: string): DependencyFormat | undefined {
  if (name.endsWith('.gemspec')) return 'gemspec';
  if (/^(?:.+\.gemfile|Gemfile[._-][\w.-]+)\.lock$/.test(name)) return 'Gemfile.lock';
  return /^(?:.+\.gemfile|Gemfile[._-](?:rails|ruby|next|local|ci|dev|test|tools|lint|plugins?|head|edge)[\w.-]*)$/.test(name)
    ? 'Gemfile'
    : undefined;
}

/**
 * Reads a file by the format that its path stands for; a file of no known format is read as a requirements file. Of a file with merge conflicts both sides are read.
 * Never throws.
 */
export const parseDependencies = (path: string, text: string): DependencyFile =>
  readBoth(path, text, READERS[dependencyFormatOf(path) ?? 'requirements.txt']);

/** Reads a file that requirements include, under whatever name. Never throws. */
export const parseIncluded = (path: string, text: string, kind: Include['kind']): DependencyFile =>
  readBoth(path, text, (one) => parseRequirements(path, one, kind));

function readBoth(path: string, written: string, read: (text: string, path: string) => DependencyFile): DependencyFile {
  // A line break of two characters may have lost one; the offsets stay what they are.
  const text = written.includes('\r') ? written.replaceAll(/\r(?!\n)/g, '\n') : written;
  const conflict = conflictIn(text);
  return conflict ? mergedSides(read(conflict.ours, path), read(conflict.theirs, path), conflict) : read(text, path);
}
