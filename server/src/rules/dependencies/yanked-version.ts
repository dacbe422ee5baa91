import { dependencyRule } from '../../engine/rule.ts';
import { keyOf, raised } from './shared/fixes.ts';
import { chosenVersions, majorOf, releasesOf } from './shared/published.ts';
import { retractedModules } from './shared/retracted.ts';

export const yankedVersion = dependencyRule(
  {
    id: 'dependencies/yanked-version',
    title: 'Version was withdrawn',
    why: 'Its authors withdrew this version, or the registry removed it: it may be broken, published by mistake, or malicious, and who installs anew gets another one or none. Use the next version that is still offered. A Go module of the repository says so itself; everything else needs an answer of the registry, which is asked only with consent.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      yanked: '{name} {version} was withdrawn by its authors ({source}). Use {better}.',
      removed: '{name} {version} is no longer in the registry ({source}). Use {better}.',
      retracted: '{name} {version} was withdrawn by its authors (retract in {path}). Require a version that is still offered.',
      lonely: '{name} {version} was withdrawn, and there is no good later release ({source}). Look for another package.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-1395'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
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
