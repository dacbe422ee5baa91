import { asMapping, asScalar, itemsOf, keyOf, at, type YamlEntry, type YamlMapping, type YamlNode } from '../../yaml/index.ts';
import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { wholeLine } from '../lines.ts';
import { readYaml, yamlSettings } from '../settings/yaml.ts';
import { pinnedVersion } from '../versions/index.ts';
import { npmVersions } from '../versions/npm.ts';
import { catalogSection } from './catalog.ts';
import { targetOf } from './override-target.ts';
import { parseNpmSpec } from './spec.ts';

/** Keys that name packages or folders; everything else is a setting. */
const CONTENT = new Set(['packages', 'catalog', 'catalogs', 'overrides']);

/** Reads pnpm-workspace.yaml (https://pnpm.io/pnpm-workspace_yaml, https://pnpm.io/catalogs, https://pnpm.io/settings). */
export function parsePnpmWorkspace(text: string): DependencyFile {
  const { root, problems, comments } = readYaml(text);
  const named = asMapping(at(root, 'catalogs'))?.entries ?? [];
  const catalogs: readonly (readonly [string, YamlNode | undefined])[] = [
    ['', at(root, 'catalog')],
    ...named.map((entry) => [keyOf(entry) ?? '', entry.value] as const),
  ];
  const dependencies = [
    ...catalogs.flatMap(([name, node]) => entriesOf(text, asMapping(node), catalogSection(name), 'declared')),
    ...entriesOf(text, asMapping(at(root, 'overrides')), 'overrides', 'override'),
  ];
  return dependencyFile({
    ecosystem: 'npm',
    format: 'pnpm-workspace.yaml',
    role: 'manifest',
    problems,
    comments,
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    settings: yamlSettings(root, (key) => !CONTENT.has(key)),
    workspaces: itemsOf(at(root, 'packages')).flatMap((item) => asScalar(item)?.text ?? []),
  });
}

function entriesOf(text: string, mapping: YamlMapping | undefined, section: string, use: Dependency['use']): Dependency[] {
  return (mapping?.entries ?? []).flatMap((entry) => dependencyOf(text, entry, mapping?.style, section, use) ?? []);
}

function dependencyOf(
  text: string,
  { key, value, span }: YamlEntry,
  style: YamlMapping['style'] | undefined,
  section: string,
  use: Dependency['use'],
): Dependency | undefined {
  const scalar = asScalar(value);
  if (key.kind !== 'scalar' || !scalar) return undefined;
  // `-` removes a package and `$name` repeats what stands elsewhere: neither is a requirement of its own.
  if (use === 'override' && (scalar.text === '-' || scalar.text.startsWith('$'))) return undefined;
  const { start, end } = inside(text, key.span, key.text);
  const named = use === 'override' ? targetOf({ text: key.text, start, end }) : { rawName: key.text, nameSpan: { start, end } };
  const spec = parseNpmSpec(named.rawName, scalar.text, inside(text, scalar.span, scalar.text));
  const version = spec.requirement === undefined ? undefined : pinnedVersion(npmVersions, spec.requirement);
  const isLine = style === 'block' && !text.slice(span.start, span.end).includes('\n');
  return {
    ecosystem: 'npm',
    ...named,
    use,
    kind: 'direct',
    groups: [],
    section,
    ...spec,
    ...(version !== undefined && { version }),
    span,
    ...(isLine && { deletion: wholeLine(text, lineOf(text, span)) }),
  };
}

/** Of a scalar in quotes, what is between them. */
function inside(text: string, span: Span, content: string): Span {
  return span.end - span.start === content.length + 2 && /["']/.test(text[span.start] ?? '')
    ? { start: span.start + 1, end: span.end - 1 }
    : span;
}

function lineOf(text: string, { start, end }: Span): Span {
  const feed = text.indexOf('\n', end);
  const stop = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: stop };
}
