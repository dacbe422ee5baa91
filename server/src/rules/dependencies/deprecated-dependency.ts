import type { Fix } from '../../engine/fix.ts';
import type { Context } from '../../engine/rule.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { lockfileFor, schemeOf, type Dependency, type DependencyFile, type Lock } from '../../model/dependencies/index.ts';
import { quoted, replacementIn } from './shared/deprecation.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';
import { placeOf } from './shared/graph.ts';
import { currentEntry } from './shared/falls-under.ts';
import { chosenVersions } from './shared/published.ts';
import { shownInManifests } from './shared/shown-in-manifests.ts';

export const deprecatedDependency = dependencyRule(
  {
    id: 'dependencies/deprecated-dependency',
    title: 'Dependency is deprecated by its authors',
    why: 'The authors themselves say that this version, or the whole package, should no longer be used: it was renamed, replaced or given up, or it has a bug that a newer version fixes. It will get no fixes. Follow what they say; the lockfile keeps their words, and a registry that may be asked knows them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      deprecated: '{subject} is deprecated: “{quote}”. Move to a version or a package that is maintained.',
      replaced: '{subject} is deprecated: “{quote}”. Its authors point to {replacement}.',
    },
    aliases: [],
    references: ['CWE-1104', 'CWE-477'],
    fix: 'manual',
    tags: ['deprecated'],
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model } = context;
    for (const { dependency, version, deprecated, span, locked } of deprecations(context)) {
      const quote = quoted(deprecated);
      if (quote === '') continue;
      const subject = locked ? `${dependency.rawName} ${version} (locked in ${locked.path})` : `${dependency.rawName} ${version}`;
      const replacement = replacementIn(deprecated, dependency.name);
      const rest = {
        span,
        key: keyOf(model, dependency),
        ...(locked && { related: [{ ...locked, note: `${dependency.rawName} is locked here.` }] }),
      };
      if (replacement === undefined) yield { message: 'deprecated', data: { subject, quote }, ...rest };
      else
        yield {
          message: 'replaced',
          data: { subject, quote, replacement },
          ...rest,
          fixes: locked ? replacedBy(file.text, dependency, replacement) : [],
        };
    }
  },
);

function* deprecations({ file, model, env }: Context<'dependencies'>) {
  if (model.role === 'lockfile') {
    if (!model.dependencies.some(({ deprecated }) => deprecated !== undefined)) return;
    const shown = shownInManifests(file.path, model, env.workspace);
    for (const dependency of model.dependencies) {
      const { deprecated, version = '', kind } = dependency;
      if (deprecated === undefined || kind !== 'direct' || shown.has(dependency)) continue;
      yield { dependency, version, deprecated, span: dependency.versionSpan ?? dependency.nameSpan, locked: undefined };
    }
    return;
  }
  const lock = model.role === 'manifest' ? lockfileFor(file.path, env.workspace) : undefined;
  const told = new Set<Dependency>();
  for (const one of lock ? inLock(model, lock) : []) {
    told.add(one.dependency);
    yield one;
  }
  // The registry may know it of a package that no lockfile tells it of.
  for (const { dependency, version, span, facts } of chosenVersions({ file, model, env })) {
    if (facts?.deprecated === undefined || told.has(dependency) || dependency.groups.includes('peer')) continue;
    yield { dependency, version, deprecated: facts.deprecated, span, locked: undefined };
  }
}

function* inLock(model: DependencyFile, lock: Lock) {
  if (!lock.graph) return;
  for (const dependency of model.dependencies) {
    const scheme = schemeOf(dependency.ecosystem);
    if (!scheme || dependency.use !== 'declared' || dependency.groups.includes('peer')) continue;
    const entry = currentEntry(lock, dependency, scheme);
    const at = entry && placeOf(lock.graph, entry);
    const node = at === undefined ? undefined : lock.graph[at];
    if (node?.deprecated === undefined) continue;
    const span = dependency.requirement ? (dependency.requirementSpan ?? dependency.nameSpan) : dependency.nameSpan;
    const locked = { path: lock.path, span: node.span };
    yield { dependency, version: node.version ?? '', deprecated: node.deprecated, span, locked };
  }
}

/** The new name, in whatever version: which one is good only a person can say. */
function replacedBy(text: string, { source, rawName, nameSpan, requirementSpan }: Dependency, name: string): Fix[] {
  if (source !== 'registry' || !requirementSpan || text.slice(nameSpan.start, nameSpan.end) !== rawName) return [];
  return [
    {
      title: `Replace ${rawName} by ${name} and fill in its version`,
      applicability: 'manual',
      edits: [
        { span: nameSpan, newText: name },
        { span: requirementSpan, newText: '*' },
      ],
      leaves: [...LEAVES_THE_LOCKFILE, 'dependencies/wildcard-version-range'],
    },
  ];
}
