import { dependencyRule } from '../../engine/rule.ts';
import { askedByName } from './shared/asked-by-name.ts';
import { keyOf, withoutPackage } from './shared/fixes.ts';
import { renamed } from './shared/renamed.ts';
import { isWholeMalware } from './shared/malware.ts';
import { hasVersionFor, rightNameFor } from './shared/right-name.ts';

export const wrongPackageName = dependencyRule(
  {
    id: 'dependencies/wrong-package-name',
    title: 'Package is not the one that its name suggests',
    why: 'Some packages are not called what their module, project or former release is called, and under the obvious name stands a placeholder, an abandoned package or somebody else’s. Installing it gets the wrong code, and whoever takes such a name over gets to run theirs. Ask for the package by its right name.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { wrong: '{name} is {behind}. Ask for {right} and check the version (as of 2026-11).' },
    aliases: [],
    references: ['CWE-1357', 'CWE-829'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    const asked = askedByName(context);
    const names = new Set(asked.map(({ name }) => name));
    for (const dependency of asked) {
      const found = rightNameFor(model.ecosystem, dependency.name);
      if (!found) continue;
      const { rawName: name, nameSpan: span } = dependency;
      yield {
        message: 'wrong',
        data: { name, behind: found.behind, right: found.name },
        span,
        key: keyOf(model, dependency),
        ...(isWholeMalware(env.advisories, dependency) && { summedUpBy: 'dependencies/malicious-package' }),
        fixes: names.has(found.name)
          ? withoutPackage(dependency)
          : hasVersionFor(found, dependency)
            ? renamed(file.text, dependency, found.name)
            : [],
      };
    }
  },
);
