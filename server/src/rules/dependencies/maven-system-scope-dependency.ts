import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';

export const mavenSystemScopeDependency = dependencyRule(
  {
    id: 'dependencies/maven-system-scope-dependency',
    title: 'Dependency has the system scope',
    why: 'A file on the machine stands for the dependency: nobody checks where it came from, it is missing on other machines and in what is packaged, and no tool updates it. The scope is deprecated. Deploy the file to a repository, or to one inside the project, and depend on it as on anything else.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      path: '{name} is taken from the file {path}, which no repository checks or updates. Deploy it to a repository and remove the system scope.',
      scope:
        '{name} has the system scope, which takes it from a file on the machine. Deploy it to a repository and remove the scope.',
    },
    aliases: [],
    references: [
      'CWE-829',
      'https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#system-dependencies',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'pom.xml') return;
    for (const dependency of model.dependencies) {
      const { rawName: name, location, source, nameSpan } = dependency;
      const key = keyOf(model, dependency);
      if (location) yield { message: 'path', data: { name, path: location.url }, span: location.urlSpan, key };
      else if (source === 'path') yield { message: 'scope', data: { name }, span: nameSpan, key };
    }
  },
);
