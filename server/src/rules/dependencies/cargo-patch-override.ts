import { folderOf, resolvePath } from '../../base/path.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf, removed } from './shared/fixes.ts';

export const cargoPatchOverride = dependencyRule(
  {
    id: 'dependencies/cargo-patch-override',
    title: 'Cargo replaces a crate for the whole workspace',
    why: '`[patch]` and `[replace]` swap a crate for everything that is built here, dependencies of dependencies included: no registry and no advisory knows the replacement, and fixes of the original no longer arrive. They also end with the workspace, so who depends on it gets the original. Remove the entry as soon as a release has the change. A crate of this repository is left alone.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      patch:
        '{name} is replaced for everything that is built here, so fixes of the published crate do not arrive. Remove the entry as soon as a release has the change.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'Cargo.toml') return;
    for (const dependency of model.dependencies) {
      const { use, rawName: name, nameSpan: span } = dependency;
      if (use !== 'replacement' || isOwn(dependency, file.path, env.workspace)) continue;
      yield {
        message: 'patch',
        data: { name },
        span,
        key: keyOf(model, dependency),
        fixes: removed(dependency, 'suggested', `the replacement of ${name}`),
      };
    }
  },
);

/** Whether the replacement is a crate of the repository, reviewed with everything else. */
function isOwn({ source, location }: Dependency, path: string, workspace: WorkspaceView): boolean {
  const folder = source === 'path' && location ? resolvePath(folderOf(path), location.url) : undefined;
  return (
    folder !== undefined && workspace.get('dependencies', folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`) !== undefined
  );
}
