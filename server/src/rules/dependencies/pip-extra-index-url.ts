import type { Snapshot } from '../../base/snapshot.ts';
import { deletion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { DependencyFile, Registry } from '../../model/dependencies/index.ts';
import { isPrivateIndex } from './shared/python-sources.ts';
import { bySection, setTo } from './shared/settings.ts';

export const pipExtraIndexUrl = dependencyRule(
  {
    id: 'dependencies/pip-extra-index-url',
    title: 'Packages come from whichever index has the higher version',
    why: 'With an extra index pip takes the highest version that any of the indexes has. Whoever publishes a package with the name of a private one on the public index, under a higher number, gets it installed. Use one index that holds, or passes on, all packages, or bind packages to their index.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      extra:
        '`{key}` lets a package of one index take the place of one of the same name in another. Use one index for all packages.',
      searched:
        'All sources are searched for every package, so one may take the place of one of the same name. Name the index where a package needs it.',
    },
    aliases: [],
    references: ['CWE-427', 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url'],
    fix: 'suggested',
    since: '0.3.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.ecosystem !== 'PyPI' || model.role === 'lockfile') return;
    const main = model.registries.findLast(({ kind }) => kind === 'index');
    const extras = model.registries.filter(({ kind, url }) => kind === 'extra-index' && url !== '');
    // Beside an index of one's own even PyPI is one that may take over a name.
    const isMixed = main !== undefined && isPrivateIndex(main.url) && model.format !== 'pyproject.toml';
    for (const registry of extras) {
      if (!isMixed && !isPrivateIndex(registry.url)) continue;
      const span = registry.keySpan ?? registry.urlSpan;
      const key = file.text.slice(span.start, span.end);
      const fixes = fixesOf(file, model, registry, extras.length === 1 && main === undefined);
      yield {
        message: 'extra',
        data: { key },
        span: registry.keySpan ? span : registry.urlSpan,
        key: `extra/${registry.url}`,
        fixes,
      };
    }
    for (const setting of model.settings)
      if (setting.section === 'pipenv' && setting.key === 'install_search_all_sources' && setting.value === 'true')
        yield { message: 'searched', span: setting.valueSpan, key: setting.key, fixes: [setTo(setting, 'false', 'suggested')] };
    yield* pdmSources(model);
  },
);

/** The only index beside PyPI becomes the one index; one of several can but go. */
function fixesOf({ text, eol }: Snapshot, { format }: DependencyFile, registry: Registry, isOnly: boolean): Fix[] {
  const { keySpan, url, deletion: whole } = registry;
  if (!keySpan) return [];
  const key = text.slice(keySpan.start, keySpan.end);
  const applicability = 'suggested';
  if (whole && (format === 'uv.toml' || format === 'pyproject.toml')) {
    const table = format === 'uv.toml' ? '[[index]]' : '[[tool.uv.index]]';
    const lines = [table, 'name = "private"', `url = "${url}"`, 'explicit = true', ''];
    const newText = `${/[\r\n]$/.test(text) ? '' : eol}${eol}${lines.join(eol)}`;
    const edits = [deletion(whole), { span: { start: text.length, end: text.length }, newText }];
    return /["\\]/.test(url) || whole.end === text.length
      ? []
      : [{ title: 'Make it an explicit index of uv', applicability, edits }];
  }
  const index = key.replace(/extra([-_])/, '');
  const only: Fix[] =
    isOnly && index !== key ? [{ title: `Use ${index}`, applicability, edits: [{ span: keySpan, newText: index }] }] : [];
  return [...only, ...(whole ? [{ title: `Remove ${key}`, applicability, edits: [deletion(whole)] } as const] : [])];
}

/** PDM asks all its sources for every package, unless one says which packages it is for, or their order counts. */
function* pdmSources({ settings }: DependencyFile) {
  const tables = bySection(settings);
  if (tables.get('tool.pdm.resolution')?.some(({ key, value }) => key === 'respect-source-order' && value === 'true')) return;
  for (const [section, source] of tables) {
    if (!/^tool\.pdm\.source\[\d+\]$/.test(section)) continue;
    const of = (key: string) => source.findLast((setting) => setting.key === key);
    const url = of('url');
    if (!url || !isPrivateIndex(url.value) || of('name')?.value === 'pypi' || of('include_packages')) continue;
    yield { message: 'extra', data: { key: 'tool.pdm.source' }, span: url.valueSpan, key: `extra/${url.value}` } as const;
  }
}
