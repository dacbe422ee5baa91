import { dependencyRule } from '../../engine/rule.ts';
import { keyOf, raised } from './shared/fixes.ts';
import { chosenVersions, majorOf, releasesOf } from './shared/published.ts';
import { retractedModules } from './shared/retracted.ts';

export const yankedVersion = dependencyRule(
  {
    id: 'dependencies/yanked-version',
    title: 'Version was taken back',
    why: 'Its authors took this version back, or the registry removed it: it may be broken, published by mistake, or malicious, and who installs anew gets another one or none. Go to the next version that stands. A Go module of the repository says so itself; everything else needs an answer of the registry, which is asked only with consent.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      yanked: '{name} {version} was taken back by its authors ({source}). Go to {better}.',
      removed: '{name} {version} is not in the registry any more ({source}). Go to {better}.',
      retracted: '{name} {version} was taken back by its authors (retract in {path}). Require a version that stands.',
      lonely: '{name} {version} was taken back and no later release stands ({source}). Look for another package.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-1395'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    const { source } = env.registry;
    for (const { dependency, version, path } of retractedModules(context)) {
      const { rawName: name, requirementSpan, nameSpan } = dependency;
      yield {
        message: 'retracted',
        data: { name, version, path },
        span: requirementSpan ?? nameSpan,
        key: keyOf(model, dependency),
      };
    }
    for (const { dependency, scheme, published, span, version, facts } of chosenVersions(context)) {
      if (facts && facts.isYanked !== true) continue;
      // A registry that keeps versions to itself (a mirror, a private fork) is recognised by what it has around this one.
      const later = releasesOf(published, scheme).filter((other) => scheme.compare(other, version) > 0);
      const better = later.findLast((other) => majorOf(other) === majorOf(version)) ?? later[0];
      const { rawName: name } = dependency;
      const rest = { span, key: keyOf(model, dependency) };
      if (better === undefined) {
        if (facts) yield { message: 'lonely', data: { name, version, source }, ...rest };
        continue;
      }
      const fixes = raised(file.text, dependency, better);
      yield { message: facts ? 'yanked' : 'removed', data: { name, version, source, better }, fixes, ...rest };
    }
  },
);
