import { dependencyRule } from '../../engine/rule.ts';
import { STANDARD_MODULES } from '../../knowledge/standard-library.ts';
import { askedByName } from './shared/asked-by-name.ts';
import { keyOf, removed } from './shared/fixes.ts';
import { imitated } from './shared/imitation.ts';
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
    const asked = askedByName(context);
    const names = new Set(asked.map(({ name }) => name));
    for (const dependency of asked) {
      const { name, rawName, nameSpan: span } = dependency;
      // Mix-ups that have a reason are told with it, and so are letters of another script.
      if (!/^[\x21-\x7e]*$/.test(name)) continue;
      if (STANDARD_MODULES[ecosystem]?.has(name) || rightNameFor(ecosystem, name)) continue;
      const target = imitated(ecosystem, ecosystem === 'crates.io' ? rawNameOf(dependency) : name);
      if (target === undefined) continue;
      yield {
        message: 'imitation',
        data: { name: rawName, target },
        span,
        key: keyOf(model, dependency),
        fixes: names.has(target) ? removed(dependency, 'suggested') : renamed(file.text, dependency, target),
      };
    }
  },
);

/** Of a renamed crate the name that the registry is asked for. */
const rawNameOf = ({
  source,
  name,
  rawName,
}: {
  readonly source: string;
  readonly name: string;
  readonly rawName: string;
}): string => (source === 'alias' ? name : rawName);
