import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency, DependencyFile } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { configuredHosts, isAllowed, isForge, isPublicHost, isPublicPlace, siteOf } from './shared/hosts.ts';
import { type Fetched, fetched, hostOf, isLocalHost, MANY } from './shared/locked-urls.ts';
import { scopeOf, untiedScopes } from './shared/scopes.ts';

export const lockfileUnexpectedHost = dependencyRule(
  {
    id: 'dependencies/lockfile-unexpected-host',
    title: 'Locked package comes from an unexpected host',
    why: 'Few people read a lockfile in a review, so an address changed there is a quiet way to bring another package in. Expected are the public registry, what the settings of the package manager in this workspace name, the large forges for git dependencies, what a manifest asks for by its address, and `dependencies.allowedHosts` of the configuration. Find out who changed the line, or name the host in one of those places.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      one: '{name} is downloaded from {host}, which is neither the public registry nor named in any setting. Check who changed the lockfile, or allow the host.',
      many: '{name} and {count} other packages are downloaded from {host}, which is neither the public registry nor named in any setting. Name it in the settings of the package manager, or allow it.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-494', 'OWASP A08:2021'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model } = context;
    if (model.role !== 'lockfile') return;
    const scopes = untiedScopes(context);
    for (const [host, found] of unexpected(context)) {
      const packages = [...new Map(found.map((one) => [one.dependency, one])).values()];
      const isMany = packages.length > MANY;
      for (const one of isMany ? packages.slice(0, 1) : packages) {
        const { dependency, urlSpan } = one;
        const isTold = scopes.has(scopeOf(one) ?? '');
        const common = {
          span: urlSpan,
          key: `${host}/${keyOf(model, dependency)}/${dependency.path ?? ''}`,
          ...(isTold && { summedUpBy: 'dependencies/private-scope-without-registry' as const }),
        };
        const { rawName: name } = dependency;
        yield isMany
          ? { message: 'many', data: { name, host, count: String(packages.length - 1) }, ...common }
          : { message: 'one', data: { name, host }, ...common };
      }
    }
  },
);

function unexpected({ model, env }: Context<'dependencies'>): ReadonlyMap<string, Fetched[]> {
  const { ecosystem } = model;
  const found = new Map<string, Fetched[]>();
  const configured = configuredHosts(ecosystem, env);
  if (configured === 'unknown') return found;
  if (!isTelling(model, configured)) return found;
  const sites = new Set([...configured].map(siteOf));
  const chosen = chosenByAddress(model.roots.flatMap((root) => [...root.resolved].map(([name, to]) => ({ root, name, to }))));
  for (const one of fetched(model)) {
    const { host } = one;
    if (host === undefined || isLocalHost(host) || chosen.has(one.dependency)) continue;
    // Packagist lists packages of any host's repositories; archives are made by the large forges.
    if (ecosystem === 'Packagist' && (isForge(host) || isRepository(one))) continue;
    if (isPublicPlace(ecosystem, host, one.url) || configured.has(host) || isAllowed(env.dependencies.allowedHosts, host))
      continue;
    const { source, kind } = one.dependency;
    const isByAddress = source === 'git' || source === 'url';
    // What a manifest asks for by its address was chosen there.
    if (isByAddress && (isForge(host) || kind === 'direct')) continue;
    if (ecosystem === 'PyPI' && sites.has(siteOf(host))) continue;
    const same = found.get(host);
    if (same) same.push(one);
    else found.set(host, [one]);
  }
  return found;
}

/** Whether another host than the known ones says anything. */
function isTelling({ format, dependencies }: DependencyFile, configured: ReadonlySet<string>): boolean {
  switch (format) {
    case 'composer.lock':
      // A repository may have the archives of its packages anywhere.
      return configured.size === 0;
    case 'Gemfile.lock':
      return configured.size > 0;
    case 'pubspec.lock':
      // A mirror is set in the environment, and then all packages come from there.
      return dependencies.some(({ resolved = [] }) => resolved.some(({ url }) => isPublicHost('Pub', hostOf(url) ?? '')));
    default:
      return true;
  }
}

/** Of what Composer may take from an archive or from a repository. */
const isRepository = ({ url, dependency: { location } }: Fetched): boolean =>
  location?.hasRefKey === true && location.url === url;

interface Resolution {
  readonly root: Context<'dependencies'>['model']['roots'][number];
  readonly name: string;
  readonly to: Dependency;
}

const chosenByAddress = (resolutions: readonly Resolution[]): ReadonlySet<Dependency> =>
  new Set(
    resolutions.flatMap(({ root, name, to }) =>
      root.declared?.some(({ rawName, source }) => rawName === name && (source === 'url' || source === 'git')) === true ? to : [],
    ),
  );
