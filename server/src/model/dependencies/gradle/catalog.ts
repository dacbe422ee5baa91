import { parseToml, spanOfToml, stringOfToml, valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { lacksOne } from '../misspelt.ts';
import { entriesOf, type Entry } from '../toml/entry.ts';
import { tablesAt } from '../toml/sections.ts';
import type { Variable } from '../variables/variable.ts';
import { requirementOf } from './requirement.ts';
import type { Value } from './scope.ts';

/** Reads a version catalog (https://docs.gradle.org/current/userguide/version_catalogs.html#sec:version-catalog-declaration). */
export function parseVersionCatalog(text: string): DependencyFile {
  const { root, problems, comments } = parseToml(text);
  const versions = tablesAt(root, ['versions']).flatMap((table) => entriesOf(text, table));
  const entries = (section: string): Entry[] => tablesAt(root, [section]).flatMap((table) => entriesOf(text, table));
  return dependencyFile({
    ecosystem: 'Maven',
    format: 'libs.versions.toml',
    role: 'manifest',
    problems,
    comments,
    variables: versions.flatMap(({ rawName, value }): Variable[] => {
      const version = literal(value);
      // https://docs.gradle.org/current/userguide/version_catalogs.html#sec:accessing-catalog
      const name = `libs.versions.${rawName.replaceAll(/[-_]/g, '.')}`;
      return version?.span ? [{ name, value: version.text, span: version.span }] : [];
    }),
    dependencies: [
      ...entries('libraries').flatMap((entry) => libraryOf(entry, versions) ?? []),
      ...entries('plugins').flatMap((entry) => pluginOf(entry, versions) ?? []),
    ].sort((a, b) => a.span.start - b.span.start),
  });
}

const MODULE = /^[\w.-]+:[\w.-]+$/;

function libraryOf(entry: Entry, versions: readonly Entry[]): Dependency | undefined {
  const { value } = entry;
  if (value.kind === 'string') {
    const [group = '', name = '', ...rest] = value.text.split(':');
    const module = `${group}:${name}`;
    return MODULE.test(module) ? dependencyOf(entry, 'libraries', module, value, module.length, tail(value, rest)) : undefined;
  }
  if (value.kind !== 'table') return undefined;
  const whole = stringOfToml(value, 'module') ?? missing(value, 'module');
  const group = stringOfToml(value, 'group') ?? missing(value, 'group');
  const name = stringOfToml(value, 'name') ?? missing(value, 'name');
  const module = whole?.text ?? `${group?.text ?? ''}:${name?.text ?? ''}`;
  const place = whole ?? name;
  if (!place || !MODULE.test(module)) return undefined;
  const found = dependencyOf(entry, 'libraries', module, place, place.text.length, versionOf(value, versions));
  const isExact = !whole && group?.kind === 'string' && group.end - group.start === group.text.length;
  return isExact ? { ...found, groupSpan: spanOfToml(group) } : found;
}

/** A plugin is found by its marker module (https://docs.gradle.org/current/userguide/plugins.html#sec:plugin_markers). */
function pluginOf(entry: Entry, versions: readonly Entry[]): Dependency | undefined {
  const { value } = entry;
  const marker = (id: string): string => `${id}:${id}.gradle.plugin`;
  if (value.kind === 'string') {
    const [id = '', ...rest] = value.text.split(':');
    const found = /^[\w.-]+$/.test(id) && dependencyOf(entry, 'plugins', marker(id), value, id.length, tail(value, rest));
    return found ? { ...found, groups: ['dev'] } : undefined;
  }
  const id = stringOfToml(value, 'id') ?? missing(value, 'id');
  if (!id || !/^[\w.-]+$/.test(id.text)) return undefined;
  const found = dependencyOf(entry, 'plugins', marker(id.text), id, id.text.length, versionOf(value, versions));
  return { ...found, rawName: id.text, groups: ['dev'] };
}

/** The string under a key with a character missing. */
const missing = (table: TomlNode, key: string): TomlNode | undefined =>
  table.members.find((one) => lacksOne(key, one.key.text) && one.value.kind === 'string')?.value;

/** What stands behind the name in a string: its version, as exactly as the string has no escapes. */
function tail(value: TomlNode, rest: readonly string[]): Value | undefined {
  const [version] = rest;
  if (version === undefined || version === '') return undefined;
  const before = value.text.length - rest.join(':').length;
  const exact = value.end - value.start === value.text.length;
  const start = value.start + before;
  return { text: version, ...(exact && { span: { start, end: start + version.length } }) };
}

/** The version of an entry, which may stand in the table of versions, and may be a rich one. */
function versionOf(table: TomlNode, versions: readonly Entry[]): Value | undefined {
  const value = valueOfToml(table, 'version') ?? table.members.find(({ key }) => lacksOne('version', key.text))?.value;
  if (value === undefined) return undefined;
  const ref = value.kind === 'table' ? (stringOfToml(value, 'ref') ?? missing(value, 'ref')) : undefined;
  if (ref === undefined) return literal(value);
  const named =
    versions.findLast(({ rawName }) => rawName === ref.text) ??
    versions.find(({ rawName }) => lacksOne(rawName, ref.text) || lacksOne(ref.text, rawName));
  return named && literal(named.value);
}

function literal(value: TomlNode): Value | undefined {
  const text =
    value.kind === 'string'
      ? value
      : value.kind === 'table'
        ? ['strictly', 'require', 'prefer'].map((key) => stringOfToml(value, key)).find((one) => one !== undefined)
        : undefined;
  if (text === undefined) return undefined;
  const exact = text.end - text.start === text.text.length;
  return { text: text.text, ...(exact && { span: spanOfToml(text) }) };
}

function dependencyOf(
  { span, deletion }: Entry,
  section: string,
  name: string,
  place: TomlNode,
  length: number,
  version: Value | undefined,
): Dependency {
  const exact = place.end - place.start === place.text.length;
  return {
    ecosystem: 'Maven',
    name,
    rawName: name,
    nameSpan: exact ? { start: place.start, end: place.start + length } : spanOfToml(place),
    use: 'declared',
    kind: 'direct',
    groups: [],
    section,
    source: 'registry',
    ...requirementOf(version),
    span,
    ...(deletion && { deletion }),
  };
}
