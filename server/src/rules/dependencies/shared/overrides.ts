import type { Fix } from '../../../engine/fix.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import { baseName } from '../../../base/path.ts';
import {
  leapBetween,
  lockfileFor,
  PNPM_WORKSPACE,
  raiseFloor,
  schemeOf,
  type DeclaredFacts,
  type DependencyFormat,
  type ForcedFacts,
  type Lock,
  type OverrideSite,
} from '../../../model/dependencies/index.ts';
import { LEAVES_THE_LOCKFILE, leapInWords } from './fixes.ts';
import type { Affected } from './graph.ts';
import { managerOf, type Manager } from './managers.ts';
import { lacksOwnFile, pnpmSection } from './pnpm-overrides.ts';

/** The lock that a lockfile is for the manifest beside it, where the lockfile does not say who asks for what: that of Pub. */
export const beside = (path: string, format: DependencyFormat, workspace: WorkspaceView): Lock | undefined =>
  format === 'pubspec.lock' ? lockfileFor(`${path.slice(0, -baseName(path).length)}pubspec.yaml`, workspace) : undefined;

/** Forces the smallest safe version in the package manager's own form. */
export function overriding(path: string, lock: Lock, affected: Affected): Fix[] {
  const { node, version, safe } = affected;
  const manager = managerOf(lock);
  const name = selectorFor(lock, affected, manager);
  // What a package brings along in its own archive nobody can replace.
  if (safe === undefined || name === undefined || node.groups?.includes('bundled')) return [];
  const scheme = schemeOf(lock.ecosystem);
  const leap = leapBetween(lock.ecosystem, version, safe);
  const fix = (title: string, change: Pick<Fix, 'edits' | 'others'>): Fix => ({
    title: `${title}${leapInWords(leap)}`,
    applicability: 'suggested',
    ...change,
    leaves: LEAVES_THE_LOCKFILE,
    ...(leap && { isBreaking: true as const }),
  });
  const editing = (at: string, start: number, end: number, newText: string): Pick<Fix, 'edits' | 'others'> => {
    const edit = { span: { start, end }, newText };
    return at === path ? { edits: [edit] } : { edits: [], others: [{ path: at, edits: [edit] }] };
  };
  const isAbout = ({ name: own, marker }: ForcedFacts): boolean =>
    own === node.name && (marker === undefined || scheme?.satisfies(version, marker) === true);
  for (const [at, { forced = [] }] of lock.forcing)
    for (const { requirement, span } of forced.filter(isAbout)) {
      const range = raiseFloor(lock.ecosystem, requirement, safe);
      // One that is there and cannot be raised would contradict a second one.
      return range === undefined
        ? []
        : [fix(`Raise the override of ${node.name} to ${range}`, editing(at, span.start, span.end, range))];
    }
  // What builds with a configuration of its own, an annotation processor for one, constraints of the usual ones do not reach.
  if (lock.ecosystem === 'Maven' && node.groups?.includes('dev')) return [];
  if (isPnpm(lock) && lacksOwnFile(lock)) {
    const file = lock.path.slice(0, -baseName(lock.path).length) + PNPM_WORKSPACE;
    const create = `overrides:\n  '${name}': ^${safe}\n`;
    return [fix(`Force ${name} ${safe} or newer in a new ${PNPM_WORKSPACE}`, { edits: [], others: [{ path: file, create }] })];
  }
  return sitesIn(lock, manager)
    .filter(([, { taken = [] }]) => !taken.includes(name))
    .slice(0, 1)
    .map(([at, site]) => {
      const configuration = node.groups?.includes('test') ? 'testImplementation' : 'implementation';
      const text = site.text
        .replaceAll('{name}', name)
        .replaceAll('{version}', safe)
        .replaceAll('{next}', nextMajor(safe))
        .replace('{configuration}', configuration);
      const place = `${site.section} of ${baseName(at)}`;
      return fix(`Force ${name} ${safe} or newer in ${place}`, editing(at, site.at, site.at, text));
    });
}

/** What a range that begins at a version ends before: no fix brings in a new major version by itself. */
const nextMajor = (version: string): string => String(Number(/^\d+/.exec(version)?.[0] ?? '0') + 1);

const isPnpm = ({ path }: Lock): boolean => baseName(path) === 'pnpm-lock.yaml';

/** The places in the order of the manager's sections, those that are in use first. */
function sitesIn(lock: Lock, { sections }: Manager): (readonly [path: string, site: OverrideSite])[] {
  const all = lock.forcing.flatMap(([path, { overrideSites = [] }]) => overrideSites.map((site) => [path, site] as const));
  if (isPnpm(lock)) {
    const { file, section } = pnpmSection(lock);
    return all.filter(([path, site]) => site.section === section && baseName(path) === file);
  }
  if (!sections) return all.slice(0, 1);
  return all
    .filter(([, { section }]) => sections.includes(section))
    .toSorted(
      ([, a], [, b]) =>
        Number(a.isNew ?? false) - Number(b.isNew ?? false) || sections.indexOf(a.section) - sections.indexOf(b.section),
    );
}

/** How the package is called where others of its name must stay as they are; undefined where that cannot be said. */
function selectorFor({ ecosystem, graph = [], forcing, path }: Lock, { node, version }: Affected, { hasSelectors }: Manager) {
  const isOther = graph.some(
    (one) => one.name === node.name && leapBetween(ecosystem, version, one.version ?? version) !== undefined,
  );
  // npm refuses to override what the project itself asks for in other words.
  const isRefused = ({ rawName, requirement = '' }: DeclaredFacts): boolean =>
    rawName === node.name && !(isOther && schemeOf(ecosystem)?.satisfies(version, requirement) === false);
  if (/(?:package-lock|npm-shrinkwrap)\.json$/.test(path) && forcing.some(([, { declared }]) => declared.some(isRefused)))
    return undefined;
  if (!isOther) return node.name;
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return hasSelectors && major !== undefined ? `${node.name}@${major === '0' ? `0.${minor}` : major}` : undefined;
}
