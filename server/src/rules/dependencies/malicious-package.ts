import { dependencyRule } from '../../engine/rule.ts';
import { aboutOf, idsOf, provenance } from './shared/advisories.ts';
import { keyOf, raised, removed } from './shared/fixes.ts';
import { judgements } from './shared/judge.ts';

export const maliciousPackage = dependencyRule(
  {
    id: 'dependencies/malicious-package',
    title: 'Package is known to be malicious',
    why: 'This package, or this version of it, was published to attack whoever installs it: it steals credentials, mines or destroys, often already while it is being installed. Remove it, and treat every machine that installed it as compromised: rotate the secrets that it could read.',
    severity: 'critical',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      package:
        '{subject} is malicious: {summary}. Remove it and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
      version:
        '{subject} is malicious: {summary}. Go to {safe} and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
      locked:
        '{subject} is malicious: {summary}. Lock another version and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
    },
    aliases: [],
    references: ['CWE-506', 'CWE-1357'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    for (const { dependency, subject, span, locked, affecting, safe, isWithoutAlternative } of judgements(context, 'malicious')) {
      const isLockfile = model.role === 'lockfile';
      const better = safe === undefined || isLockfile ? [] : raised(file.text, dependency, safe);
      const fixes = isLockfile ? [] : [...better, ...(isWithoutAlternative ? removed(dependency, 'suggested') : [])];
      for (const advisory of affecting) {
        const data = { subject, ids: idsOf(advisory), summary: advisory.summary, ...provenance(env.advisories, advisory) };
        // Where no version is good it is the name that has to go.
        const isWhole = advisory.ranges.some(
          (range) => range.introduced === '0' && range.fixed === undefined && range.lastAffected === undefined,
        );
        const rest = {
          span: isWhole && !isLockfile ? dependency.nameSpan : span,
          fixes,
          key: `${keyOf(model, dependency)}/${advisory.id}`,
          about: aboutOf(dependency, advisory, { locked: locked?.version, safe }),
          ...(locked && { related: [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }] }),
        };
        if (safe !== undefined) yield { message: 'version', data: { ...data, safe }, ...rest };
        else yield { message: isWithoutAlternative ? 'package' : 'locked', data, ...rest };
      }
    }
  },
);
