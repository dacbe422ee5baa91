import { dependencyRule } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { hasPort, isLocalUrl } from './shared/urls.ts';

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
    for (const dependency of model.dependencies) {
      const { location, rawName } = dependency;
      if (!location || !/^http:\/\//i.test(location.url) || isLocalUrl(location.url)) continue;
      const { start } = location.urlSpan;
      const span = { start, end: start + 4 };
      if (file.text.slice(start, span.end).toLowerCase() !== 'http') continue;
      yield {
        message: 'http',
        data: { name: rawName === '' ? 'This dependency' : rawName },
        span,
        key: keyOf(model, dependency),
        fixes: [
          {
            title: 'Use HTTPS',
            applicability: hasPort(location.url) ? 'suggested' : 'safe',
            edits: [{ span, newText: 'https' }],
          },
        ],
      };
    }
  },
);
