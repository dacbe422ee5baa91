import { remembered } from '../../base/memo.ts';
import type { Fix } from '../../engine/fix.ts';
import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { aboutOf, DEVELOPMENT_ONLY, inBrackets, isForDevelopment, milder, provenance, wordsOf } from './shared/advisories.ts';
import { keyOf } from './shared/fixes.ts';
import { packageOf, wayInWords, type Affected } from './shared/graph.ts';
import { indirect, locked } from './shared/indirect.ts';
import { introducedInLockfile } from './shared/introduced-in-lockfile.ts';
import { introducedByManifest } from './shared/introduced.ts';
import { installsWhatIsForced, taskFor } from './shared/managers.ts';
import { overridingInNuget } from './shared/nuget-overrides.ts';
import { beside, overriding } from './shared/overrides.ts';

export const vulnerableTransitiveDependency = dependencyRule(
  {
    id: 'dependencies/vulnerable-transitive-dependency',
    title: 'Dependency brings in a vulnerable package',
    why: "What a dependency itself depends on is installed, too, and attackers do not ask who chose it. The lockfile says which version that is and over whom it comes in. Raise the dependency that brings it in, let the package manager update the one package, or force a safe version with the package manager's own override. Override with care: the package in between was not tested with it. What only development uses is one level milder.",
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      fixable:
        '{name} brings in {package} ({way}), which is affected by {ids}, {severity}: {what} {safe} is the smallest safe version; {task} ({source}, {date}).',
      unfixable:
        '{name} brings in {package} ({way}), which is affected by {ids}, {severity}: {what} No safe version is known ({source}, {date}).',
      locked: '{package}{way} is affected by {ids}, {severity}: {what} {safe} is the smallest safe version ({source}, {date}).',
      stuck: '{package}{way} is affected by {ids}, {severity}: {what} No safe version is known ({source}, {date}).',
      indirect:
        '{package}, which other modules bring in, is affected by {ids}, {severity}: {what} {safe} is the smallest safe version ({source}, {date}).',
      indirectStuck:
        '{package}, which other modules bring in, is affected by {ids}, {severity}: {what} No safe version is known ({source}, {date}).',
    },
    aliases: [],
    references: ['CWE-1395', 'OWASP A06:2021'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    if (context.model.role === 'lockfile') {
      yield* inLockfile(context);
      yield* locked(context);
    } else if (context.model.role === 'manifest') {
      yield* inManifest(context);
      yield* indirect(context);
    }
  },
);

function* inManifest(context: Context<'dependencies'>) {
  const { file, model, env } = context;
  const fixes = new Map<Affected, readonly Fix[]>();
  for (const { dependency, isDev, lock, introduced } of introducedByManifest(context)) {
    const { affected, affecting, way } = introduced;
    const [worst] = affecting;
    const { safe } = affected;
    const note = inBrackets(dependency.groups.includes('optional') && 'optional', isDev && DEVELOPMENT_ONLY);
    const data = {
      name: `${dependency.rawName}${note}`,
      package: packageOf(affected),
      way: wayInWords(dependency.rawName, way),
      ...wordsOf(worst, affecting),
      ...provenance(env.advisories, worst),
    };
    const rest = {
      span: dependency.requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan,
      severity: isDev ? milder(worst.severity) : worst.severity,
      key: `${keyOf(model, dependency)}/${affected.node.name}@${affected.version}`,
      about: aboutOf({ name: affected.node.name, version: affected.version }, affecting, { safe }),
      related: [{ path: lock.path, span: affected.node.span, note: `\`${packageOf(affected)}\` is locked here.` }],
      fixes:
        isDev && installsWhatIsForced(lock)
          ? []
          : remembered(fixes, affected, () =>
              lock.ecosystem === 'NuGet'
                ? overridingInNuget(file.path, affected, env.workspace)
                : overriding(file.path, lock, affected),
            ),
    };
    if (safe === undefined) yield { message: 'unfixable', data, ...rest } as const;
    else yield { message: 'fixable', data: { ...data, safe, task: taskFor(lock, affected) }, ...rest } as const;
  }
}

function* inLockfile(context: Context<'dependencies'>) {
  const { file, model, env } = context;
  const lock = beside(file.path, model.format, env.workspace);
  for (const { dependency, affected, way } of introducedInLockfile(context)) {
    const { affecting, safe, node } = affected;
    const [worst] = affecting;
    if (!worst) continue;
    const isDev = isForDevelopment(dependency);
    const data = {
      package: packageOf(affected),
      // A way of one package says nothing new.
      way: inBrackets(way.length > 1 && wayInWords(way[0]?.name ?? node.name, way), isDev && DEVELOPMENT_ONLY),
      ...wordsOf(worst, affecting),
      ...provenance(context.env.advisories, worst),
    };
    const rest = {
      span: node.span,
      severity: isDev ? milder(worst.severity) : worst.severity,
      key: `${keyOf(context.model, dependency)}@${affected.version}`,
      about: aboutOf({ name: node.name, version: affected.version }, affecting, { safe }),
      fixes: lock ? overriding(file.path, lock, affected) : [],
    };
    if (safe === undefined) yield { message: 'stuck', data, ...rest } as const;
    else yield { message: 'locked', data: { ...data, safe }, ...rest } as const;
  }
}
