import { dependencyRule } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { shownInManifests } from './shared/shown-in-manifests.ts';

export const npmAliasDependency = dependencyRule(
  {
    id: 'dependencies/npm-alias-dependency',
    title: 'Package is installed under the name of another one',
    why: 'Code that imports the name gets a different package: who reads `import "a"` looks up the wrong documentation, licence and advisories, and an attacker hides behind a trusted name. Import the package by its own name. Names that say what they stand for (`react-17`, `string-width-cjs`) are left alone.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      declared: 'What is imported as {name} is really {target}. Use the package under its own name.',
      locked: 'What is installed as {name} is really {target}. Check who asks for it.',
    },
    aliases: [],
    references: ['CWE-1357', 'https://docs.npmjs.com/cli/commands/npm-install'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.ecosystem !== 'npm') return;
    const renamed = model.dependencies.filter(isHidden);
    if (renamed.length === 0) return;
    const shown = model.role === 'lockfile' ? shownInManifests(file.path, model, env.workspace) : undefined;
    for (const dependency of renamed) {
      const { rawName: name, name: target, nameSpan: span, path = '' } = dependency;
      if (shown?.has(dependency) === true) continue;
      yield {
        message: shown ? 'locked' : 'declared',
        data: { name, target },
        span,
        key: `${keyOf(model, dependency)}/${path}`,
      };
    }
  },
);

/** What is forced upon others is replaced on purpose, and says so. */
const isHidden = ({ source, use, name, rawName }: Dependency): boolean =>
  source === 'alias' &&
  (use === 'declared' || use === 'locked') &&
  name !== '' &&
  name.toLowerCase() !== rawName.toLowerCase() &&
  !saysTarget(rawName, name);

/** Whether the words of the target's own name stand in the alias, side by side: `@types/react-17` for `react`. */
function saysTarget(alias: string, target: string): boolean {
  const words = wordsOf(target.slice(target.lastIndexOf('/') + 1));
  const scope = target.startsWith('@') ? wordsOf(target.slice(1, target.indexOf('/'))) : [];
  const own = ` ${wordsOf(alias).join(' ')} `;
  if (words.length === 0 || wordsOf(alias).join(' ') === words.join(' ')) return target.startsWith('@') === alias.startsWith('@');
  const says = (part: readonly string[]): boolean => part.length > 0 && own.includes(` ${part.join(' ')} `);
  return says(words) || (says(scope) && words.some((word) => own.includes(` ${word} `)));
}

/** `react17` is two words. */
const wordsOf = (name: string): string[] => name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
