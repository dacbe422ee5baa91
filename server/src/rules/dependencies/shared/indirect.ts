import type { Context } from '../../../engine/rule.ts';
import { aboutOf, DEVELOPMENT_ONLY, inBrackets, milder, provenance, wordsOf } from './advisories.ts';
import { keyOf, raised } from './fixes.ts';
import { broughtInByOthers } from './brought-in.ts';
import { packageOf } from './graph.ts';
import { judgements } from './judge.ts';
import { overriding } from './overrides.ts';

/** Lockfiles of Gradle and Pipenv name everything that is taken, but not who asks for it. */
export function* locked(context: Context<'dependencies'>) {
  const { file, model, env } = context;
  for (const { dependency, affected, lock } of broughtInByOthers(context)) {
    const { affecting, safe, node, version } = affected;
    const [worst] = affecting;
    if (!worst) continue;
    const data = { package: packageOf(affected), ...wordsOf(worst, affecting), ...provenance(env.advisories, worst) };
    const rest = {
      span: node.span,
      severity: dependency.groups.length > 0 ? milder(worst.severity) : worst.severity,
      key: `${keyOf(model, dependency)}@${version}`,
      about: aboutOf({ name: node.name, version }, affecting, { safe }),
      fixes: lock ? overriding(file.path, lock, affected) : [],
    };
    if (model.ecosystem !== 'Maven') {
      const way = inBrackets(dependency.groups.length > 0 && DEVELOPMENT_ONLY);
      if (safe === undefined) yield { message: 'stuck', data: { ...data, way }, ...rest } as const;
      else yield { message: 'locked', data: { ...data, way, safe }, ...rest } as const;
    } else if (safe === undefined) yield { message: 'indirectStuck', data, ...rest } as const;
    else yield { message: 'indirect', data: { ...data, safe }, ...rest } as const;
  }
}

/** Go writes what others ask for into go.mod itself, where it can be raised. */
export function* indirect(context: Context<'dependencies'>) {
  const { file, model, env } = context;
  for (const { dependency, subject, span, affecting, safe, from } of judgements(context, 'vulnerability')) {
    const [worst] = affecting;
    if (dependency.kind !== 'transitive' || !worst) continue;
    const data = { package: subject, ...wordsOf(worst, affecting), ...provenance(env.advisories, worst) };
    const about = aboutOf(dependency, affecting, { safe });
    const rest = { span, severity: worst.severity, key: keyOf(model, dependency), about };
    if (safe === undefined) yield { message: 'indirectStuck', data, ...rest } as const;
    else
      yield {
        message: 'indirect',
        data: { ...data, safe },
        ...rest,
        fixes: raised(file.text, dependency, safe, from),
      } as const;
  }
}
