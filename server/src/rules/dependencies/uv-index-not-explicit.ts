import { dependencyRule } from '../../engine/rule.ts';
import { isPrivateIndex } from './shared/python-sources.ts';
import { besideSetting, bySection } from './shared/settings.ts';

export const uvIndexNotExplicit = dependencyRule(
  {
    id: 'dependencies/uv-index-not-explicit',
    title: 'An additional index of uv is asked for every package',
    why: 'Additional indexes are asked before PyPI, for every package. Who can publish to one of them can supply any dependency of the project, and the index learns all their names. With `explicit = true` only packages that `[tool.uv.sources]` binds to the index come from it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      open: 'Every package may come from the index {name}. Set `explicit = true` and bind the packages that need it in `[tool.uv.sources]`.',
    },
    aliases: [],
    references: ['CWE-427', 'https://docs.astral.sh/uv/concepts/indexes/#pinning-a-package-to-an-index'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.format !== 'pyproject.toml' && model.format !== 'uv.toml') return;
    for (const [section, settings] of bySection(model.settings)) {
      if (!/^(?:tool\.uv\.)?index\[\d+\]$/.test(section)) continue;
      const of = (key: string) => settings.findLast((setting) => setting.key === key);
      const url = of('url');
      const last = settings.at(-1);
      const explicit = of('explicit');
      if (!url || !last || explicit?.value === 'true' || of('default')?.value === 'true' || !isPrivateIndex(url.value)) continue;
      const name = of('name')?.value;
      const edit = explicit ? { span: explicit.valueSpan, newText: 'true' } : besideSetting(file, last, 'explicit = true');
      yield {
        message: 'open',
        data: { name: name ?? 'at this address' },
        span: url.valueSpan,
        key: `index/${name ?? url.value}`,
        // Only an index with a name can be bound to packages.
        fixes: name === undefined ? [] : [{ title: 'Set explicit to true', applicability: 'suggested', edits: [edit] }],
      };
    }
  },
);
