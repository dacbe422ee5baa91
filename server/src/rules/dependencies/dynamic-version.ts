import { dependencyRule } from '../../engine/rule.ts';
import type { WorkspaceView } from '../../engine/environment.ts';
import { lockedFor, lockfileFor, schemeOf, inheriting, type Dependency } from '../../model/dependencies/index.ts';
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
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model, env }) {
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
      const found =
        entry?.version !== undefined && lock
          ? { version: entry.version, path: lock.path }
          : usedElsewhere(dependency, requirement, env.workspace);
      if (found === undefined) yield { message: 'unknown', data: { name, requirement }, span, key };
      else {
        const fixes = requiring(file.text, dependency, schemeOf(model.ecosystem)?.pin(found.version) ?? found.version);
        // Who locks what such a version led to wanted it so, and builds the same until the lock is renewed.
        const milder = entry === undefined ? {} : { severity: 'info' as const };
        yield { message: 'known', data: { name, requirement, ...found }, span, key, fixes, ...milder };
      }
    }
  },
);

const isAsked = ({ use, source }: Dependency): boolean =>
  (use === 'declared' || use === 'constraint' || use === 'override') && source === 'registry';

/** The version that another file of the workspace names for the same package. */
function usedElsewhere(
  { ecosystem, name }: Dependency,
  requirement: string,
  workspace: WorkspaceView,
): { readonly version: string; readonly path: string } | undefined {
  for (const [path, facts] of workspace.all('dependencies')) {
    if (facts.ecosystem !== ecosystem || facts.role !== 'manifest') continue;
    const same = facts.declared.find(
      (one) =>
        one.name === name && one.version !== undefined && schemeOf(ecosystem)?.satisfies(one.version, requirement) === true,
    );
    if (same?.version !== undefined) return { version: same.version, path };
  }
  return undefined;
}
