import type { Context } from '../../../engine/rule.ts';
import { configuredHosts, isAllowed, isForge, isPublicHost } from './hosts.ts';
import { type Fetched, fetched, grouped, isLocalHost } from './locked-urls.ts';

/** A scope whose packages all come from one host that is not the public registry, and that no setting ties to a registry. */
export interface UntiedScope {
  readonly host: string;
  readonly first: Fetched;
  /** The address that the scope would have to be tied to. */
  readonly registry: string;
}

/** The untied scopes of a lockfile by their names (`@acme`). */
export function untiedScopes(context: Context<'dependencies'>): ReadonlyMap<string, UntiedScope> {
  const { model, env } = context;
  const untied = new Map<string, UntiedScope>();
  const configured = configuredHosts('npm', env);
  if (model.role !== 'lockfile' || model.ecosystem !== 'npm' || configured === 'unknown') return untied;
  const named = namedScopes(context);
  for (const [scope, found] of scopesOf(model)) {
    const hosts = new Set(found.map(({ host }) => host));
    const [first] = found;
    const [host] = hosts;
    if (first === undefined || hosts.size !== 1 || host === undefined) continue;
    if (isPublicHost('npm', host) || isLocalHost(host) || configured.has(host) || named.has(scope)) continue;
    const registry = registryOf(first.url, first.dependency.name);
    // An archive of a forge, or any other address, is no registry.
    if (registry === undefined || isForge(host)) continue;
    if (!isAllowed(env.dependencies.allowedHosts, host)) untied.set(scope, { host, first, registry });
  }
  return untied;
}

export const scopeOf = ({ dependency }: Fetched): string | undefined => /^@[^/]+(?=\/)/.exec(dependency.name)?.[0];

/** The scopes of a lockfile with their packages, without those of a host that other packages come from as well: that is a mirror of somebody's own settings. */
function scopesOf(model: Context<'dependencies'>['model']): ReadonlyMap<string, Fetched[]> {
  const all = fetched(model).filter(({ dependency: { source } }) => source === 'registry' || source === 'alias');
  const scopes = grouped(all, scopeOf);
  const others = new Set(all.flatMap((one) => (scopeOf(one) === undefined ? (one.host ?? []) : [])));
  for (const [scope, found] of scopes) if (found.some(({ host }) => host !== undefined && others.has(host))) scopes.delete(scope);
  return scopes;
}

/** `@acme:registry` of .npmrc, `npmScopes.acme` of .yarnrc.yml, `install.scopes` of bunfig.toml, wherever they lead. */
function namedScopes({ env }: Context<'dependencies'>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [, { role, settings }] of env.workspace.all('dependencies')) {
    if (role === 'lockfile') continue;
    for (const { section, key } of settings) {
      const scope =
        /^(@[^:/]+):registry$/.exec(key)?.[1] ??
        /^npmScopes\.([^.]+)$/.exec(section)?.[1] ??
        /^install\.scopes(?:\.(.+))?$/.exec(section)?.[1];
      if (scope !== undefined) named.add(scope.startsWith('@') ? scope : `@${scope}`);
      if (section === 'install.scopes') named.add(key.startsWith('@') ? key : `@${key}`);
    }
  }
  return named;
}

/** What stands before the package's name in the address of its archive. */
function registryOf(url: string, name: string): string | undefined {
  const at = url.toLowerCase().replace(/%2f/g, '/').replace(/%40/g, '@').indexOf(`/${name.toLowerCase()}/`);
  if (at < 0) return undefined;
  const base = url.slice(0, at);
  const registry = /^https:\/\/npm\.pkg\.github\.com\/download$/i.test(base) ? base.slice(0, -'/download'.length) : base;
  return /^https:\/\/[^/]+/i.test(registry) ? `${registry}/` : undefined;
}
