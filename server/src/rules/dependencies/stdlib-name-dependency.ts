import { dependencyRule } from '../../engine/rule.ts';
import { askedByName } from './shared/asked-by-name.ts';
import { keyOf, withoutPackage } from './shared/fixes.ts';
import { standardModuleOf } from './shared/wrongly-named.ts';

const LANGUAGES = { npm: 'Node.js', PyPI: 'Python' } as const;

export const stdlibNameDependency = dependencyRule(
  {
    id: 'dependencies/stdlib-name-dependency',
    title: 'Dependency has the name of a standard module',
    why: 'The module comes with the language, and code that imports it gets that one. The package of the same name is a placeholder, a backport for versions that have ended, or somebody’s who waits for such mistakes; some break the installation or hide the real module. Remove it. Backports under a condition, and ports for browsers that bundlers load, are left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { builtin: '{module} is part of {language}, and the package {name} is something else. Remove it (as of 2026-11).' },
    aliases: [],
    references: ['CWE-1357', 'CWE-829', 'https://nodejs.org/api/', 'https://docs.python.org/3/library/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model } = context;
    const { ecosystem } = model;
    if (ecosystem !== 'npm' && ecosystem !== 'PyPI') return;
    for (const dependency of askedByName(context)) {
      const { rawName, nameSpan: span } = dependency;
      const module = standardModuleOf(dependency);
      if (module === undefined) continue;
      yield {
        message: 'builtin',
        data: { module, language: LANGUAGES[ecosystem], name: rawName },
        span,
        key: keyOf(model, dependency),
        fixes: withoutPackage(dependency),
      };
    }
  },
);
