import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Dependency } from '../dependency.ts';
import type { DeclaredFacts, LockedFacts } from '../facts.ts';
import { isCatalogSection } from '../npm/catalog.ts';
import { schemeOf } from '../versions/index.ts';
import type { Lock } from './lock.ts';

/** What is asked of a lock: a dependency of a manifest. */
type Asked = Pick<Dependency, 'rawName' | 'name' | 'section' | 'source' | 'requirement' | 'location'>;

/** The name under which a lock knows a declared dependency. */
const keyIn = ({ ecosystem }: Lock, { rawName, name }: Pick<Asked, 'rawName' | 'name'>): string =>
  ecosystem === 'npm' ? rawName : name;

/** What is built with, and what an environment of Hatch has, is installed apart from everything else, in whatever version. */
const isBuildTool = ({ section }: Pick<Asked, 'section'>): boolean =>
  section === 'build-system.requires' || section.startsWith('tool.hatch.') || /(?:^|\.)(?:classpath|plugins)$/.test(section);

/** What a build script of Gradle says for other projects, which have lockfiles of their own. */
const isElsewhere = ({ ecosystem }: Lock, { section }: Pick<Asked, 'section'>): boolean =>
  ecosystem === 'Maven' && /^(?:subprojects|project\(|configure)/.test(section);

/** The locked package of a declared one. */
export function lockedFor(lock: Lock | undefined, asked: Asked): LockedFacts | undefined {
  if (lock === undefined || isBuildTool(asked) || isElsewhere(lock, asked)) return undefined;
  const { ecosystem, locked, root } = lock;
  if (ecosystem === 'npm' && isCatalogSection(asked.section)) return inCatalog(lock, asked);
  if (root.keyedBy !== 'descriptor') return locked.get(keyIn(lock, asked)) ?? ofSeveral(lock, asked);
  for (const descriptor of descriptorsOf(asked)) {
    const found = locked.get(descriptor);
    if (found) return found;
  }
  return undefined;
}

/**
 * The one version that is meant where several are locked. Cargo has one for each that fits no other, Gradle one for each configuration; which is for whom only the
 * requirement tells, if at all.
 */
function ofSeveral({ ecosystem, graph = [], linked }: Lock, asked: Asked): LockedFacts | undefined {
  const { name, source, requirement } = asked;
  if ((ecosystem !== 'crates.io' && ecosystem !== 'Maven') || !linked.has(name) || requirement === undefined) return undefined;
  if (source !== 'registry' && source !== 'alias') return undefined;
  const scheme = schemeOf(ecosystem);
  const [found, ...others] = graph.filter(
    (node) => node.name === name && !node.isForeign && scheme?.satisfies(node.version ?? '', requirement) === true,
  );
  if (found?.version === undefined || others.length > 0) return undefined;
  return { rawName: name, name, version: found.version, span: found.span };
}

/** What an entry of a catalog leads to. Lockfiles of Yarn know what it says, but not of which catalog. */
function inCatalog({ catalogs }: Lock, asked: Asked): LockedFacts | undefined {
  for (const descriptor of descriptorsOf(asked)) {
    const found = catalogs.get(descriptor);
    if (found) return found;
  }
  return catalogs.get(`${asked.section} ${asked.rawName}`);
}

/** How yarn.lock may write what a manifest asks for. */
function descriptorsOf({ rawName, name, source, requirement = '', location }: Asked): string[] {
  switch (source) {
    case 'registry':
      return [`${rawName}@${requirement}`, `${rawName}@npm:${requirement}`];
    case 'alias':
      return [`${rawName}@npm:${name}${requirement === '' ? '' : `@${requirement}`}`];
    default:
      return location ? [`${rawName}@${location.url}${location.ref === undefined ? '' : `#${location.ref}`}`] : [];
  }
}

/** Whether a declared name is a folder of the repository, or locked in several versions. */
export const isLinked = (lock: Lock | undefined, dependency: Pick<Asked, 'rawName' | 'name'>): boolean =>
  lock?.linked.has(keyIn(lock, dependency)) === true;

/** Whose lockfiles have the dependencies of all groups, whatever is installed. */
const ALL_GROUPS: ReadonlySet<Ecosystem> = new Set(['npm', 'RubyGems', 'Packagist', 'Hex', 'Pub']);

/**
 * Whether a lockfile has every dependency like this one. Sections that only offer versions to others may name more, and of groups, conditions and what is
 * built with, tools other than npm lock what they were told to. Gradle locks the configurations that it was told to.
 */
export const isAlwaysLocked = (dependency: Pick<DeclaredFacts, 'section' | 'groups'>, ecosystem: Ecosystem): boolean =>
  ALL_GROUPS.has(ecosystem)
    ? !isCatalogSection(dependency.section)
    : ecosystem !== 'Maven' &&
      !isBuildTool(dependency) &&
      dependency.section !== 'workspace.dependencies' &&
      (dependency.groups?.length ?? 0) === 0;
