import { foldersUpwards } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFormat, SettingFacts } from '../../../model/dependencies/index.ts';
import { isYarn1, managerByLockfile, managerVersion, namedManager } from './package-manager.ts';

/** How a package manager is told to leave out releases that are too young. */
export interface Gate {
  readonly manager: 'npm' | 'pnpm' | 'yarn' | 'bun' | 'uv';
  /** Where a project sets it. */
  readonly format: DependencyFormat;
  readonly key: string;
  /** Three days, in the unit that the package manager reads. */
  readonly value: string;
  /** The lines that set it in a file of its own. */
  readonly lines: readonly string[];
  /** The first version that knows the key. */
  readonly since: string;
  /** The first version that waits a day without being told. */
  readonly byDefault?: string;
}

export const GATES: readonly Gate[] = [
  // In days (https://docs.npmjs.com/cli/using-npm/config#min-release-age).
  { manager: 'npm', format: '.npmrc', key: 'min-release-age', value: '3', lines: ['min-release-age=3'], since: '11.10.0' },
  // In minutes (https://pnpm.io/settings#minimumreleaseage).
  {
    manager: 'pnpm',
    format: 'pnpm-workspace.yaml',
    key: 'minimumReleaseAge',
    value: '4320',
    lines: ['minimumReleaseAge: 4320'],
    since: '10.16.0',
    byDefault: '11.0.0',
  },
  // In minutes where there is no unit (https://yarnpkg.com/configuration/yarnrc#npmMinimalAgeGate).
  {
    manager: 'yarn',
    format: '.yarnrc.yml',
    key: 'npmMinimalAgeGate',
    value: '4320',
    lines: ['npmMinimalAgeGate: 4320'],
    since: '4.10.0',
    byDefault: '4.15.0',
  },
  // In seconds (https://bun.com/docs/runtime/bunfig#install-minimumreleaseage).
  {
    manager: 'bun',
    format: 'bunfig.toml',
    key: 'minimumReleaseAge',
    value: '259200',
    lines: ['[install]', 'minimumReleaseAge = 259200'],
    since: '1.3.0',
  },
  // A date or a duration (https://docs.astral.sh/uv/reference/settings/#exclude-newer).
  {
    manager: 'uv',
    format: 'uv.toml',
    key: 'exclude-newer',
    value: '3 days',
    lines: ['exclude-newer = "3 days"'],
    since: '0.9.17',
  },
];

/** Every spelling of the keys, those of tools that propose updates included, by what they are for; `any` for all. */
const KEYS: ReadonlyMap<string, 'npm' | 'python' | 'any'> = new Map([
  ['min-release-age', 'npm'],
  ['before', 'npm'],
  ['minimum-release-age', 'npm'],
  ['minimumReleaseAge', 'npm'],
  ['npmMinimalAgeGate', 'npm'],
  ['exclude-newer', 'python'],
  ['uploaded-prior-to', 'python'],
]);

/** Nothing is younger than nothing. */
export const isZero = (value: string): boolean => /^["']?0+(?:\s*[a-z]*)?["']?$/i.test(value);

const ALL: Readonly<Record<string, readonly string[]>> = {
  npm: ['npm', 'bun'],
  python: ['pip', 'uv'],
};

/** Whether anything in the workspace makes installations or updates of an ecosystem wait: the package manager upwards of `path`, Dependabot or Renovate. */
export function isCooledDown(path: string, family: 'npm' | 'python', workspace: WorkspaceView): boolean {
  const folders = new Set(foldersUpwards(path));
  return workspace.all('dependencies').some(([other, { format, settings }]) => {
    if (format === 'renovate.json') return isRenovateCool(settings);
    if (format === 'dependabot.yml') return (ALL[family] ?? []).some((ecosystem) => isDependabotCool(settings, ecosystem));
    const folder = other.slice(0, Math.max(0, other.lastIndexOf('/')));
    if (!folders.has(folder)) return false;
    if (format === 'package.json' && isRenovateCool(settings.filter(({ section }) => section.startsWith('renovate'))))
      return true;
    return settings.some(({ key, value }) => KEYS.get(key) === family && !isZero(value));
  });
}

/** Presets that set it themselves (https://docs.renovatebot.com/presets-default/), and those of other repositories, of which nothing is known. */
const COOL_PRESET =
  /best-practices|minimumReleaseAge|unpublishSafe|^(?!config:|:|group:|schedule:|workarounds:|default:|docker:|helpers:|monorepo:|npm:|packages:|preview:|replacements:|security:|customManagers:|mergeConfidence:|abandonments:|global:|js-)/i;

export const isRenovateCool = (settings: readonly SettingFacts[]): boolean =>
  settings.some(
    ({ key, value }) =>
      ((key === 'minimumReleaseAge' || key === 'stabilityDays') && !isZero(value) && value !== 'null') ||
      (key === 'extends' && COOL_PRESET.test(value)),
  );

/** Whether an entry of Dependabot for an ecosystem waits. */
function isDependabotCool(settings: readonly SettingFacts[], ecosystem: string): boolean {
  const sections = new Set(settings.map(({ section }) => section));
  return settings.some(
    ({ section, key, value }) => key === 'package-ecosystem' && value === ecosystem && sections.has(`${section}.cooldown`),
  );
}

/** The gate of the package manager that the project at `path` uses, as far as it names it or has its lockfile; undefined where it is not known or too old. */
export function gateOf(path: string, workspace: WorkspaceView): Gate | undefined {
  const manager = namedManager(path, workspace)?.name ?? managerByLockfile(path, workspace);
  const gate = GATES.find((one) => one.manager === manager);
  return gate && isUseful(gate, path, workspace) ? gate : undefined;
}

/** Whether the version that the project names knows the key and does not wait anyway. */
export const isUseful = ({ manager, since, byDefault }: Gate, path: string, workspace: WorkspaceView): boolean =>
  managerVersion(path, manager, workspace, since) !== 'older' &&
  !(manager === 'yarn' && isYarn1(path, workspace)) &&
  (byDefault === undefined || managerVersion(path, manager, workspace, byDefault) !== 'newer');
