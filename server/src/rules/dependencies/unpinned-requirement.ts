import { folderOf } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { constrainedNames } from './shared/constrained.ts';
import { keyOf, requiring } from './shared/fixes.ts';

const LOCKFILES = ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml', 'Pipfile.lock'];

export const unpinnedRequirement = dependencyRule(
  {
    id: 'dependencies/unpinned-requirement',
    title: 'Requirement is not pinned',
    why: 'A requirements file without exact versions installs something else every day: the build cannot be repeated, and a hijacked release arrives by itself. Pin every line with `==`, best compiled from a requirements.in, with hashes. Turn this rule on for applications; libraries ask loosely on purpose.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      locked: '{name} is not pinned to one version. Require the locked {version}.',
      unknown: '{name} is not pinned to one version. Pin it with "==".',
    },
    aliases: [],
    references: [
      'CWE-1357',
      'OpenSSF Scorecard: Pinned-Dependencies',
      'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'requirements.txt' || file.path.endsWith('.in')) return;
    const loose = model.dependencies.filter(isLoose);
    if (loose.length === 0) return;
    const constrained = constrainedNames(model, file.path, env.workspace);
    const locked = lockedBeside(file.path, env.workspace);
    for (const dependency of loose) {
      const { rawName: name, name: target, requirement, requirementSpan, nameSpan } = dependency;
      if (constrained === 'unknown' || constrained.has(target)) continue;
      const version = locked.get(target);
      const rest = { span: requirement && requirementSpan ? requirementSpan : nameSpan, key: keyOf(model, dependency) };
      if (version === undefined) yield { message: 'unknown', data: { name }, ...rest };
      else
        yield {
          message: 'locked',
          data: { name, version },
          ...rest,
          fixes: requiring(file.text, dependency, `==${version}`),
        };
    }
  },
);

const isLoose = ({ use, source, version, requirement, integrity }: Dependency): boolean =>
  use === 'declared' &&
  source === 'registry' &&
  version === undefined &&
  !/^\s*===/.test(requirement ?? '') &&
  !integrity?.length;

/** What a lockfile of the same folder has locked for the project. */
function lockedBeside(path: string, workspace: WorkspaceView): ReadonlyMap<string, string> {
  const folder = folderOf(path);
  for (const name of LOCKFILES) {
    const facts = workspace.get('dependencies', folder === '' ? name : `${folder}/${name}`);
    if (facts?.role !== 'lockfile') continue;
    return new Map(
      facts.roots.flatMap(({ resolved }) =>
        resolved.flatMap(({ name: one, version }) => (version === undefined ? [] : [[one, version]])),
      ),
    );
  }
  return new Map();
}
