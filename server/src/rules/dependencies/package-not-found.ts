import { dependencyRule } from '../../engine/rule.ts';
import { keyOf, withoutPackage } from './shared/fixes.ts';
import { askedPackages } from './shared/published.ts';

export const packageNotFound = dependencyRule(
  {
    id: 'dependencies/package-not-found',
    title: 'No such package in the registry',
    why: 'A name that nobody has published is a typing mistake or was made up, and whoever publishes it tomorrow is installed the day after. Correct the name or remove the entry. Needs an answer of the registry, which is asked only with consent.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'The registry has no package {name} ({source}). Correct the name, or remove it before somebody else publishes it.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-829'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    for (const { dependency, published } of askedPackages(context)) {
      if (published.exists) continue;
      yield {
        message: 'missing',
        data: { name: dependency.rawName, source: env.registry.source },
        span: dependency.nameSpan,
        key: keyOf(model, dependency),
        fixes: withoutPackage(dependency),
      };
    }
  },
);
