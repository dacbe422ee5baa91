import { insertion } from '../../base/edit.ts';
import type { Span } from '../../base/span.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { isLinked, lockedFor, lockfileFor, type Dependency } from '../../model/dependencies/index.ts';
import { composerBranch } from './shared/composer-branch.ts';
import { composerLocals } from './shared/composer-local.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';
import { localNames } from './shared/local-names.ts';

/** Packages that have no releases because they only list what must not be installed. */
const WITHOUT_RELEASES = new Set(['roave/security-advisories']);

export const branchVersion = dependencyRule(
  {
    id: 'dependencies/branch-version',
    title: 'Dependency follows a branch',
    why: 'A branch is no version: its code changes under the same name, without notes of what changed, and advisories cannot be matched with it. Require a release, or at least the commit that was tested. Packages of the same repository are left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      branch: '{name} follows the branch "{branch}", whose code changes under the same name. Require a release.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-829', 'https://getcomposer.org/doc/articles/versions.md#branches'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
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
function* goBranches({ model }: Pick<Context<'dependencies'>, 'model'>) {
  for (const dependency of model.dependencies) {
    const { use, requirement, requirementSpan, rawName } = dependency;
    if ((use !== 'declared' && use !== 'replacement') || requirement === undefined || !requirementSpan) continue;
    if (isGoBranch(dependency))
      yield {
        message: 'branch',
        data: { name: rawName, branch: requirement },
        span: requirementSpan satisfies Span,
        key: keyOf(model, dependency),
      } as const;
  }
}

/** Neither a version, nor a part of one, nor a commit, nor a query for the newest (https://go.dev/ref/mod#version-queries). */
const isGoBranch = ({ requirement = '', version }: Dependency): boolean =>
  version === undefined &&
  /^[A-Za-z][\w./-]*$/.test(requirement) &&
  !/^(?:v\d.*|latest|upgrade|patch|none|[0-9a-f]{7,40})$/.test(requirement);
