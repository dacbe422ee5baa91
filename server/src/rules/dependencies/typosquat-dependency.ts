import { dependencyRule } from '../../engine/rule.ts';
import { STANDARD_MODULES } from '../../knowledge/standard-library.ts';
import { askedByName } from './shared/asked-by-name.ts';
import { looksLike } from './shared/confusing.ts';
import { keyOf, removed } from './shared/fixes.ts';
import { imitated, isPopular } from './shared/imitation.ts';
import { renamed } from './shared/renamed.ts';
import { rightNameFor } from './shared/right-name.ts';

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
    since: '0.3.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model } = context;
    const { ecosystem } = model;
    const dependencies = askedByName(context);
    const names = new Set(dependencies.map(({ name }) => name));
    for (const dependency of dependencies) {
      const { name, rawName, nameSpan, groupSpan, source } = dependency;
      // Mix-ups that have a reason are told with it.
      if (STANDARD_MODULES[ecosystem]?.has(name) || rightNameFor(ecosystem, name)) continue;
      const asked = ecosystem === 'crates.io' && source !== 'alias' ? rawName : name;
      const plain = looksLike(asked);
      const target = plain !== asked && isPopular(ecosystem, plain) ? plain : imitated(ecosystem, plain);
      if (target === undefined) continue;
      yield {
        message: 'imitation',
        data: { name: rawName, target },
        span: groupSpan && isOfOtherGroup(name, target) ? groupSpan : nameSpan,
        key: keyOf(model, dependency),
        ...(plain !== asked && { summedUpBy: 'dependencies/confusable-characters' }),
        fixes: names.has(target) ? removed(dependency, 'suggested') : renamed(file.text, dependency, target),
      };
    }
  },
);

/** Whether only the groups of two Maven names differ. */
const isOfOtherGroup = (name: string, target: string): boolean =>
  name.slice(name.indexOf(':')) === target.slice(target.indexOf(':'));
