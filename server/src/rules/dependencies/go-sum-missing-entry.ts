import { folderOf, foldersUpwards, resolvePath } from '../../base/path.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency, DependencyFacts } from '../../model/dependencies/index.ts';
import { localNames } from './shared/local-names.ts';

export const goSumMissingEntry = dependencyRule(
  {
    id: 'dependencies/go-sum-missing-entry',
    title: 'go.sum has no hash of a required module',
    why: 'The go command compares every module that it downloads with its hash in go.sum, and refuses to build when there is none: somebody edited go.mod by hand, or did not commit go.sum. `go mod tidy` writes what is missing.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing:
        '{path} has no hash of {name} {version}, so the go command refuses to use it. Run go mod tidy and commit both files.',
      code: '{path} has the hash of the go.mod file of {name} {version}, but none of its code, so the go command refuses to use it. Run go mod tidy and commit both files.',
    },
    aliases: [],
    references: ['CWE-353', 'https://go.dev/ref/mod#go-sum-files'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'go.mod') return;
    const folder = folderOf(file.path);
    const path = below(folder, 'go.sum');
    const { workspace } = env;
    if (!workspace.get('dependencies', path) || workspace.tree()?.has(below(folder, 'vendor/modules.txt'))) return;
    const hashes = hashesFor(path, workspace);
    const inWork = [...foldersUpwards(path)].some((above) => workspace.get('dependencies', below(above, 'go.work')));
    const local = localNames(workspace);
    const replacements = model.dependencies.filter(({ use }) => use === 'replacement');
    const excluded = new Set(model.dependencies.filter(({ use }) => use === 'exclusion').map(keyOf));
    for (const dependency of model.dependencies) {
      const { use, rawName, version, versionSpan } = dependency;
      if (use !== 'declared' || version === undefined || !versionSpan || local.has(rawName)) continue;
      const taken = replacedBy(dependency, replacements) ?? dependency;
      if (taken.source === 'path' || taken.version === undefined || excluded.has(keyOf(taken))) continue;
      const key = keyOf(taken);
      // Of what others ask for, only the requirements may have been looked at; and in go.work another module may ask for a later version.
      const isFileEnough = dependency.kind !== 'direct' || inWork;
      if (hashes.has(key) || (isFileEnough && hashes.has(`${key}/go.mod`))) continue;
      yield {
        message: hashes.has(`${key}/go.mod`) ? 'code' : 'missing',
        data: { path, name: taken.name, version: taken.version },
        span: versionSpan,
        key,
      };
    }
  },
);

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const keyOf = ({ name, version = '' }: Dependency): string => `${name}@${version}`;

/** One for the version counts before one for all versions. */
const replacedBy = ({ rawName, version }: Dependency, replacements: readonly Dependency[]): Dependency | undefined =>
  replacements.find((one) => one.rawName === rawName && one.marker === version) ??
  replacements.find((one) => one.rawName === rawName && one.marker === undefined);

/** In a workspace (https://go.dev/ref/mod#workspaces) the hashes of all its modules count, and replacements of go.work come into play. */
function hashesFor(own: string, workspace: WorkspaceView): ReadonlySet<string> {
  const paths = [own];
  for (const above of foldersUpwards(own)) {
    const facts = workspace.get('dependencies', below(above, 'go.work'));
    if (facts) paths.push(below(above, 'go.work.sum'), ...sumsOf(above, facts));
  }
  return new Set(
    paths.flatMap((path) => workspace.get('dependencies', path)?.roots[0]?.resolved.map(({ rawName }) => rawName) ?? []),
  );
}

const sumsOf = (folder: string, { workspaces }: DependencyFacts): string[] =>
  workspaces.flatMap((member) => {
    const path = resolvePath(folder, member);
    return path === undefined ? [] : [below(path, 'go.sum')];
  });
