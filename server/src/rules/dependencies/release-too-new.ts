import { dependencyRule } from '../../engine/rule.ts';
import { dayBefore } from '../../base/date.ts';
import { agreedAge } from './shared/cooldown-age.ts';
import { keyOf, requiring } from './shared/fixes.ts';
import { chosenVersions, majorOf, releasesOf } from './shared/published.ts';

export const releaseTooNew = dependencyRule(
  {
    id: 'dependencies/release-too-new',
    title: 'Version was published only days ago',
    why: 'Most malicious versions are found and taken away within days of being published, and most broken ones are fixed. Wait a few days, or lock the version before. The cool-down of the package manager (`min-release-age`, `minimumReleaseAge`, `npmMinimalAgeGate`, `exclude-newer`) and its exceptions count where the project sets one; otherwise it is three days. Needs an answer of the registry, which is asked only with consent.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      older:
        '{name} {version} was published on {published}, less than {days} days ago ({source}). {older} is the release before.',
      new: '{name} {version} was published on {published}, less than {days} days ago ({source}). Wait until others have tried it.',
    },
    aliases: [],
    references: ['CWE-1357', 'SLSA: consume what is established'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const { source } = env.registry;
    const { days, isLetThrough } = agreedAge(file.path, model.ecosystem, env.workspace);
    const settled = dayBefore(env.today, days);
    for (const { dependency, scheme, published, span, version, facts } of chosenVersions(context)) {
      const day = facts?.published?.slice(0, 10);
      if (day === undefined || settled === undefined || day <= settled || isLetThrough(dependency.name, version)) continue;
      const older = releasesOf(published, scheme).findLast((other) => {
        const publishedOn = published.versions.get(other)?.published?.slice(0, 10);
        const isBefore = scheme.compare(other, version) < 0 && majorOf(other) === majorOf(version);
        return isBefore && publishedOn !== undefined && publishedOn <= settled;
      });
      const data = { name: dependency.rawName, version, published: day, days: String(days), source };
      const rest = { span, key: keyOf(model, dependency) };
      if (older === undefined) yield { message: 'new', data, ...rest };
      else {
        // A range that admits older versions is the lockfile's to narrow.
        const fixes = dependency.version === version ? requiring(file.text, dependency, scheme.pin(older)) : [];
        yield { message: 'older', data: { ...data, older }, fixes, ...rest };
      }
    }
  },
);
