import type { Snapshot } from '../../../base/snapshot.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFile } from '../../../model/dependencies/index.ts';
import { isCooledDown, isRenovateCool, isZero } from './cooldown.ts';
import { besideSetting, setTo, settingKey } from './settings.ts';

/** Ecosystems of Dependabot whose package managers can wait themselves. */
const FAMILIES: ReadonlyMap<string, 'npm' | 'python'> = new Map([
  ['npm', 'npm'],
  ['bun', 'npm'],
  ['uv', 'python'],
]);

/** What tools that propose updates are told of how old a release must be, as problems with the messages `updater` and `zero`. */
export function* updaterProblems(file: Snapshot, { format, settings }: DependencyFile, workspace: WorkspaceView) {
  const zero = settings.filter(
    ({ section, key, value }) =>
      isZero(value) &&
      (format === 'renovate.json'
        ? key === 'minimumReleaseAge' && section === ''
        : key === 'default-days' && section.endsWith('.cooldown')),
  );
  for (const setting of zero)
    yield {
      message: 'zero',
      data: { key: setting.key },
      span: setting.valueSpan,
      key: settingKey(setting),
      fixes: [setTo(setting, format === 'renovate.json' ? '3 days' : '3', 'safe')],
    } as const;
  if (format === 'renovate.json') {
    const first = settings.find(({ section }) => section === '');
    const isNew = settings.some(({ key }) => key === 'minimumReleaseAge');
    if (!first || isNew || isRenovateCool(settings)) return;
    const quote = file.text[first.keySpan.start - 1] === '"' ? '"' : '';
    const { start } = first.keySpan;
    const from = start - quote.length;
    const indent = /(?:^|\n)([ \t]*)$/.exec(file.text.slice(Math.max(0, from - 200), from))?.[1];
    const gap = indent === undefined ? ' ' : `${file.eol}${indent}`;
    const newText = `${quote}minimumReleaseAge${quote}: "3 days",${gap}`;
    yield {
      message: 'updater',
      data: { tool: 'Renovate', key: 'minimumReleaseAge' },
      span: first.keySpan,
      key: 'minimumReleaseAge',
      fixes: [{ title: 'Set minimumReleaseAge', applicability: 'safe', edits: [{ span: { start: from, end: from }, newText }] }],
    } as const;
    return;
  }
  const sections = new Set(settings.map(({ section }) => section));
  const cool = new Map((['npm', 'python'] as const).map((family) => [family, isCooledDown(file.path, family, workspace)]));
  for (const setting of settings) {
    const { section, key, value, valueSpan } = setting;
    if (key !== 'package-ecosystem' || !/^updates\[\d+\]$/.test(section)) continue;
    const family = FAMILIES.get(value);
    if (sections.has(`${section}.cooldown`) || (family && cool.get(family) === true)) continue;
    const step = '  ';
    const edit = besideSetting(file, setting, 'cooldown:');
    const indent = /[ \t]*(?=cooldown:$)/.exec(edit.newText)?.[0] ?? '';
    const isBlock = edit.newText.startsWith(file.eol);
    const newText = isBlock ? `${edit.newText}${file.eol}${indent}${step}default-days: 3` : ', cooldown: { default-days: 3 }';
    yield {
      message: 'updater',
      data: { tool: 'Dependabot', key: 'cooldown' },
      span: valueSpan,
      key: `${section}/cooldown/${value}`,
      fixes: [{ title: 'Set cooldown', applicability: 'safe', edits: [{ ...edit, newText }] }],
    } as const;
  }
}
