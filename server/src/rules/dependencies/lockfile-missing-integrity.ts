import { dependencyRule } from '../../engine/rule.ts';
import type { DependencyFile } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { isFromRegistry, lacksIntegrity } from './shared/integrity.ts';
import { MANY } from './shared/locked-urls.ts';

export const lockfileMissingIntegrity = dependencyRule(
  {
    id: 'dependencies/lockfile-missing-integrity',
    title: 'Locked package has no hash',
    why: 'A lockfile promises that everybody installs the same files, and only the hash keeps that promise: without one a registry, a mirror or a cache may hand out something else under the same version, and nobody notices. Let the package manager write the lockfile again; a current version of it adds the hashes.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      one: '{name} {version} has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.',
      all: '{name} {version} and {others} have no hash, so whatever is downloaded under their versions is accepted. Let a current version of the package manager write the lockfile again.',
    },
    aliases: [],
    references: ['CWE-353', 'CWE-494', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.role !== 'lockfile' || !(HASHED.has(model.format) || hasSome(model))) return;
    const open = model.dependencies.filter((one) => lacksIntegrity(file.text, model.format, one));
    const isAll = open.length > 1 && open.length === model.dependencies.filter(isFromRegistry).length;
    const isMany = isAll || open.length > MANY;
    const others = open.length === 2 ? '1 other package' : `${open.length - 1} other packages`;
    for (const dependency of isMany ? open.slice(0, 1) : open) {
      const { rawName: name, version = '', path, nameSpan } = dependency;
      const common = { span: nameSpan, key: `${keyOf(model, dependency)}/${path ?? version}` };
      yield isMany
        ? { message: 'all', data: { name, version, others }, ...common }
        : { message: 'one', data: { name, version }, ...common };
    }
  },
);

/** Lockfiles whose package managers write a hash for each package of a registry. */
const HASHED: ReadonlySet<string> = new Set([
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'pylock.toml',
  'Pipfile.lock',
  'Cargo.lock',
  'mix.lock',
]);

/** Those that older versions of the package manager, or without an option, write without any hash. */
const hasSome = ({ format, dependencies }: DependencyFile): boolean =>
  (format === 'Gemfile.lock' || format === 'pubspec.lock' || format === 'packages.lock.json') &&
  dependencies.some(({ integrity }) => integrity !== undefined);
