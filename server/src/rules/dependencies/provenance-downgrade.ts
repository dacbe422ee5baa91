import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { chosenVersions, releasesOf } from './shared/published.ts';

export const provenanceDowngrade = dependencyRule(
  {
    id: 'dependencies/provenance-downgrade',
    title: 'Version lost its provenance',
    why: 'Earlier versions came with an attestation of where and from what they were built, and this one does not: so it looks when somebody publishes with a stolen token, past the project’s own build. Find out why before installing it. Needs an answer of the registry, which is asked only with consent.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      lost: '{name} {version} has no provenance, though {earlier} had it ({source}). Find out why before installing it.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-345', 'SLSA: verify provenance'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model, env } = context;
    for (const { dependency, scheme, published, span, version, facts } of chosenVersions(context)) {
      if (facts?.hasProvenance !== false) continue;
      const earlier = releasesOf(published, scheme).findLast(
        (other) => scheme.compare(other, version) < 0 && published.versions.get(other)?.hasProvenance === true,
      );
      if (earlier === undefined) continue;
      yield {
        message: 'lost',
        data: { name: dependency.rawName, version, earlier, source: env.registry.source },
        span,
        key: keyOf(model, dependency),
      };
    }
  },
);
