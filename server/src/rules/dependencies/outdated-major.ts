import { dependencyRule } from '../../engine/rule.ts';
import { raiseRange } from '../../model/dependencies/index.ts';
import { keyOf, raised } from './shared/fixes.ts';
import { chosenVersions, majorOf, releasesOf } from './shared/published.ts';

export const outdatedMajor = dependencyRule(
  {
    id: 'dependencies/outdated-major',
    title: 'Package is major versions behind',
    why: 'Old major versions get security fixes late or never, and each one skipped makes the way longer. Read the release notes in between, and upgrade. Needs an answer of the registry, which is asked only with consent.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      behind:
        '{name} {version} is {count} major versions behind {latest} ({source}). Read the release notes and plan the upgrade.',
      one: '{name} {version} is a major version behind {latest} ({source}). Read the release notes and plan the upgrade.',
    },
    aliases: [],
    references: ['CWE-1104', 'OWASP A06:2021'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const { source } = env.registry;
    for (const { dependency, scheme, published, span, version } of chosenVersions(context)) {
      const latest = published.latest ?? releasesOf(published, scheme).at(-1);
      if (latest === undefined || scheme.isPrerelease(latest)) continue;
      const majors = new Set(releasesOf(published, scheme).map(majorOf));
      // Majors that were never published are not missed.
      const count = [...majors].filter((major) => major > majorOf(version) && major <= majorOf(latest)).length;
      if (count === 0) continue;
      const rest = { span, key: keyOf(model, dependency), fixes: raised(file.text, dependency, latest, undefined, raiseRange) };
      const data = { name: dependency.rawName, version, latest, source };
      if (count === 1) yield { message: 'one', data, ...rest };
      else yield { message: 'behind', data: { ...data, count: String(count) }, ...rest };
    }
  },
);
