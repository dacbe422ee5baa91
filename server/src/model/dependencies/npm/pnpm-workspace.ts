import {
  asMapping,
  asScalar,
  itemsOf,
  entryOf,
  keyOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../yaml/index.ts';
import type { Span } from '../../../base/span.ts';
import type { SyntaxProblem } from '../../document.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type OverrideSite } from '../file.ts';
import { wholeLine } from '../lines.ts';
import { lacksOne } from '../misspelt.ts';
import { entryTexts } from '../pub/broken.ts';
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
  const { root, problems, comments } = readYaml(withoutJoinedLines(text));
  const dependencies = packagesIn(text, root);
  // A quote or line break that is lost may cost more than its own entry.
  const apart = problems.length === 0 ? [] : apartIn(text);
  if (apart.length >= dependencies.length) dependencies.splice(0, dependencies.length, ...apart);
  return dependencyFile({
    ecosystem: 'npm',
    format: 'pnpm-workspace.yaml',
    role: 'manifest',
    problems: [...problems, ...joinedLines(text)],
    comments,
    ...(problems.length === 0 && { overrideSites: overrideSitesOf(text, root) }),
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    settings: yamlSettings(text, root, (key) => !CONTENT.has(key)),
    workspaces: itemsOf(sectionOf(root, 'packages')).flatMap((item) => asScalar(item)?.text ?? []),
  });
}

const packagesIn = (text: string, root: YamlMapping | undefined): Dependency[] => [
  ...catalogsIn(text, root),
  ...entriesOf(text, asMapping(sectionOf(root, 'overrides')), 'overrides', 'override'),
];

/** What is in a section whose entries are read one by one. */
function apartIn(text: string): Dependency[] {
  const found = new Map<number, Dependency>();
  for (const section of ['catalog', 'catalogs', 'overrides'])
    for (const part of entryTexts(text, section))
      for (const one of packagesIn(text, readYaml(part).root)) found.set(one.nameSpan.start, one);
  return [...found.values()];
}

/** An entry more below `overrides`, in a file of blocks; or the section itself. */
function overrideSitesOf(text: string, root: YamlMapping | undefined): OverrideSite[] {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = "'{name}': ^{version}";
  const own = entryOf(root, 'overrides');
  const mapping = asMapping(own?.value);
  const last = mapping?.entries.at(-1);
  if (root && (root.style !== 'block' || (own && (mapping?.style !== 'block' || !last)))) return [];
  if (last) {
    const { start } = lineOf(text, last.span);
    const indent = /^[ \t]*/.exec(text.slice(start, last.span.start))?.[0] ?? '';
    return [{ section: 'overrides', at: lineOf(text, last.span).end, text: `${feed}${indent}${entry}` }];
  }
  const before = text === '' || text.endsWith('\n') ? '' : feed;
  const gap = text === '' ? '' : feed;
  return [{ section: 'overrides', at: text.length, text: `${before}${gap}overrides:${feed}  ${entry}${feed}`, isNew: true }];
}

/** A section whose first entry stands on the section's own line: its line break was deleted. YAML has no meaning for it. */
const JOINED = /^((?:packages|catalogs?|overrides):) {2,}(?![{[#]).+$/gm;

const withoutJoinedLines = (text: string): string => text.replaceAll(JOINED, (line, key: string) => key.padEnd(line.length));

const joinedLines = (text: string): SyntaxProblem[] =>
  [...text.matchAll(JOINED)].map(({ 0: line, index }) => ({
    span: { start: index, end: index + line.length },
    message: 'The first entry must stand on a line of its own. Add the line break.',
  }));

/** `catalog` has versions, `catalogs` has catalogs by name. What stands in them tells which is which, also where one has lost its last letter. */
export function catalogsIn(text: string, root: YamlMapping | undefined): Dependency[] {
  const isCatalog = (key: string): boolean =>
    key === 'catalog' || key === 'catalogs' || lacksOne('catalog', key) || lacksOne('catalogs', key);
  return (root?.entries ?? []).flatMap((section) => {
    const mapping = asMapping(section.value);
    if (!mapping || !isCatalog(keyOf(section) ?? '')) return [];
    const named = mapping.entries.flatMap((entry) =>
      entriesOf(text, asMapping(entry.value), catalogSection(keyOf(entry) ?? ''), 'declared'),
    );
    // Versions right below `catalogs` have lost the name of their catalog.
    const own = keyOf(section) === 'catalogs' ? 'catalogs.' : 'catalog';
    return [...entriesOf(text, mapping, own, 'declared'), ...named];
  });
}

/** The value of a key, or of one with a character missing. */
function sectionOf(root: YamlMapping | undefined, key: string): YamlNode | undefined {
  const exact = entryOf(root, key);
  if (exact) return exact.value;
  return root?.entries.find((entry) => lacksOne(key, keyOf(entry) ?? ''))?.value;
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
