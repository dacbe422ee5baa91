import { dependencyRule } from '../../engine/rule.ts';
import { plainHttpRegistries } from './shared/plain-http-registries.ts';
import { setTo, settingKey, withoutSetting } from './shared/settings.ts';

/** This machine, which nobody is on the way to. */
const LOCAL = /^(?:localhost|\*?\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|host\.docker\.internal)$/i;

export const yarnrcUnsafeHttp = dependencyRule(
  {
    id: 'dependencies/yarnrc-unsafe-http',
    title: 'Yarn reaches registries without encryption or without checking certificates',
    why: 'Yarn refuses plain HTTP and unknown certificates unless a project allows them. Then whoever sits between the machine and the registry can replace packages and read tokens. Use HTTPS, and `httpsCaFilePath` for a certificate authority of your own.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      allowed:
        'Plain HTTP is allowed for {host}, where anyone on the way can replace packages. Use HTTPS and remove it from the list.',
      ssl: '`enableStrictSsl` is off, so any server can pretend to be the registry. Turn it on and use `httpsCaFilePath` for your own authority.',
      http: 'The registry {host} is reached over plain HTTP, where anyone on the way can replace packages and read tokens. Use HTTPS.',
    },
    aliases: [],
    references: ['CWE-319', 'CWE-295', 'https://yarnpkg.com/configuration/yarnrc#unsafeHttpWhitelist'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== '.yarnrc.yml') return;
    for (const setting of model.settings) {
      const { section, key, value, valueSpan } = setting;
      if (key === 'unsafeHttpWhitelist' && section === '' && value !== '[]' && !value.includes('${') && !LOCAL.test(value))
        yield {
          message: 'allowed',
          data: { host: value },
          span: valueSpan,
          key: `${key}/${value}`,
          fixes: withoutSetting(setting, 'safe', value),
        };
      if (key === 'enableStrictSsl' && /^(?:false|0)$/i.test(value))
        yield { message: 'ssl', span: valueSpan, key: settingKey(setting), fixes: [setTo(setting, 'true', 'safe')] };
    }
    yield* plainHttpRegistries(file, model.registries, 'safe');
  },
);
