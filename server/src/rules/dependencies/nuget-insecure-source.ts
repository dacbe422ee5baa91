import { dependencyRule } from '../../engine/rule.ts';
import { disabledSources } from './shared/nuget-sources.ts';
import { plainHttp } from './shared/plain-http.ts';

export const nugetInsecureSource = dependencyRule(
  {
    id: 'dependencies/nuget-insecure-source',
    title: 'NuGet source is reached over plain HTTP',
    why: 'Whoever sits between the machine and the source can replace a package that comes over plain HTTP, and packages run code while a project is built. NuGet refuses such sources since version 6.12. Use HTTPS.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { http: 'The source {url} serves packages over plain HTTP, where anyone on the way can replace them. Use HTTPS.' },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://learn.microsoft.com/nuget/consume-packages/nuget-https-everywhere'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.ecosystem !== 'NuGet') return;
    const disabled = new Set(disabledSources(model.settings).map(({ value }) => value));
    for (const { url, urlSpan } of model.registries) {
      const found = disabled.has(url) ? undefined : plainHttp(file.text, url, urlSpan, 'suggested');
      if (found) yield { message: 'http', data: { url: url.replace(/(?<=:\/\/)[^/?#\s]*@/, '') }, key: url, ...found };
    }
  },
);
