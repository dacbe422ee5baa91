import { Memo } from '../../base/memo.ts';
import { baseName } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { lockedFor, lockfileFor, type Dependency, type DependencyFacts } from '../../model/dependencies/index.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';
import { isPublicHost } from './shared/hosts.ts';
import { isPopular } from './shared/imitation.ts';
import { fetched, grouped } from './shared/locked-urls.ts';
import { asksRegistryForMember } from './shared/unlinked.ts';

export const dependencyConfusionCandidate = dependencyRule(
  {
    id: 'dependencies/dependency-confusion-candidate',
    title: 'Internal package may be taken from the public registry',
    why: 'Anybody may publish a package under a name that is only used inside a company, and a package manager that asks the public registry installs it. A name that looks like those of your private registry but comes from the public one, or a private package of this repository that is asked for by a version range and resolved elsewhere, is a candidate. Scope the name, or ask for the package of the workspace.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      workspace:
        '{name} is a private package of this repository ({path}), but this range takes it from the registry, where anybody may publish that name. Ask for the package of the workspace.',
      sibling:
        '{name} comes from the public registry, while {sibling} and everything else called {prefix}-… comes from {host}. Check that nobody published an internal name.',
    },
    aliases: [],
    references: ['CWE-427', 'CWE-829', 'OWASP A08:2021'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    if (context.model.ecosystem !== 'npm') return;
    if (context.model.role === 'lockfile') yield* siblings(context);
    else if (context.model.format === 'package.json') yield* ownPackages(context);
  },
);

/** The private packages of the repository: name → manifest. */
const UNPUBLISHED = new Memo((all: readonly (readonly [string, DependencyFacts])[]): ReadonlyMap<string, string> => {
  const manifests = all.filter(([, { format }]) => format === 'package.json');
  // The root of a repository may have the name of the package that it publishes.
  const published = new Set(manifests.flatMap(([, { name, isPrivate }]) => (isPrivate === true ? [] : (name ?? []))));
  return new Map(
    manifests.flatMap(([path, { name }]) => (name === undefined || published.has(name) ? [] : [[name, path] as const])),
  );
});

/** Private packages of the repository that the lockfile takes from a registry, or that without a lockfile would be taken from there. */
function* ownPackages({ file, model, env: { workspace } }: Context<'dependencies'>) {
  const own = UNPUBLISHED.of(workspace.all('dependencies'));
  const lock = lockfileFor(file.path, workspace);
  for (const dependency of model.dependencies) {
    const { name, use, source, groups, requirement, requirementSpan, nameSpan } = dependency;
    const path = use === 'declared' && source === 'registry' && !groups.includes('peer') ? own.get(name) : undefined;
    if (path === undefined || path === file.path || lock?.linked.has(name) === true) continue;
    // An example called after the library that it shows; the name has its owner long since.
    if (isPopular(model.ecosystem, name)) continue;
    const locked = lockedFor(lock, dependency);
    const isTaken = lock
      ? locked?.version !== undefined && locked.name === name
      : requirement?.startsWith('catalog:') !== true && asksRegistryForMember(file.path, path, workspace);
    if (!isTaken) continue;
    const hasWorkspaceRanges = !/^(?:package-lock|npm-)/.test(baseName(lock?.path ?? ''));
    yield {
      message: 'workspace',
      data: { name, path },
      span: requirement && requirementSpan ? requirementSpan : nameSpan,
      key: keyOf(model, dependency),
      ...(lock && locked && { related: [{ path: lock.path, span: locked.span, note: `${name} is locked here.` }] }),
      fixes: hasWorkspaceRanges ? asking(dependency) : [],
    } as const;
  }
}

/** npm knows no `workspace:`. */
function asking({ requirement, requirementSpan }: Dependency) {
  if (!requirement || !requirementSpan) return [];
  return [
    {
      title: 'Ask for the package of the workspace',
      applicability: 'suggested' as const,
      edits: [{ span: requirementSpan, newText: 'workspace:*' }],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
}

/** A host is private if all that comes from it, at least two packages, shares the first word of the name: mirrors have all sorts of names. */
function* siblings({ model }: Context<'dependencies'>) {
  const byHost = grouped(fetched(model), ({ dependency: { source, name }, host }) =>
    source === 'registry' && !name.startsWith('@') ? host : undefined,
  );
  const publics = [...byHost].flatMap(([host, found]) => (isPublicHost('npm', host) ? found : []));
  for (const [host, found] of byHost) {
    const prefixes = new Set(found.map(({ dependency }) => prefixOf(dependency.name)));
    const [prefix] = prefixes;
    const [first] = found;
    const names = new Set(found.map(({ dependency }) => dependency.name));
    if (isPublicHost('npm', host) || prefixes.size !== 1 || prefix === undefined || names.size < 2 || first === undefined)
      continue;
    for (const { dependency, urlSpan } of publics)
      if (prefixOf(dependency.name) === prefix)
        yield {
          message: 'sibling',
          data: { name: dependency.name, sibling: first.dependency.name, prefix, host },
          span: urlSpan,
          key: `${keyOf(model, dependency)}/${dependency.path ?? ''}`,
        } as const;
  }
}

const prefixOf = (name: string): string | undefined => /^[^-]{3,}(?=-)/.exec(name)?.[0];
