import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { forgottenPackages } from './shared/forgotten.ts';
import { INFORMATIONAL, informational } from './shared/informational.ts';

export const unmaintainedDependency = dependencyRule(
  {
    id: 'dependencies/unmaintained-dependency',
    title: 'Dependency is no longer maintained',
    why: 'The authors have given the package up, or do not answer. Nothing is wrong with it yet, but nobody will fix what is found in it. Move to a maintained alternative; the advisory often names one. A registry that may be asked tells when the last release was, too: five years without one are a reason to look whether anybody is still there.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ...INFORMATIONAL,
      silent: '{name} had its last release on {last}, {years} years ago ({source}). Make sure that somebody still maintains it.',
    },
    aliases: [],
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    const told = new Set<string>();
    const words = { verdict: 'is no longer maintained', advice: 'Move to a maintained alternative' };
    for (const problem of informational(context, 'none', 'unmaintained', words)) {
      told.add(problem.key);
      yield problem;
    }
    for (const { dependency, span, last, years } of forgottenPackages(context)) {
      const key = keyOf(model, dependency);
      if (told.has(key)) continue;
      const data = { name: dependency.rawName, last, years: String(years), source: env.registry.source };
      // Age alone proves nothing.
      yield { message: 'silent', data, span, key, severity: 'info' };
    }
  },
);
