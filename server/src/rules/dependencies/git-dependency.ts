import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';

export const gitDependency = dependencyRule(
  {
    id: 'dependencies/git-dependency',
    title: 'Dependency comes from a git repository',
    why: 'A package from a repository has no published version: no registry checks it, keeps it, or tells whether a vulnerability is known in it, and tools that compare versions pass it by. Where a release exists, ask the registry for it. Turn this rule on where only registries are allowed.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: {
      git: '{name} comes from a git repository, past every check of a registry. Use a published version where there is one.',
    },
    aliases: [],
    references: ['CWE-1357', 'CWE-829'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.role !== 'manifest') return;
    for (const dependency of model.dependencies) {
      const { source, location, rawName } = dependency;
      if (source !== 'git' || !location) continue;
      yield {
        message: 'git',
        data: { name: rawName === '' ? 'This dependency' : rawName },
        span: location.urlSpan,
        key: keyOf(model, dependency),
      };
    }
  },
);
