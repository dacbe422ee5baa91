import { dependencyRule } from '../../engine/rule.ts';
import { isPython } from './shared/plain-http-registries.ts';
import { setTo, withoutSetting } from './shared/settings.ts';
import { deletion } from '../../base/edit.ts';

/** This machine, which nobody is on the way to, with or without scheme and port. */
const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|host\.docker\.internal)(?::\d+)?\/?$/i;

export const pipTrustedHost = dependencyRule(
  {
    id: 'dependencies/pip-trusted-host',
    title: 'Certificates of a package index are not checked',
    why: 'A trusted host may answer with any certificate or without encryption at all. Whoever sits on the way can then replace every package that comes from it, and installing a package runs its code. Give the index a certificate that is valid, or name its authority with `--cert`.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      trusted: 'Certificates of {host} are not checked, so anyone on the way can replace packages. Remove the exception.',
      unverified:
        'Certificates of this package index are not checked, so anyone on the way can replace packages. Turn the check on.',
    },
    aliases: [],
    references: ['CWE-295', 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (!isPython(model)) return;
    for (const { kind, url, urlSpan, deletion: whole } of model.registries) {
      if (kind !== 'trusted-host' || url === '' || LOCAL.test(url) || /[$%{]/.test(url)) continue;
      yield {
        message: 'trusted',
        data: { host: url },
        span: urlSpan,
        key: `${kind}/${url}`,
        fixes: whole ? [{ title: `Stop trusting ${url}`, applicability: 'safe', edits: [deletion(whole)] }] : [],
      };
    }
    for (const setting of model.settings) {
      const { section, key, value, valueSpan } = setting;
      const isOff =
        value === 'false' &&
        ((key === 'verify_ssl' && /(?:^|\.)source\[\d+\]$/.test(section)) ||
          (model.format === 'poetry.toml' && /^certificates\..*/.test(section) && key === 'cert'));
      const fixes = key === 'cert' ? withoutSetting(setting, 'suggested') : [setTo(setting, 'true', 'safe')];
      if (isOff) yield { message: 'unverified', span: valueSpan, key: `${section}/${key}`, fixes };
    }
  },
);
