import { dependencyRule, type Context } from '../../engine/rule.ts';
import { inheriting, type Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { localNames } from './shared/local-names.ts';

export const mavenSnapshotDependency = dependencyRule(
  {
    id: 'dependencies/maven-snapshot-dependency',
    title: 'Dependency is a snapshot',
    why: 'A snapshot is whatever was deployed last under that version: two builds of the same commit may differ, nothing can be reproduced, and old snapshots are deleted. Depend on a release. Modules of the same project are left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      snapshot: '{name} {version} is a snapshot, which changes without its version changing. Depend on a release.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://maven.apache.org/guides/getting-started/index.html#what-is-a-snapshot-version'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.ecosystem !== 'Maven' || model.role !== 'manifest') return;
    const complete = inheriting(file.path, env.workspace);
    let local: ReadonlySet<string> | undefined;
    for (const written of model.dependencies) {
      if (written.use !== 'declared' && written.use !== 'constraint') continue;
      const dependency = complete(written);
      const version = snapshotIn(dependency.requirement);
      if (version === undefined || dependency.source !== 'registry' || isOwn(dependency, context)) continue;
      local ??= localNames(env.workspace);
      const { name, rawName, requirementSpan, nameSpan } = dependency;
      if (local.has(name)) continue;
      yield {
        message: 'snapshot',
        data: { name: rawName, version },
        span: requirementSpan ?? nameSpan,
        key: keyOf(model, dependency),
      };
    }
  },
);

/** A snapshot that a requirement asks for: the version itself, or the lower end of a range. `[1,2-SNAPSHOT)` only keeps those of 2 out. */
const snapshotIn = (requirement: string | undefined): string | undefined =>
  /^\s*[[(]?\s*([\w.+-]*-SNAPSHOT)\s*(?:$|[,\]])/i.exec(requirement ?? '')?.[1];

/** A parent of another group, or one that is said not to lie in the repository, is not the project's own. */
function isOwnParent({ name }: Dependency, { model }: Context<'dependencies'>): boolean {
  const group = model.name?.split(':', 1)[0];
  return model.inherits?.[0]?.path !== '' && (group === undefined || name.startsWith(`${group}:`));
}

/** Whether it is a module of the same project: in the project's group, in its version, or in one that follows it. */
function isOwn(dependency: Dependency, context: Context<'dependencies'>): boolean {
  const { name, template = '', origin, requirement, section } = dependency;
  const { model } = context;
  if (section === 'parent') return isOwnParent(dependency, context);
  if (/\$\{(?:project|pom)\.(?:parent\.)?version\}|\$\{(?:parent\.)?version\}|\$\{revision\}/.test(template)) return true;
  const own = model.variables?.filter(({ isOwn: is }) => is) ?? [];
  const value = (variable: string): string | undefined => own.find((one) => one.name === variable)?.value;
  const group = value('project.groupId');
  const parent = value('project.parent.groupId');
  const isOwnVersion = [value('project.version'), value('project.parent.version')].includes(requirement);
  // A variable that has no place of its own leads to the project's version.
  if (isOwnVersion && template !== '' && origin === undefined) return true;
  const isInGroup = [group, parent].some((one) => one !== undefined && name.startsWith(`${one}:`));
  return isInGroup && isOwnVersion;
}
