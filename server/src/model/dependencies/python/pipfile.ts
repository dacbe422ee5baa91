import { parseToml, valueOfToml } from '../../toml/index.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { entriesOf } from '../toml/entry.ts';
import { tomlSettings } from '../settings/toml.ts';
import { tablesAt } from '../toml/sections.ts';
import { entryDependencies, runtimeOf } from './entry.ts';
import { indexesOf } from './toml-registries.ts';

/** Tables that are no package categories. */
const OTHERS = new Set(['source', 'requires', 'scripts', 'pipenv', 'packages', 'dev-packages']);

/** Reads a Pipfile (https://pipenv.pypa.io/en/latest/pipfile.html); every other table is a category of packages. */
export function parsePipfile(text: string): DependencyFile {
  const { root, problems, comments } = parseToml(text);
  const main = tablesAt(root, ['packages']);
  const dev = tablesAt(root, ['dev-packages']);
  const known = new Set([...main, ...dev]);
  const categories = root.members.filter(
    ({ key, value }) => value.kind === 'table' && !OTHERS.has(key.text) && !known.has(value),
  );
  const dependencies = [
    ...main.map((table) => ({ table, section: 'packages', groups: [] })),
    ...dev.map((table) => ({ table, section: 'dev-packages', groups: ['dev'] as const })),
    ...categories.map(({ key, value }) => ({ table: value, section: key.text, groups: ['dev'] as const })),
  ].flatMap(({ table, section, groups }) => entriesOf(text, table).flatMap((entry) => entryDependencies(entry, section, groups)));
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'Pipfile',
    role: 'manifest',
    problems,
    comments,
    dependencies: dependencies.sort((a, b) => a.span.start - b.span.start),
    registries: indexesOf([root], 'source'),
    settings: tomlSettings(text, root).filter(({ section }) => section === 'pipenv' || /^source\[\d+\]$/.test(section)),
    runtimes: tablesAt(root, ['requires']).flatMap((table) =>
      ['python_version', 'python_full_version'].flatMap((key) => runtimeOf('python', valueOfToml(table, key))),
    ),
  });
}
