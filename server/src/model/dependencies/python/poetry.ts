import type { TomlNode } from '../../toml/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import type { Registry } from '../file.ts';
import { entriesOf, isTrue } from '../toml/entry.ts';
import { tablesAt } from '../toml/sections.ts';
import { entryDependencies } from './entry.ts';
import { indexesOf } from './toml-registries.ts';

const HOME = ['tool', 'poetry'];

/** What `tool.poetry` asks for (https://python-poetry.org/docs/pyproject/); `python` there is the language's version. */
export function poetryDependencies(text: string, root: TomlNode): Dependency[] {
  const read = (table: TomlNode, section: string, groups: readonly Group[]): Dependency[] =>
    entriesOf(text, table)
      .filter(({ rawName }) => rawName !== 'python')
      .flatMap((entry) => entryDependencies(entry, `tool.poetry.${section}`, groups));
  const named = groupsIn(root).flatMap(({ name, table, isOptional }) => {
    const groups: Group[] = name === 'main' ? [] : ['dev'];
    if (isOptional) groups.push('optional');
    return read(table, `group.${name}.dependencies`, groups);
  });
  return [
    ...tablesAt(root, [...HOME, 'dependencies']).flatMap((table) => read(table, 'dependencies', [])),
    ...tablesAt(root, [...HOME, 'dev-dependencies']).flatMap((table) => read(table, 'dev-dependencies', ['dev'])),
    ...named,
  ];
}

interface PoetryGroup {
  readonly name: string;
  /** Its dependencies. */
  readonly table: TomlNode;
  readonly isOptional: boolean;
}

/** The groups, also those whose header lacks one of its dots: `[tool.poetry.groupdev.dependencies]`, `[tool.poetry.group.devdependencies]`. */
function groupsIn(root: TomlNode): PoetryGroup[] {
  const groupOf = (name: string, node: TomlNode): PoetryGroup[] =>
    tablesAt(node, ['dependencies']).map((table) => ({ name, table, isOptional: isTrue(node, 'optional') }));
  return [
    ...tablesAt(root, [...HOME, 'group']).flatMap(({ members }) =>
      members.flatMap(({ key: { text }, value }) => {
        const [, joined] = /^(.+)dependencies$/.exec(text) ?? [];
        const found = groupOf(text, value);
        if (joined === undefined || value.kind !== 'table' || found.length > 0 || value.members.some(isOption)) return found;
        return [{ name: joined, table: value, isOptional: false }];
      }),
    ),
    ...tablesAt(root, HOME).flatMap(({ members }) =>
      members.flatMap(({ key: { text }, value }) => (/^group./.test(text) ? groupOf(text.slice('group'.length), value) : [])),
    ),
  ];
}

const isOption = ({ key: { text } }: TomlNode['members'][number]): boolean => text === 'optional' || text === 'include-groups';

export const poetryRegistries = (root: TomlNode): Registry[] => indexesOf(tablesAt(root, HOME), 'source');
