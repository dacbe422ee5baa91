import { folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import { lockfileFor, schemeOf, type Dependency, type DependencyFile } from '../../model/dependencies/index.ts';
import { keyOf, removed } from './shared/fixes.ts';

export const dependencyOverrideStale = dependencyRule(
  {
    id: 'dependencies/dependency-override-stale',
    title: 'Override changes nothing any more',
    why: 'An override outlives its reason: when nothing asks for the package any more it does nothing, until years later something does and gets a version that nobody remembers choosing. Remove it.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      lockfile: 'Nothing in {lockfile} asks for {name} any more, so this override does nothing. Remove it.',
      modules: 'This module does not use {name}, so replacing it does nothing. Remove it.',
    },
    aliases: [],
    references: ['CWE-1164'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    const overrides = model.role === 'manifest' ? model.dependencies.filter((one) => isOverride(one, model)) : [];
    if (overrides.length === 0) return;
    const known = model.format === 'go.mod' ? requiredModules(model) : namesInLockfile(file.path, model, env.workspace);
    if (!known) return;
    for (const dependency of overrides) {
      const { rawName: name, nameSpan, span, ecosystem } = dependency;
      const asked = ecosystem === 'npm' || ecosystem === 'Go' ? name : dependency.name;
      if (asked === '' || known.names.has(asked)) continue;
      const rest = {
        // A replaced module has its new name where others have their own.
        span: ecosystem === 'Go' ? { start: span.start, end: span.start + name.length } : nameSpan,
        key: keyOf(model, dependency),
        fixes: removed(dependency, 'suggested', `the override of ${name}`),
      };
      if (known.lockfile === undefined) yield { message: 'modules', data: { name }, ...rest };
      else yield { message: 'lockfile', data: { name, lockfile: known.lockfile }, ...rest };
    }
  },
);

/** uv's sources only say where a package comes from, and an override under a condition that never holds takes a package out. */
const isOverride = ({ use, marker }: Dependency, { ecosystem }: DependencyFile): boolean =>
  (use === 'override' && marker === undefined) || (use === 'replacement' && (ecosystem === 'crates.io' || ecosystem === 'Go'));

interface Known {
  readonly names: ReadonlySet<string>;
  readonly lockfile?: string;
}

/** Since Go 1.17 go.mod names every module that the build needs (https://go.dev/ref/mod#go-mod-file-go). */
function requiredModules({ runtimes, dependencies }: DependencyFile): Known | undefined {
  const go = runtimes.find(({ name }) => name === 'go')?.requirement;
  if (go === undefined || (schemeOf('Go')?.compare(`v${go.replace(/^(\d+\.\d+)$/, '$1.0')}`, 'v1.17.0') ?? -1) < 0)
    return undefined;
  return { names: new Set(dependencies.filter(({ use }) => use === 'declared').map(({ name }) => name)) };
}

function namesInLockfile(path: string, { format }: DependencyFile, workspace: WorkspaceView): Known | undefined {
  const folder = folderOf(path);
  const beside = format === 'pnpm-workspace.yaml' ? `${folder === '' ? '' : `${folder}/`}pnpm-lock.yaml` : undefined;
  const lockfile = lockfileFor(path, workspace)?.path ?? beside;
  const facts = lockfile === undefined ? undefined : workspace.get('dependencies', lockfile);
  if (lockfile === undefined || !facts?.lockedNames || facts.isBroken || facts.lockedNames.length === 0) return undefined;
  return { names: new Set(facts.lockedNames), lockfile };
}
