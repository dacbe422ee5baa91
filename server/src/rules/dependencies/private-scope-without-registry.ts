import { folderOf } from '../../base/path.ts';
import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { keyOf } from './shared/fixes.ts';
import { configuredHosts, isAllowed, isPublicHost } from './shared/hosts.ts';
import { type Fetched, fetched, grouped, hostOf, isLocalHost } from './shared/locked-urls.ts';
import { inFolder } from './shared/lockfiles.ts';

export const privateScopeWithoutRegistry = dependencyRule(
  {
    id: 'dependencies/private-scope-without-registry',
    title: 'Private scope has no registry in the settings',
    why: 'The lockfile says that the packages of a scope come from a registry of your own, but no setting of this workspace ties the scope to it. Whoever installs without the lockfile, or on a machine without the right personal settings, asks the public registry, and gets what anybody may have published there. Tie the scope to its registry in a file that is committed.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      scope:
        'Packages of {scope} come from {host}, but no setting says so, and a fresh installation asks the public registry. Set {scope}:registry.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-829', 'OWASP A08:2021'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'lockfile' || model.ecosystem !== 'npm') return;
    const configured = configuredHosts('npm', env);
    if (configured === 'unknown') return;
    const named = namedScopes(context);
    for (const [scope, found] of scopesOf(model)) {
      const hosts = new Set(found.map(({ url }) => hostOf(url)));
      const [first] = found;
      const [host] = hosts;
      if (first === undefined || hosts.size !== 1 || host === undefined) continue;
      if (isPublicHost('npm', host) || isLocalHost(host) || configured.has(host) || named.has(scope)) continue;
      if (isAllowed(env.dependencies.allowedHosts, host)) continue;
      const registry = registryOf(first.url, first.dependency.name);
      const folder = folderOf(file.path);
      yield {
        message: 'scope',
        data: { scope, host },
        span: first.urlSpan,
        key: `${keyOf(model, first.dependency)}/${scope}`,
        fixes:
          registry === undefined || env.workspace.tree()?.has(inFolder(folder, '.npmrc')) !== false
            ? []
            : [tying(scope, registry, folder)],
      };
    }
  },
);

/** The scopes of a lockfile with their packages; none where most of everything comes from one place: then that is a mirror of somebody's own settings. */
function scopesOf(model: Context<'dependencies'>['model']): ReadonlyMap<string, Fetched[]> {
  const all = [...fetched(model)].filter(({ dependency: { source } }) => source === 'registry' || source === 'alias');
  const scopeOf = ({ dependency }: Fetched): string | undefined => /^@[^/]+(?=\/)/.exec(dependency.name)?.[0];
  const scopes = grouped(all, scopeOf);
  const others = new Set(all.flatMap((one) => (scopeOf(one) === undefined ? hostOf(one.url) : [])));
  for (const [scope, found] of scopes) if (found.some(({ url }) => others.has(hostOf(url)))) scopes.delete(scope);
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

const tying = (scope: string, registry: string, folder: string): Fix => ({
  title: `Tie ${scope} to its registry in .npmrc`,
  applicability: 'suggested',
  edits: [],
  others: [{ path: inFolder(folder, '.npmrc'), create: `${scope}:registry=${registry}\n` }],
});
