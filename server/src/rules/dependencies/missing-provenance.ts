import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { chosenVersions, majorOf, releasesOf } from './shared/published.ts';

export const missingProvenance = dependencyRule(
  {
    id: 'dependencies/missing-provenance',
    title: 'Version has no provenance, though later ones have',
    why: 'The project attests its builds by now: a later version says from which source and build it comes, and this one cannot. Packages that attest nothing at all are left alone. Needs an answer of the registry, which is asked only with consent.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{name} {version} has no provenance, while {attested} has ({source}). Upgrade to {attested} or later.',
    },
    aliases: [],
    references: ['CWE-345', 'SLSA: verify provenance'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    for (const { dependency, scheme, published, span, version, facts } of chosenVersions(context)) {
      if (facts?.hasProvenance !== false) continue;
      const isAttested = (other: string): boolean => published.versions.get(other)?.hasProvenance === true;
      const releases = releasesOf(published, scheme);
      // What was attested before and is not now is a worse matter, with a rule of its own.
      if (releases.some((other) => scheme.compare(other, version) < 0 && isAttested(other))) continue;
      const later = releases.filter((other) => scheme.compare(other, version) > 0 && isAttested(other));
      const near = later.find((other) => majorOf(other) === majorOf(version));
      const attested = near ?? later[0];
      if (attested === undefined) continue;
      yield {
        message: 'missing',
        data: { name: dependency.rawName, version, attested, source: env.registry.source },
        span,
        key: keyOf(model, dependency),
        // Nobody changes a major version for that alone.
        ...(near === undefined && { severity: 'info' }),
      };
    }
  },
);
