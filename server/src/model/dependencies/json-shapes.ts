import type { JsonShape } from '../json/index.ts';

const NPM_SECTIONS = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']);
/** Keys of package.json whose value is an object and that mean something at the top only, or in what is exempt below. */
const NPM_OBJECTS = new Set([...NPM_SECTIONS, 'peerDependenciesMeta', 'scripts', 'engines', 'overrides', 'resolutions']);
const NPM_TEXTS = new Set(['private', 'license', 'main', 'type', 'description', 'author', 'homepage', 'packageManager']);

/** package.json: sections stand at the top, and what they name is a text. pnpm has overrides and extensions of packages, which have sections of their own. */
export const packageJsonShape: JsonShape = (path, key, opens) => {
  const [first, second] = path;
  if (first === undefined) return true;
  const inSection = NPM_SECTIONS.has(path.at(-1) ?? '') || (first === 'pnpm' && second === 'overrides');
  if (opens === '') return !inSection || path.length > 1 || !NPM_TEXTS.has(key);
  if (inSection) return false;
  if (opens === '[' || !NPM_OBJECTS.has(key) || first === 'jspm') return true;
  return first === 'pnpm' && (key === 'overrides' || (second === 'packageExtensions' && path.length > 2));
};

const COMPOSER_SECTIONS = new Set(['require', 'require-dev']);
const COMPOSER_TOP = new Set([...COMPOSER_SECTIONS, 'autoload', 'autoload-dev', 'config', 'extra', 'scripts', 'repositories']);
const COMPOSER_TEXTS = new Set(['minimum-stability', 'prefer-stable', 'license', 'type', 'description']);

/** composer.json: the same; a repository may hold a package with sections of its own. */
export const composerJsonShape: JsonShape = (path, key, opens) => {
  const [first] = path;
  if (first === undefined) return true;
  const inSection = path.length === 1 && COMPOSER_SECTIONS.has(first);
  if (opens === '') return !inSection || !COMPOSER_TEXTS.has(key);
  return !inSection && (!COMPOSER_TOP.has(key) || first === 'repositories' || first === 'extra');
};

const TEXTS_OF_LOCKED = new Set([...NPM_SECTIONS, 'engines', 'bin']);
const OBJECTS_OF_LOCKED = new Set([...TEXTS_OF_LOCKED, 'peerDependenciesMeta', 'funding', 'license', 'repository']);

/** package-lock.json: folders of packages stand in `packages`; what version 1 nests stands in `dependencies`. */
export const packageLockShape: JsonShape = (path, key, opens) => {
  const [first] = path;
  if (first === undefined || opens !== '{') return true;
  const depth = path.length;
  if (first === 'packages') {
    if (key.includes('node_modules/')) return depth === 1;
    if (depth === 1) return key !== 'dependencies';
    return depth === 2 ? OBJECTS_OF_LOCKED.has(key) : !TEXTS_OF_LOCKED.has(path[2] ?? '');
  }
  if (first !== 'dependencies') return key !== 'packages' && key !== 'dependencies';
  if (depth % 2 === 0) return key === 'requires' || key === 'dependencies';
  return path[depth - 1] === 'dependencies';
};

/** bun.lock: what a folder asks for are texts, and packages are arrays at the top of `packages`. */
export const bunLockShape: JsonShape = (path, key, opens) => {
  const [first] = path;
  if (first === undefined) return true;
  if (key === 'packages' && opens === '{') return false;
  if (first === 'packages') return opens !== '[' || path.length === 1 || path.at(-1) === '';
  if (first !== 'workspaces' || opens === '') return true;
  if (path.length === 2) return OBJECTS_OF_LOCKED.has(key) || opens === '[';
  return path.length < 3;
};

/** Pipfile.lock: packages stand in categories and hold no objects. */
export const pipfileLockShape: JsonShape = (path, key, opens) =>
  opens !== '{' || path.length === 0 || (key !== 'default' && key !== 'develop' && (path.length === 1 || path[0] === '_meta'));

const FRAMEWORK = /^(?:net\d|netstandard\d|netcoreapp\d|uap\d|\.NET)/;

/** packages.lock.json: frameworks, packages in them, and in these only what they depend on. */
export const nugetLockShape: JsonShape = (path, key, opens) => {
  if (opens !== '{' || path.length < 2) return true;
  return !FRAMEWORK.test(key) && (path.length === 2 || (path.length === 3 && key === 'dependencies'));
};

/** dotnet-tools.json and global.json: nothing is nested deeper than a tool. */
export const dotnetShape: JsonShape = (path, key, opens) =>
  opens !== '{' || path.length === 0 || (path.length === 1 && path[0] === 'tools' && key !== 'msbuild-sdks' && key !== 'sdk');

/** composer.lock: lists of packages stand at the top; where a package comes from and what it requires are texts. */
export const composerLockShape: JsonShape = (path, key, opens) => {
  if (opens === '' || path.length === 0) return true;
  if (key === 'packages-dev' || key === 'stability-flags') return false;
  return !/^(?:source|dist|require|require-dev)$/.test(path.at(-1) ?? '') || opens === '[';
};
