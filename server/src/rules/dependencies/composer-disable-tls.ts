import { dependencyRule } from '../../engine/rule.ts';
import { composerFlag, withoutSetting } from './shared/composer-flags.ts';

export const composerDisableTls = dependencyRule(
  {
    id: 'dependencies/composer-disable-tls',
    title: 'Composer downloads without TLS',
    why: 'With `disable-tls` Composer fetches everything over plain HTTP, and with `secure-http: false` it accepts repositories that offer nothing else. Whoever sits on the way can replace packages, whose code runs as soon as they are installed. Delete the setting; a certificate authority of a company goes into `cafile` or `capath`.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      tls: '"disable-tls" turns encryption off, so that anyone on the way can replace packages. Delete the setting.',
      http: '"secure-http" is off, so that packages may come over plain HTTP and be replaced on the way. Delete the setting.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-295', 'CWE-494', 'https://getcomposer.org/doc/06-config.md#disable-tls'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const setting of composerFlag(model, 'disable-tls', 'true'))
      yield { message: 'tls', span: setting.valueSpan, key: 'config/disable-tls', fixes: withoutSetting(setting) };
    for (const setting of composerFlag(model, 'secure-http', 'false'))
      yield { message: 'http', span: setting.valueSpan, key: 'config/secure-http', fixes: withoutSetting(setting) };
  },
);
