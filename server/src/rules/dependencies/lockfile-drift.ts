import { folderOf } from '../../base/path.ts';
import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import {
  isCatalogSection,
  lockedFor,
  lockfileFor,
  manifestNameOf,
  requirementInWords,
  type Dependency,
} from '../../model/dependencies/index.ts';
import { contradicts, isMissing } from './shared/drift.ts';
import { keyOf } from './shared/fixes.ts';
import { localNames } from './shared/local-names.ts';

export const lockfileDrift = dependencyRule(
  {
    id: 'dependencies/lockfile-drift',
    title: 'Lockfile does not match the manifest',
    why: 'A lockfile that says something else than the manifest is either ignored or makes the build fail, and what is installed is not what was reviewed. Run the package manager so that it writes the lockfile again, and commit both files together.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unsatisfied:
        '{name} {requirement} does not admit {version}, which {lockfile} has locked. Run the package manager to update the lockfile.',
      missing: '{name} is not in {lockfile}. Run the package manager to update the lockfile.',
      extra: '{name} is asked for here but no longer in {manifest}. Run the package manager to update the lockfile.',
    },
    aliases: [],
    references: ['CWE-1357', 'SLSA: build from locked sources'],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    if (context.model.role === 'lockfile') yield* extras(context);
    else if (context.model.role === 'manifest') yield* drifts(context);
  },
);

function* drifts({ file, model, env }: Context<'dependencies'>) {
  const lock = lockfileFor(file.path, env.workspace);
  if (!lock) return;
  const remembered = lock.root.declared && new Set(lock.root.declared.map(({ rawName }) => rawName));
  const overridden = new Set(model.dependencies.filter(({ use }) => use === 'override').map(({ rawName }) => rawName));
  const local = localNames(env.workspace);
  const repeated = repeatedNames(model.dependencies);
  for (const dependency of model.dependencies) {
    const { rawName: name, requirement, groups, use } = dependency;
    if (use !== 'declared' || groups.includes('peer') || repeated.has(name) || isConditional(dependency)) continue;
    const entry = lockedFor(lock, dependency);
    const key = keyOf(model, dependency);
    if (isMissing(dependency, lock, entry, remembered, local))
      yield {
        message: 'missing',
        data: { name: lock.root.keyedBy ? `${name}@${requirement ?? ''}` : name, lockfile: lock.path },
        span: dependency.nameSpan,
        key,
      } as const;
    else if (entry && !overridden.has(name) && !lock.overridden.has(name) && contradicts(dependency, entry)) {
      const version =
        (dependency.source === 'git' ? entry.commit : undefined) ??
        `${entry.name === dependency.name ? '' : `${entry.name} `}${entry.version ?? 'another version'}`;
      const span =
        dependency.requirementSpan && requirement
          ? dependency.requirementSpan
          : (dependency.location?.refSpan ?? dependency.nameSpan);
      const asked = requirement ?? dependency.location?.ref ?? '';
      yield {
        message: 'unsatisfied',
        data: { name, requirement: requirementInWords(asked), version, lockfile: lock.path },
        span,
        key,
        related: [{ path: lock.path, span: entry.span, note: `${name} is locked here.` }],
      } as const;
    }
  }
}

/** Gemfile and mix.exs are programs: what it asks for under a condition may not have been asked for where the lockfile was written. */
const isConditional = ({ ecosystem, marker }: Dependency): boolean =>
  (ecosystem === 'RubyGems' || ecosystem === 'Hex') && marker !== undefined;

/** Which of several entries counts is another rule's matter. */
function repeatedNames(dependencies: readonly Dependency[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { use, groups, rawName, section } of dependencies) {
    if (use !== 'declared' || groups.includes('peer') || isCatalogSection(section)) continue;
    if (seen.has(rawName)) repeated.add(rawName);
    seen.add(rawName);
  }
  return repeated;
}

function* extras({ file, model, env }: Context<'dependencies'>) {
  const folder = folderOf(file.path);
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const { path, declared } of model.roots) {
    const manifest = `${prefix}${path === '' ? '' : `${path}/`}${manifestNameOf(model.format, file.path)}`;
    const facts = env.workspace.get('dependencies', manifest);
    // A half-typed manifest may have more names than could be read.
    if (!declared || !facts || facts.isBroken) continue;
    const asked = new Set(facts.declared.map(({ rawName }) => rawName));
    for (const { rawName: name, nameSpan, section } of declared)
      if (!asked.has(name))
        yield { message: 'extra', data: { name, manifest }, span: nameSpan, key: `${path}/${section}/${name}` } as const;
  }
}
