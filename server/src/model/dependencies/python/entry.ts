import { spanOfToml, stringOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import { isTrue, originOf, requirementOf, type Entry } from '../toml/entry.ts';
import { pinnedVersion } from '../versions/index.ts';
import { pypiVersions } from '../versions/pypi/index.ts';
import { normalizedPythonName } from './name.ts';

/**
 * `name = requirement` as Poetry (https://python-poetry.org/docs/dependency-specification/) and Pipenv (https://pipenv.pypa.io/en/latest/pipfile.html) write it.
 * Poetry may list several requirements under different conditions: each is a dependency.
 */
export const entryDependencies = (entry: Entry, section: string, groups: readonly Group[]): Dependency[] =>
  entry.value.kind === 'array'
    ? entry.value.items.map((item) => dependency({ ...entry, value: item, span: item.outer }, section, groups))
    : [dependency(entry, section, groups)];

function dependency({ rawName, nameSpan, value, span, deletion }: Entry, section: string, base: readonly Group[]): Dependency {
  const table = value.kind === 'table' ? value : undefined;
  const requirement = requirementOf(table ? stringOfToml(table, 'version') : value);
  const version = exactVersion(requirement.requirement ?? '');
  const groups: readonly Group[] = table && isTrue(table, 'optional') ? [...base, 'optional'] : base;
  const marker = table && markerOf(table);
  return {
    ecosystem: 'PyPI',
    name: normalizedPythonName(rawName),
    rawName,
    nameSpan,
    use: 'declared',
    kind: 'direct',
    groups,
    section,
    source: 'registry',
    ...requirement,
    ...(version !== undefined && requirement.requirementSpan && { version, versionSpan: requirement.requirementSpan }),
    ...(table && originOf(table)),
    ...(marker !== undefined && { marker }),
    span,
    ...(deletion && { deletion }),
  };
}

/** A bare version means exactly it. */
const exactVersion = (requirement: string): string | undefined =>
  pypiVersions.isVersion(requirement) ? requirement : pinnedVersion(pypiVersions, requirement);

/** Conditions in keys of their own, as one marker. */
function markerOf(table: TomlNode): string | undefined {
  const parts = ['python', 'platform', 'sys_platform', 'python_version', 'markers'].flatMap((key) => {
    const text = stringOfToml(table, key)?.text;
    return text === undefined ? [] : key === 'markers' ? [text] : [`${key} ${text}`];
  });
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** Where the file names versions of Python that are no packages. */
export const runtimeOf = (name: string, value: TomlNode | undefined) =>
  value?.kind === 'string' ? [{ name, requirement: value.text, requirementSpan: spanOfToml(value) }] : [];
