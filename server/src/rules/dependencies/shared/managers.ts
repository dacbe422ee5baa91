import { baseName } from '../../../base/path.ts';
import { leapBetween, type Lock } from '../../../model/dependencies/index.ts';
import type { Affected } from './graph.ts';

/** How a package manager is told to take another version of what others ask for. */
export interface Manager {
  /** The sections in which its manifests force versions, the usual one first; all that the manifest offers where there is no list. */
  readonly sections?: readonly string[];
  /** Whether a name may be followed by the versions that are meant: `name@1`. */
  readonly hasSelectors?: true;
  /** What brings one package of the lockfile up to date. */
  readonly task?: string;
}

/** By the name of the lockfile. */
const MANAGERS: Readonly<Record<string, Manager>> = {
  'package-lock.json': { sections: ['overrides'], hasSelectors: true, task: 'npm update' },
  'npm-shrinkwrap.json': { sections: ['overrides'], hasSelectors: true, task: 'npm update' },
  'yarn.lock': { sections: ['resolutions'] },
  'pnpm-lock.yaml': { sections: ['overrides', 'pnpm.overrides'], hasSelectors: true },
  'bun.lock': { sections: ['overrides'] },
  'uv.lock': { sections: ['tool.uv.constraint-dependencies'], task: 'uv lock --upgrade-package' },
  'poetry.lock': { sections: ['tool.poetry.dependencies'], task: 'poetry update' },
  'pdm.lock': { sections: ['tool.pdm.resolution.overrides'] },
  'Pipfile.lock': { sections: [] },
  'Cargo.lock': { sections: [], task: 'cargo update -p' },
  'Gemfile.lock': { task: 'bundle update --conservative' },
  'gems.locked': { task: 'bundle update --conservative' },
  'composer.lock': { task: 'composer update' },
  'mix.lock': { task: 'mix deps.update' },
  'gradle.lockfile': { sections: ['constraints'] },
  'pubspec.lock': { task: 'dart pub upgrade' },
};

/** Whether a package that is forced is asked for as well, because there are no overrides: then everybody gets what only development uses. */
export const installsWhatIsForced = ({ path }: Pick<Lock, 'path'>): boolean =>
  /(?:^|\/)(?:poetry\.lock|composer\.lock|mix\.lock|gems\.locked|Gemfile[^/]*\.lock)$/.test(path);

/** Requirements that were compiled: what was compiled can ask for more. */
const COMPILED: Manager = { sections: ['requirements'] };

/** A pylock.toml may be any tool's. */
const UNKNOWN: Manager = { sections: [] };

export function managerOf({ path }: Pick<Lock, 'path'>): Manager {
  const name = baseName(path);
  return MANAGERS[name] ?? (name.startsWith('pylock.') ? UNKNOWN : name.endsWith('.txt') ? COMPILED : {});
}

/** Where packages ask for one major version of others, so that no update goes beyond it. */
const BY_MAJOR: ReadonlySet<string> = new Set(['npm', 'crates.io', 'Packagist', 'Hex', 'Pub']);

/** What a person can do, as the end of a sentence: "run `npm update qs`, or force it". */
export function taskFor({ path, ecosystem, graph = [] }: Lock, { node, version, safe }: Affected): string {
  const { task, sections } = managerOf({ path });
  const isBeyond = BY_MAJOR.has(ecosystem) && safe !== undefined && leapBetween(ecosystem, version, safe) !== undefined;
  if (isBeyond && sections?.length === 0) return 'raise what brings it in';
  if (task === undefined || isBeyond) return 'raise what brings it in, or force the version';
  const isAmbiguous = path.endsWith('Cargo.lock') && graph.some((one) => one.name === node.name && one !== node);
  return `run \`${task} ${node.name}${isAmbiguous ? `@${version}` : ''}\`, or raise what brings it in`;
}
