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
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const folder = folderOf(file.path);
    for (const [scope, { host, first, registry }] of untiedScopes(context)) {
      yield {
        message: 'scope',
        data: { scope, host },
        span: first.urlSpan,
        key: `${keyOf(model, first.dependency)}/${scope}`,
        fixes: addingToNpmrc(`Tie ${scope} to its registry in .npmrc`, `${scope}:registry=${registry}`, folder, env.workspace),
      };
    }
  },
);
