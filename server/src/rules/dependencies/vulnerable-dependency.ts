import { dependencyRule } from '../../engine/rule.ts';
import { aboutOf, idsOf, isForDevelopment, milder, provenance } from './shared/advisories.ts';
import { keyOf, raised } from './shared/fixes.ts';
import { judgements } from './shared/judge.ts';

export const vulnerableDependency = dependencyRule(
  {
    id: 'dependencies/vulnerable-dependency',
    title: 'Dependency has a known vulnerability',
    why: 'Attackers try published vulnerabilities first, because everything they need is public. The locked version is judged; without a lockfile, a pinned version, or a range all of whose versions are affected. Raise the requirement to the smallest safe version and let the package manager update the lockfile. What only development uses is one level milder.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      fixable: '{subject} is affected by {ids}: {summary}. {safe} is the smallest safe version ({source}, {date}).',
      unfixable: '{subject} is affected by {ids}: {summary}. No safe version is known ({source}, {date}).',
    },
    aliases: [],
    references: ['CWE-1395', 'OWASP A06:2021'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    for (const { dependency, subject, span, locked, affecting, safe, from } of judgements(context, 'vulnerability')) {
      // What others ask for is another rule's matter.
      if (dependency.kind === 'transitive') continue;
      const fixes = safe === undefined || model.role === 'lockfile' ? [] : raised(file.text, dependency, safe, from);
      const isDev = isForDevelopment(dependency);
      for (const advisory of affecting) {
        const data = { subject, ids: idsOf(advisory), summary: advisory.summary, ...provenance(env.advisories, advisory) };
        const rest = {
          span,
          fixes,
          severity: isDev ? milder(advisory.severity) : advisory.severity,
          key: `${keyOf(model, dependency)}/${advisory.id}`,
          about: aboutOf(dependency, advisory, { locked: locked?.version, safe }),
          ...(locked && { related: [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }] }),
        };
        yield safe === undefined
          ? { message: 'unfixable', data, ...rest, summedUpBy: 'dependencies/vulnerability-without-fix' }
          : { message: 'fixable', data: { ...data, safe }, ...rest };
      }
    }
  },
);
