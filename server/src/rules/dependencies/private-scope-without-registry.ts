import { folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { addingToNpmrc } from './shared/npmrc.ts';
import { untiedScopes } from './shared/scopes.ts';

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
    const folder = folderOf(file.path);
    for (const [scope, { host, first }] of untiedScopes(context)) {
      const registry = registryOf(first.url, first.dependency.name);
      yield {
        message: 'scope',
        data: { scope, host },
        span: first.urlSpan,
        key: `${keyOf(model, first.dependency)}/${scope}`,
        fixes:
          registry === undefined
            ? []
            : addingToNpmrc(`Tie ${scope} to its registry in .npmrc`, `${scope}:registry=${registry}`, folder, env.workspace),
      };
    }
  },
);

/** What stands before the package's name in the address of its archive. */
function registryOf(url: string, name: string): string | undefined {
  const at = url.toLowerCase().replace(/%2f/g, '/').replace(/%40/g, '@').indexOf(`/${name.toLowerCase()}/`);
  if (at < 0) return undefined;
  const base = url.slice(0, at);
  const registry = /^https:\/\/npm\.pkg\.github\.com\/download$/i.test(base) ? base.slice(0, -'/download'.length) : base;
  return /^https:\/\/[^/]+/i.test(registry) ? `${registry}/` : undefined;
}
