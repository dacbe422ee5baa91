import type { Context, Related } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { aboutOf, idsInBrackets, provenance } from './shared/advisories.ts';
import { keyOf, raised, removed } from './shared/fixes.ts';
import { shortestFrom } from './shared/introduced-in-lockfile.ts';
import { judgements } from './shared/judge.ts';
import { wayInWords } from './shared/graph.ts';

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
    for (const { dependency, subject, span, locked, affecting, safe, from, isWithoutAlternative } of judgements(
      context,
      'malicious',
    )) {
      const isLockfile = model.role === 'lockfile';
      const better = safe === undefined || isLockfile ? [] : raised(file.text, dependency, safe, from);
      const fixes = isLockfile ? [] : [...better, ...(isWithoutAlternative ? removed(dependency, 'suggested') : [])];
      for (const advisory of affecting) {
        const data = {
          subject,
          ids: idsInBrackets(advisory),
          summary: advisory.summary,
          ...provenance(env.advisories, advisory),
        };
        // Where no version is good it is the name that has to go.
        const isWhole = advisory.ranges.some(
          (range) => range.introduced === '0' && range.fixed === undefined && range.lastAffected === undefined,
        );
        const rest = {
          span: isWhole && !isLockfile ? dependency.nameSpan : span,
          fixes,
          key: `${keyOf(model, dependency)}/${advisory.id}`,
          about: aboutOf(dependency, advisory, { locked: locked?.version, safe }),
          related: locked
            ? [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }]
            : wayTo(context, dependency),
        };
        if (safe !== undefined) yield { message: 'version', data: { ...data, safe }, ...rest };
        else yield { message: isWithoutAlternative ? 'package' : 'locked', data, ...rest };
      }
    }
  },
);

/** Over whom a package that nobody asked for by name comes in. */
function wayTo({ file, model, env }: Context<'dependencies'>, dependency: Dependency): Related[] {
  const graph = env.workspace.get('dependencies', file.path)?.graph;
  const at = model.dependencies.indexOf(dependency);
  if (model.role !== 'lockfile' || dependency.kind !== 'transitive' || !graph?.[at]) return [];
  const direct = model.dependencies.flatMap(({ kind }, index) => (kind === 'direct' ? index : []));
  const way = shortestFrom(graph, direct, at);
  const [first] = way;
  return first && way.length > 1 ? [{ span: first.span, note: `Brought in by ${wayInWords(first.name, way)}.` }] : [];
}
