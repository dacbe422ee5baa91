import { dependencyRule } from '../../engine/rule.ts';
import { askedByName } from './shared/asked-by-name.ts';
import { keyOf, withoutPackage } from './shared/fixes.ts';
import { isWholeMalware } from './shared/malware.ts';
import { renamed } from './shared/renamed.ts';
import { imitationOf } from './shared/wrongly-named.ts';

export const typosquatDependency = dependencyRule(
  {
    id: 'dependencies/typosquat-dependency',
    title: 'Package name looks like that of a well-known package',
    why: 'Attackers publish packages under names that are one slip of the fingers, one exchanged letter or one harmless-looking word away from a popular one, and wait. Check what is really meant. The comparison is with a list that comes with Larboard; a package that is meant, accept with a comment or in the configuration.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      imitation: '{name} looks like the well-known package {target}, but is not it. Ask for {target} if that is meant.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-506', 'OWASP CICD-SEC-3'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const dependencies = askedByName(context);
    const names = new Set(dependencies.map(({ name }) => name));
    for (const dependency of dependencies) {
      const { name, rawName, nameSpan, groupSpan } = dependency;
      const found = imitationOf(dependency);
      if (!found) continue;
      const { target, isConfusable } = found;
      yield {
        message: 'imitation',
        data: { name: rawName, target },
        span: groupSpan && isOfOtherGroup(name, target) ? groupSpan : nameSpan,
        key: keyOf(model, dependency),
        ...(isWholeMalware(env.advisories, dependency)
          ? { summedUpBy: 'dependencies/malicious-package' }
          : isConfusable && { summedUpBy: 'dependencies/confusable-characters' }),
        fixes: names.has(target) ? withoutPackage(dependency) : renamed(file.text, dependency, target),
      };
    }
  },
);

/** Whether only the groups of two Maven names differ. */
const isOfOtherGroup = (name: string, target: string): boolean =>
  name.slice(name.indexOf(':')) === target.slice(target.indexOf(':'));
