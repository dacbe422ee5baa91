import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { plainHttp } from './shared/plain-http.ts';

export const httpDependency = dependencyRule(
  {
    id: 'dependencies/http-dependency',
    title: 'Dependency is downloaded over plain HTTP',
    why: 'Whoever sits between the machine and the server can replace a package that comes over plain HTTP, and what a package manager downloads it also runs. Use HTTPS, or the version from the registry.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { http: '{name} is downloaded over plain HTTP, where anyone on the way can replace it. Use HTTPS.' },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'CWE-829'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ file, model }) {
    if (model.role !== 'manifest') return;
    // A package of Pub names the host that it is in; the other ecosystems have rules of their own for that.
    for (const { url, urlSpan } of model.format === 'pubspec.yaml' ? model.registries : []) {
      const found = plainHttp(file.text, url, urlSpan);
      if (found)
        yield { message: 'http', data: { name: `What ${found.host} hosts` }, key: `hosted/${url}/${urlSpan.start}`, ...found };
    }
    const seen = new Set<number>();
    for (const dependency of model.dependencies) {
      const { location, rawName } = dependency;
      const found = location && plainHttp(file.text, location.url, location.urlSpan);
      // A repository with several packages is told once.
      if (!found || seen.size === seen.add(found.span.start).size) continue;
      const name = rawName === '' ? 'This dependency' : rawName;
      // Of `git+http://` the rule about protocols of git tells, too.
      const isGit = dependency.source === 'git' && /^git\+/i.test(location.url);
      const cause = isGit ? { summedUpBy: 'dependencies/git-protocol-insecure' as const } : {};
      yield { message: 'http', data: { name }, key: keyOf(model, dependency), ...found, ...cause };
    }
  },
);
