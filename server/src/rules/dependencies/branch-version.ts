import { insertion } from '../../base/edit.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { isLinked, lockedFor, lockfileFor, type Dependency } from '../../model/dependencies/index.ts';
import { composerBranch } from './shared/composer-branch.ts';
import { composerLocals } from './shared/composer-local.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';
import { isForge } from './shared/hosts.ts';
import { localNames } from './shared/local-names.ts';

/** Packages that have no releases because they only list what must not be installed. */
const WITHOUT_RELEASES = new Set(['roave/security-advisories']);

export const branchVersion = dependencyRule(
  {
    id: 'dependencies/branch-version',
    title: 'Dependency follows a branch',
    why: 'A branch is no version: its code changes under the same name, without notes of what changed, and advisories cannot be matched with it. Require a release, or at least the commit that was tested. A Go module that is required at a commit after a release is one of those, too. Packages of the same repository are left alone, and so are commits of modules of the same owner, which are developed together.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      commit:
        '{name} {version} is a commit of {day} after {tag}, not a release: what it changes is told nowhere, and advisories speak of releases. Require the next release as soon as there is one.',
      branch: '{name} follows the branch "{branch}", whose code changes under the same name. Require a release.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-829', 'https://getcomposer.org/doc/articles/versions.md#branches'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    if (context.model.format === 'composer.json') yield* composerBranches(context);
    else if (context.model.format === 'go.mod') yield* goBranches(context);
  },
);

function* composerBranches({ file, model, env }: Context<'dependencies'>) {
  const following = model.dependencies.flatMap((dependency) => {
    const branch = WITHOUT_RELEASES.has(dependency.name) ? undefined : composerBranch(file.text, dependency);
    return branch ? [{ dependency, branch }] : [];
  });
  if (following.length === 0) return;
  const lock = lockfileFor(file.path, env.workspace);
  const local = localNames(env.workspace);
  const isLocal = composerLocals(model);
  for (const { dependency, branch } of following) {
    const { name, rawName } = dependency;
    const entry = lockedFor(lock, dependency);
    if (local.has(name) || isLinked(lock, dependency) || isLocal(name, entry)) continue;
    const commit = entry?.commit;
    yield {
      message: 'branch',
      data: { name: rawName, branch: branch.name },
      span: branch.span,
      key: keyOf(model, dependency),
      fixes:
        commit === undefined
          ? []
          : [
              {
                title: `Pin ${rawName} to the locked commit`,
                applicability: 'suggested',
                edits: [insertion(branch.span.end, `#${commit}`)],
                leaves: LEAVES_THE_LOCKFILE,
              } as const,
            ],
    } as const;
  }
}

/** The go command writes a pseudo-version in place of a branch as soon as it runs; until then go.mod names the branch. */
function* goBranches({ model, env }: Context<'dependencies'>) {
  const local = localNames(env.workspace);
  const replaced = new Set(model.dependencies.flatMap(({ use, rawName }) => (use === 'replacement' ? rawName : [])));
  const owner = goOwner(model.name ?? '');
  for (const dependency of model.dependencies) {
    const { use, requirement, requirementSpan: span, rawName, name, kind } = dependency;
    if ((use !== 'declared' && use !== 'replacement') || requirement === undefined || !span) continue;
    const key = keyOf(model, dependency);
    if (isGoBranch(dependency)) yield { message: 'branch', data: { name: rawName, branch: requirement }, span, key } as const;
    const commit =
      use === 'declared' &&
      kind === 'direct' &&
      !local.has(name) &&
      !replaced.has(rawName) &&
      goOwner(name) !== owner &&
      commitAfterTag(requirement);
    // Its hash is in go.sum, so the code stays the same, and often another module asks for it.
    if (commit)
      yield { message: 'commit', data: { name: rawName, version: requirement, ...commit }, span, key, severity: 'info' } as const;
  }
}

/** Whose a module is: a user or group of a forge, otherwise the domain (`istio.io`). */
function goOwner(module: string): string {
  const [host = '', group = ''] = module.split('/');
  return isForge(host) ? `${host}/${group}` : host;
}

/** `v1.2.4-0.20240131150405-abcdefabcdef` and `v1.2.3-rc.1.0.2024…`: a commit after a tag (https://go.dev/ref/mod#pseudo-versions). */
const AFTER_TAG = /^(v\d+\.\d+\.)(\d+)-(?:([\w.-]+)\.)?0\.(\d{4})(\d\d)(\d\d)\d{6}-[0-9a-f]{12}(?:\+incompatible)?$/;

/** Undefined for a pseudo-version of a module without tags, for which there is nothing else to require. */
function commitAfterTag(version: string): { readonly tag: string; readonly day: string } | undefined {
  const [, start = '', patch = '', pre, year = '', month = '', day = ''] = AFTER_TAG.exec(version) ?? [];
  if (start === '') return undefined;
  const tag = pre === undefined ? `${start}${Number(patch) - 1}` : `${start}${patch}-${pre}`;
  return { tag, day: `${year}-${month}-${day}` };
}

/** Neither a version, nor a part of one, nor a commit, nor a query for the newest (https://go.dev/ref/mod#version-queries). */
const isGoBranch = ({ requirement = '', version }: Dependency): boolean =>
  version === undefined &&
  /^[A-Za-z][\w./-]*$/.test(requirement) &&
  !/^(?:v\d.*|latest|upgrade|patch|none|[0-9a-f]{7,40})$/.test(requirement);
