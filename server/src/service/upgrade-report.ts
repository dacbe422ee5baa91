import { isBeyondKnowledge, NEWEST_KUBERNETES_VERSION } from '../knowledge/kubernetes-version.ts';
import { API_LIFECYCLE_TABLE_DATE } from '../knowledge/kubernetes/api-lifecycle.ts';
import type { UpgradeItem } from './upgrade.ts';

/** An item with where a click on it leads to. */
export interface LinkedItem extends UpgradeItem {
  readonly link: string;
}

interface Section {
  readonly title: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** In the order in which they are urgent; what no section names comes last. */
const SECTIONS: readonly Section[] = [
  {
    title: 'Removed',
    text: 'The API server of the new version rejects these. Change them before the upgrade.',
    rules: ['kubernetes/removed-api-version', 'kubernetes/psp-removed'],
  },
  {
    title: 'Deprecated',
    text: 'The new version still serves these, a later one will not.',
    rules: ['kubernetes/deprecated-api-version'],
  },
  {
    title: 'Fields, annotations and labels',
    text: 'Accepted, but deprecated or without effect.',
    rules: ['kubernetes/deprecated-field'],
  },
];

const OTHERS: Section = { title: 'More', text: 'What the new version does not accept as it stands.', rules: [] };

/** What there is to do before an upgrade from `current` to `version`, as Markdown. */
export function upgradeReport(version: string, current: string, items: readonly LinkedItem[]): string {
  const files = new Set(items.map(({ link }) => link.replace(/#.*/, ''))).size;
  const lines = [`# Upgrade from Kubernetes ${current} to ${version}`, ''];
  if (items.length === 0) lines.push(`Nothing here is deprecated or removed in Kubernetes ${version}.`, '');
  else lines.push(`${counted(items.length, 'place')} in ${counted(files, 'file')}. Nothing was changed.`, '');
  if (isBeyondKnowledge(version))
    lines.push(
      `Larboard knows Kubernetes up to ${NEWEST_KUBERNETES_VERSION}; of later versions it knows what was announced.`,
      '',
    );
  const named = new Set(SECTIONS.flatMap(({ rules }) => rules));
  for (const section of SECTIONS)
    lines.push(
      ...sectionOf(
        section,
        items.filter(({ rule }) => section.rules.includes(rule)),
      ),
    );
  lines.push(
    ...sectionOf(
      OTHERS,
      items.filter(({ rule }) => !named.has(rule)),
    ),
  );
  lines.push(`Facts as of ${API_LIFECYCLE_TABLE_DATE}.`);
  return `${lines.join('\n')}\n`;
}

function sectionOf({ title, text }: Section, items: readonly LinkedItem[]): readonly string[] {
  if (items.length === 0) return [];
  const lines = [`## ${title} (${items.length})`, '', text, ''];
  let path: string | undefined;
  for (const item of items) {
    if (item.path !== path) lines.push(...(path === undefined ? [] : ['']), `### ${escaped(item.path)}`, '');
    path = item.path;
    const fix = item.fix === undefined ? '' : ` _Quick fix: ${item.fix}._`;
    lines.push(`- [${escaped(item.path)}:${item.line}](<${item.link}>): ${item.message}${fix}`);
  }
  return [...lines, ''];
}

/** Names of files are no Markdown. */
const escaped = (path: string): string => path.replaceAll(/[\\`*_[\]<>#]/g, String.raw`\$&`);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
