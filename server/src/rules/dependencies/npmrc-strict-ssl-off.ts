import { dependencyRule } from '../../engine/rule.ts';
import { setTo, settingKey } from './shared/settings.ts';

/** npm takes `0` for `false`, too. */
const OFF = /^(?:false|0)$/i;
const KEYS = /^(?:strict-ssl|strictSsl|strictSSL)$/;
const FORMATS = new Set(['.npmrc', '.yarnrc', 'pnpm-workspace.yaml', 'package.json']);

export const npmrcStrictSslOff = dependencyRule(
  {
    id: 'dependencies/npmrc-strict-ssl-off',
    title: 'Certificates of the registry are not checked',
    why: 'Without the check any server can pretend to be the registry, which makes HTTPS as weak as HTTP: packages can be replaced, tokens can be read. Behind a proxy with a certificate of its own, name its certificate authority (`cafile`) instead.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      off: '`{key}` is off, so any server can pretend to be the registry. Turn it on and name the certificate authority in `cafile` if it is your own.',
    },
    aliases: [],
    references: ['CWE-295', 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (!FORMATS.has(model.format)) return;
    for (const setting of model.settings) {
      if (!KEYS.test(setting.key) || !OFF.test(setting.value)) continue;
      if (model.format === 'package.json' && !/^(?:publishConfig|pnpm)$/.test(setting.section)) continue;
      const { key, valueSpan } = setting;
      yield { message: 'off', data: { key }, span: valueSpan, key: settingKey(setting), fixes: [setTo(setting, 'true', 'safe')] };
    }
  },
);
