import type { Snapshot } from '../../base/snapshot.ts';
import { deletion } from '../../base/edit.ts';
import { sliceOf } from '../../base/span.ts';
import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import type { DependencyFile, Registry } from '../../model/dependencies/index.ts';
import { grouped } from './shared/locked-urls.ts';
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
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    if (model.ecosystem !== 'PyPI' || model.role === 'lockfile') return;
    const main = model.registries.findLast(({ kind }) => kind === 'index');
    const extras = model.registries.filter(({ kind, url }) => kind === 'extra-index' && url !== '');
    // Beside an index of one's own even PyPI is one that may take over a name.
    const isMixed = main !== undefined && isPrivateIndex(main.url) && model.format !== 'pyproject.toml';
    // One key may name several.
    for (const group of grouped(extras, ({ keySpan, urlSpan }) => (keySpan ?? urlSpan).start).values()) {
      const registry = group.find(({ url }) => isMixed || isPrivateIndex(url));
      if (!registry) continue;
      const span = registry.keySpan ?? registry.urlSpan;
      const fixes = fixesOf(file, model, group, extras.length === 1 && main === undefined);
      yield { message: 'extra', data: { key: sliceOf(file.text, span) }, span, key: `extra/${registry.url}`, fixes };
    }
    for (const setting of model.settings)
      if (setting.section === 'pipenv' && setting.key === 'install_search_all_sources' && setting.value === 'true')
        yield { message: 'searched', span: setting.valueSpan, key: setting.key, fixes: [setTo(setting, 'false', 'suggested')] };
    yield* pdmSources(model);
  },
);

/** The only index beside PyPI becomes the one index; one of several can but go. */
function fixesOf({ text, eol }: Snapshot, { format }: DependencyFile, group: readonly Registry[], isOnly: boolean): Fix[] {
  const keySpan = group[0]?.keySpan;
  if (!keySpan) return [];
  const key = sliceOf(text, keySpan);
  const applicability = 'suggested';
  const wholes = new Map(group.map(({ deletion: whole }) => [whole?.start, whole]));
  const deletions = [...wholes.values()].flatMap((whole) => (whole ? [deletion(whole)] : []));
  const isWhole = !wholes.has(undefined);
  if (isWhole && (format === 'uv.toml' || format === 'pyproject.toml')) {
    // Items of a list share their commas.
    const [{ url } = { url: '' }] = group;
    if (group.length > 1 || /["\\]/.test(url) || deletions.some(({ span }) => span.end === text.length)) return [];
    const table = format === 'uv.toml' ? '[[index]]' : '[[tool.uv.index]]';
    const lines = [table, 'name = "private"', `url = "${url}"`, 'explicit = true', ''];
    const newText = `${/[\r\n]$/.test(text) ? '' : eol}${eol}${lines.join(eol)}`;
    const edits = [...deletions, { span: { start: text.length, end: text.length }, newText }];
    return [{ title: 'Make it an explicit index of uv', applicability, edits }];
  }
  const index = key.replace(/extra([-_])/, '');
  const only: Fix[] =
    isOnly && index !== key ? [{ title: `Use ${index}`, applicability, edits: [{ span: keySpan, newText: index }] }] : [];
  return [...only, ...(isWhole ? [{ title: `Remove ${key}`, applicability, edits: deletions } as const] : [])];
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
