import { dependencyRule } from '../../engine/rule.ts';
import { settingKey, setTo } from './shared/settings.ts';

export const uvUnsafeIndexStrategy = dependencyRule(
  {
    id: 'dependencies/uv-unsafe-index-strategy',
    title: 'A package may come from whichever index has it',
    why: 'By default uv takes a package only from the first index that has one of that name. The `unsafe-` strategies look at all of them, so whoever publishes a package with the name of a private one, under a higher version, gets it installed. Leave the strategy at `first-index` and bind packages to indexes with `[tool.uv.sources]`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unsafe: '`{strategy}` lets a public package take the place of a private one of the same name. Use `first-index`.',
    },
    aliases: [],
    references: ['CWE-427', 'https://docs.astral.sh/uv/concepts/indexes/#searching-across-multiple-indexes'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'pyproject.toml' && model.format !== 'uv.toml') return;
    for (const setting of model.settings) {
      const { section, key, value, valueSpan } = setting;
      if (key !== 'index-strategy' || !value.startsWith('unsafe-') || section.startsWith('tool.poetry')) continue;
      yield {
        message: 'unsafe',
        data: { strategy: value },
        span: valueSpan,
        key: settingKey(setting),
        fixes: [setTo(setting, 'first-index', 'suggested')],
      };
    }
  },
);
