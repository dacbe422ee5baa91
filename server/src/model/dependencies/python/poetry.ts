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
  const named = tablesAt(root, [...HOME, 'group']).flatMap(({ members }) =>
    members.flatMap(({ key, value }) => {
      const groups: Group[] = key.text === 'main' ? [] : ['dev'];
      if (isTrue(value, 'optional')) groups.push('optional');
      return tablesAt(value, ['dependencies']).flatMap((table) => read(table, `group.${key.text}.dependencies`, groups));
    }),
  );
  return [
    ...tablesAt(root, [...HOME, 'dependencies']).flatMap((table) => read(table, 'dependencies', [])),
    ...tablesAt(root, [...HOME, 'dev-dependencies']).flatMap((table) => read(table, 'dev-dependencies', ['dev'])),
    ...named,
  ];
}

export const poetryRegistries = (root: TomlNode): Registry[] => indexesOf(tablesAt(root, HOME), 'source');
