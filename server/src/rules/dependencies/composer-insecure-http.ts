import { dependencyRule } from '../../engine/rule.ts';
import { composerFlag, withoutSetting } from './shared/composer-flags.ts';
import { plainHttp } from './shared/plain-http.ts';

export const composerInsecureHttp = dependencyRule(
  {
    id: 'dependencies/composer-insecure-http',
    title: 'Composer accepts plain HTTP',
    why: 'Whoever sits between the machine and the server can replace what comes over plain HTTP, and Composer runs what it downloads. It refuses such URLs unless `secure-http` is off. Delete that setting and use HTTPS for every repository.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      setting:
        '"secure-http" is off, so that Composer downloads over plain HTTP where a repository asks for it. Delete the setting.',
      repository: 'This repository is reached over plain HTTP, where anyone on the way can replace its packages. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-494', 'https://getcomposer.org/doc/06-config.md#secure-http'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const setting of composerFlag(model, 'secure-http', 'false'))
      yield {
        message: 'setting',
        span: setting.valueSpan,
        key: 'config/secure-http',
        fixes: withoutSetting(setting),
        sameAs: 'dependencies/composer-disable-tls',
      };
    if (model.format !== 'composer.json') return;
    for (const { url, urlSpan } of model.registries) {
      const found = plainHttp(file.text, url, urlSpan);
      if (found) yield { message: 'repository', key: `repositories/${url}`, ...found };
    }
  },
);
