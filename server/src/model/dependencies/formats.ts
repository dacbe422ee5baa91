import { baseName } from '../../base/path.ts';
import { parseCargoLock } from './cargo/lockfile.ts';
import { parseCargoToml } from './cargo/manifest.ts';
import type { DependencyFile, DependencyFormat } from './file.ts';
import { parseGoMod } from './go/mod.ts';
import { parseBunLock } from './npm/lock/bun.ts';
import { parsePnpmLock } from './npm/lock/pnpm.ts';
import { parseYarnLock } from './npm/lock/yarn.ts';
import { parsePackageLock } from './npm/lockfile.ts';
import { parsePackageJson } from './npm/manifest.ts';
import { parsePnpmWorkspace } from './npm/pnpm-workspace.ts';
import { parsePdmLock } from './python/pdm-lock.ts';
import { parsePipfileLock } from './python/pipfile-lock.ts';
import { parsePipfile } from './python/pipfile.ts';
import { parsePoetryLock } from './python/poetry-lock.ts';
import { parsePylock } from './python/pylock.ts';
import { parsePyproject } from './python/pyproject.ts';
import { parseRequirements } from './python/requirements.ts';
import { parseSetupCfg } from './python/setup-cfg.ts';
import { parseUvLock } from './python/uv-lock.ts';
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
]);

/** Files whose names mean something only in their folders. */
const IN_FOLDERS: readonly (readonly [path: RegExp, format: DependencyFormat])[] = [
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
  'go.mod': parseGoMod,
  '.npmrc': (text) => parseIni(text, '.npmrc'),
  '.pypirc': (text) => parseIni(text, '.pypirc'),
  'pip.conf': (text) => parseIni(text, 'pip.conf'),
  'nuget.config': parseNugetConfig,
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
  const known = NAMES.get(name) ?? (name.toLowerCase() === 'nuget.config' ? 'nuget.config' : undefined);
  if (known !== undefined) return known;
  const placed = IN_FOLDERS.find(([pattern]) => pattern.test(path));
  if (placed) return placed[1];
  // PEP 751 allows a name between: pylock.dev.toml.
  if (/^pylock\.[^.]+\.toml$/.test(name)) return 'pylock.toml';
  if (CONSTRAINTS.test(name)) return 'constraints.txt';
  const inFolder = /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/i.test(path);
  return inFolder || REQUIREMENTS.test(name) ? 'requirements.txt' : undefined;
}

/** Reads a file by the format that its path stands for; a file of no known format is read as a requirements file. Never throws. */
export const parseDependencies = (path: string, text: string): DependencyFile =>
  READERS[dependencyFormatOf(path) ?? 'requirements.txt'](text, path);
