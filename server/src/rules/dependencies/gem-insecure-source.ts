import { dependencyRule } from '../../engine/rule.ts';
import { plainHttp } from './shared/plain-http.ts';

export const gemInsecureSource = dependencyRule(
  {
    id: 'dependencies/gem-insecure-source',
    title: 'Gems are downloaded over plain HTTP',
    why: 'Whoever sits between the machine and the server can replace a gem that comes over plain HTTP, and a gem may run code as soon as it is installed. Use HTTPS. The old symbols such as `:rubygems` stand for plain HTTP as well.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      http: 'Gems of this source are downloaded over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
      symbol: '"{symbol}" stands for a source over plain HTTP, where anyone on the way can replace gems. Use the URL with HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://bundler.io/man/gemfile.5.html#SOURCE'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'Gemfile') return;
    for (const { url, urlSpan } of model.registries) {
      const found = plainHttp(file.text, url, urlSpan);
      if (found) yield { message: 'http', key: `source/${url}`, ...found };
      else if (url.startsWith(':'))
        yield {
          message: 'symbol',
          data: { symbol: url },
          span: urlSpan,
          key: `source/${url}`,
          fixes: [
            {
              title: 'Use https://rubygems.org',
              applicability: 'safe',
              edits: [{ span: urlSpan, newText: "'https://rubygems.org'" }],
            },
          ],
        };
    }
  },
);
