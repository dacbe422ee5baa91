import type { Fix } from '../../engine/fix.ts';
import type { Context, Related } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { schemeOf, type Dependency } from '../../model/dependencies/index.ts';
import { aboutOf, idsInBrackets, provenance } from './shared/advisories.ts';
import { isWhole } from './shared/falls-under.ts';
import { keyOf, raised, withoutPackage, requiring } from './shared/fixes.ts';
import { shortestFrom } from './shared/introduced-in-lockfile.ts';
import { judgements } from './shared/judge.ts';
import { wayInWords } from './shared/graph.ts';
import { renamed } from './shared/renamed.ts';
import { hasVersionFor, rightNameFor } from './shared/right-name.ts';
import { imitationOf } from './shared/wrongly-named.ts';

export const maliciousPackage = dependencyRule(
  {
    id: 'dependencies/malicious-package',
    title: 'Package is known to be malicious',
    why: 'This package, or this version of it, was published to attack whoever installs it: it steals credentials, mines or destroys, often already while it is being installed. Remove it, or where a good package was hijacked go to a release of its own authors, and treat every machine that installed it as compromised: rotate the secrets that it could read.',
    severity: 'critical',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      package:
        '{subject} is malicious: {summary}. Remove it and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
      imitation:
        '{subject} is malicious: {summary}. Remove it, ask for {right} if that is meant, and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
      other:
        '{subject} is malicious: {summary}. Ask for another version, such as the one before, and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
      version:
        '{subject} is malicious: {summary}. Use {safe} and rotate the secrets of every machine that installed it ({ids}; {source}, {date}).',
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
    for (const { dependency, subject, span, locked, affecting, safe, from } of judgements(context, 'malicious')) {
      const isLockfile = model.role === 'lockfile';
      const isAll = affecting.some(isWhole);
      const right = isAll ? rightName(dependency) : undefined;
      const fixes = isLockfile
        ? []
        : isAll
          ? withoutIt(context, dependency, right)
          : otherVersion(file.text, dependency, safe, from);
      for (const advisory of affecting) {
        const data = {
          subject,
          ids: idsInBrackets(advisory),
          summary: advisory.summary,
          ...provenance(env.advisories, advisory),
        };
        const rest = {
          // Where no version is good it is the name that has to go.
          span: isWhole(advisory) && !isLockfile ? dependency.nameSpan : span,
          fixes,
          key: `${keyOf(model, dependency)}/${advisory.id}`,
          about: aboutOf(dependency, advisory, { locked: locked?.version, safe }),
          related: locked
            ? [{ path: locked.path, span: locked.span, note: `${dependency.rawName} is locked here.` }]
            : wayTo(context, dependency),
        };
        if (right !== undefined) yield { message: 'imitation', data: { ...data, right }, ...rest };
        else if (isAll) yield { message: 'package', data, ...rest };
        else if (safe !== undefined) yield { message: 'version', data: { ...data, safe }, ...rest };
        else yield { message: locked || isLockfile ? 'locked' : 'other', data, ...rest };
      }
    }
  },
);

/** The package that is meant by one that was published to be taken for it. */
const rightName = (dependency: Dependency): string | undefined =>
  rightNameFor(dependency.ecosystem, dependency.name)?.name ?? imitationOf(dependency)?.target;

/** What can be done about a package of which nothing is good. */
function withoutIt({ file, model }: Context<'dependencies'>, dependency: Dependency, right: string | undefined): Fix[] {
  const known = rightNameFor(dependency.ecosystem, dependency.name);
  const isAsked = model.dependencies.some(({ name }) => name === right);
  const isPossible = right !== undefined && !isAsked && (!known || hasVersionFor(known, dependency));
  return [...withoutPackage(dependency), ...(isPossible ? renamed(file.text, dependency, right) : [])];
}

/** What can be done about a release of a good package: the requirement is raised, or what is pinned goes back to the release before. */
function otherVersion(text: string, dependency: Dependency, safe: string | undefined, from: string): Fix[] {
  const scheme = schemeOf(dependency.ecosystem);
  if (safe === undefined || !scheme) return [];
  if (scheme.compare(safe, from) > 0) return raised(text, dependency, safe, from);
  const { requirement = '', integrity } = dependency;
  const before = requirement.replace(from, safe);
  const isPinned = before !== requirement && scheme.satisfies(from, before) === false;
  return isPinned && integrity === undefined ? requiring(text, dependency, before) : [];
}

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
