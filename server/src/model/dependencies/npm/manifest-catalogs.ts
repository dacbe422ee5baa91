import { objectOf, type JsonNode } from '../../json/index.ts';
import type { Dependency } from '../dependency.ts';
import { catalogSection } from './catalog.ts';
import { npmDependency } from './entry.ts';

/** The catalogs in an object: Bun's stand at the top of package.json or in its `workspaces`, and in bun.lock. */
export function catalogsOf(text: string, node: JsonNode | undefined): Dependency[] {
  const own = objectOf(node, 'catalog');
  const named = objectOf(node, 'catalogs')?.members ?? [];
  const catalogs = [...(own ? [['', own] as const] : []), ...named.map(({ key, value }) => [key.text, value] as const)];
  return catalogs.flatMap(([name, object]) =>
    object?.kind !== 'object'
      ? []
      : [...object.members.keys()].flatMap(
          (index) => npmDependency({ text, object, index }, { section: catalogSection(name), use: 'declared', groups: [] }) ?? [],
        ),
  );
}
