import type { Dependency } from './dependency.ts';

/** Sections of a POM whose artifacts run the build or are inherited from. */
const MAVEN_BUILD = /^parent$|^extensions$|(?:^|\.)(?:build|reporting)\.(?:plugins|pluginManagement|extensions)(?:\.|$)/;

/** Whether a package is there for the build tool only, or comes with it, and is no dependency of what is built. */
export function isBuildTool({ ecosystem, name, section, source, location }: Dependency): boolean {
  // What comes with an SDK (`flutter`) is no package of its own.
  if (ecosystem === 'Pub') return source === 'path' && location === undefined;
  // A name of which a half is missing.
  if (ecosystem === 'Maven' && /^:|:$/.test(name)) return true;
  if (ecosystem === 'Maven') return MAVEN_BUILD.test(section) || name.endsWith('.gradle.plugin');
  return ecosystem === 'NuGet' && section === 'Sdk';
}

/** Gives dependencies without a version the one that `dependencyManagement` of the same file has for them; what stands outside profiles counts more. */
export function withManagedVersions(dependencies: readonly Dependency[]): Dependency[] {
  const managed = new Map<string, Dependency>();
  const keyOf = ({ name, variant = '' }: Dependency): string => `${name} ${variant}`;
  for (const one of dependencies)
    if (
      one.use === 'constraint' &&
      one.requirement !== undefined &&
      (!one.section.startsWith('profiles.') || !managed.has(keyOf(one)))
    )
      managed.set(keyOf(one), one);
  return dependencies.map((one) => {
    const from = one.use === 'declared' && one.requirement === undefined ? managed.get(keyOf(one)) : undefined;
    if (from?.requirement === undefined) return one;
    return { ...one, requirement: from.requirement, ...(from.version !== undefined && { version: from.version }) };
  });
}

/** One entry for each version of a locked package: direct if one of its entries is, and for development only if all are. */
export function lockedOnce(dependencies: readonly Dependency[]): Dependency[] {
  const first = new Map<string, number>();
  const result: Dependency[] = [];
  for (const one of dependencies) {
    // What is installed under its own name and under another one is one package.
    const source = one.source === 'alias' ? 'registry' : one.source;
    const key = one.use === 'locked' ? `${one.name}\n${one.version ?? ''}\n${source}\n${one.location?.url ?? ''}` : '';
    const at = key === '' ? undefined : first.get(key);
    const known = at === undefined ? undefined : result[at];
    if (at === undefined || known === undefined) {
      if (key !== '') first.set(key, result.length);
      result.push(one);
    } else
      result[at] = {
        ...known,
        kind: known.kind === 'direct' ? 'direct' : one.kind,
        groups: known.groups.filter((group) => one.groups.includes(group)),
      };
  }
  return result;
}

/** For people. Several requirements of a gem are strings of their own: `~> 7.0', '>= 7.0.4` is `~> 7.0, >= 7.0.4`. */
export const requirementInWords = (requirement: string): string =>
  requirement.trim().replaceAll(/["'](?:\.freeze)?[ \t\r\n]*,[ \t\r\n]*["']/g, ', ');

/** Old tools write what a gem asks for once for each version of RubyGems that may read it. */
export function askedOnce(dependencies: readonly Dependency[]): Dependency[] {
  const seen = new Set<string>();
  return dependencies.filter(({ name, requirement }) => seen.size < seen.add(`${name}\n${requirement ?? ''}`).size);
}
