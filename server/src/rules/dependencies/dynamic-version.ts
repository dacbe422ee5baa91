import { folderOf } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { isAffected, lockedFor, lockfileFor, schemeOf, inheriting, type Dependency } from '../../model/dependencies/index.ts';
import { advisoriesOf, decisive } from './shared/advisories.ts';
import { isDynamic } from './shared/dynamic.ts';
import { keyOf, requiring } from './shared/fixes.ts';

export const dynamicVersion = dependencyRule(
  {
    id: 'dependencies/dynamic-version',
    title: 'Dependency takes whatever version is newest',
    why: 'A version such as `1.+`, `latest.release` or `LATEST` means another one as soon as somebody publishes: the same commit builds differently tomorrow, and a release that an attacker publishes gets into the build without anybody looking at it. Name the version that was tested and let a tool propose updates.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unknown:
        '{name} takes the newest version that fits {requirement}, whatever that is when it is built. Name the version that was tested.',
      known:
        '{name} takes the newest version that fits {requirement}, whatever that is when it is built. Name a version, such as {version}, which {path} has.',
    },
    aliases: [],
    references: ['CWE-1357', 'OpenSSF Scorecard: Pinned-Dependencies'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'manifest') return;
    const lock = lockfileFor(file.path, env.workspace);
    const complete = inheriting(file.path, env.workspace);
    for (const written of model.dependencies) {
      const dependency = complete(written);
      const { rawName: name, requirement, requirementSpan, nameSpan } = dependency;
      if (requirement === undefined || !isAsked(dependency) || !isDynamic(dependency)) continue;
      const span = requirementSpan ?? nameSpan;
      const key = keyOf(model, dependency);
      const entry = lockedFor(lock, dependency);
      const isGood = goodFor(context, dependency);
      // Who locks what such a version led to wanted it so, and builds the same until the lock is renewed.
      const milder = entry?.version === undefined ? {} : { severity: 'info' as const };
      const found =
        entry?.version !== undefined && lock
          ? [{ version: entry.version, path: lock.path }].find(({ version }) => isGood(version))
          : usedElsewhere(context, dependency, isGood);
      if (found === undefined) yield { message: 'unknown', data: { name, requirement }, span, key, ...milder };
      else {
        const fixes = requiring(file.text, dependency, schemeOf(model.ecosystem)?.pin(found.version) ?? found.version);
        yield { message: 'known', data: { name, requirement, ...found }, span, key, fixes, ...milder };
      }
    }
  },
);

const isAsked = ({ use, source }: Dependency): boolean =>
  (use === 'declared' || use === 'constraint' || use === 'override') && source === 'registry';

type IsGood = (version: string) => boolean;

/** Whether a version may be proposed: no advisory affects it. */
function goodFor({ env }: Context<'dependencies'>, dependency: Dependency): IsGood {
  const scheme = schemeOf(dependency.ecosystem);
  const known = decisive(advisoriesOf(env.advisories, dependency), 'vulnerability');
  return (version) => scheme === undefined || !known.some((advisory) => isAffected(scheme, version, advisory));
}

/** The version that another file of the same build names for the same package. */
function usedElsewhere(
  { file, env }: Context<'dependencies'>,
  { ecosystem, name, requirement = '' }: Dependency,
  isGood: IsGood,
): { readonly version: string; readonly path: string } | undefined {
  const own = buildOf(file.path);
  for (const [path, facts] of env.workspace.all('dependencies')) {
    if (facts.ecosystem !== ecosystem || facts.role !== 'manifest' || path === file.path) continue;
    const other = buildOf(path);
    if (!own.startsWith(other) && !other.startsWith(own)) continue;
    const same = facts.declared.find(
      ({ name: asked, version }) =>
        asked === name &&
        version !== undefined &&
        schemeOf(ecosystem)?.satisfies(version, requirement) === true &&
        isGood(version),
    );
    if (same?.version !== undefined) return { version: same.version, path };
  }
  return undefined;
}

/** The folder of a build, with a slash behind it. A catalog lies one folder below. */
const buildOf = (path: string): string => `/${folderOf(path)}/`.replace('//', '/').replace(/\/gradle\/$/, '/');
