import { objectOf, spanOfJson, stringOf, valueOf, type JsonNode } from '../../json/index.ts';
import type { Runtime } from '../file.ts';

/**
 * What package.json says of the versions of tools: `engines`, `devEngines` (an entry or a list of them for each kind of tool, see
 * https://docs.npmjs.com/cli/configuring-npm/package-json#devengines), `packageManager` (https://nodejs.org/api/packages.html#packagemanager), `volta`
 * (https://docs.volta.sh/advanced/workspaces, whole versions, and `extends` for another file).
 */
export function runtimesOf(root: JsonNode | undefined): Runtime[] {
  const engines = objectOf(root, 'engines')?.members ?? [];
  const manager = valueOf(root, 'packageManager');
  return [
    ...engines.flatMap(({ key, value }) => (value?.kind === 'string' ? runtime(key.text, value) : [])),
    ...devEnginesOf(root).flatMap((entry) => {
      const version = valueOf(entry, 'version');
      return version?.kind === 'string' ? runtime(stringOf(entry, 'name') ?? '', version) : [];
    }),
    ...(manager?.kind === 'string' && manager.text.includes('@') ? [exactManager(manager)] : []),
    ...(objectOf(root, 'volta')?.members ?? []).flatMap(({ key, value }) =>
      value?.kind === 'string' && key.text !== 'extends' ? { ...runtime(key.text, value), isWhole: true as const } : [],
    ),
  ];
}

/** The package manager that the project names as its own, without its version. */
export function packageManagerOf(root: JsonNode | undefined): string | undefined {
  const written = stringOf(root, 'packageManager');
  if (written !== undefined) return written.split('@', 1)[0];
  const entry = valueOf(objectOf(root, 'devEngines'), 'packageManager');
  return entry?.kind === 'object' ? stringOf(entry, 'name') : undefined;
}

const devEnginesOf = (root: JsonNode | undefined): JsonNode[] =>
  (objectOf(root, 'devEngines')?.members ?? []).flatMap(({ value }) =>
    value?.kind === 'array' ? value.items : value?.kind === 'object' ? value : [],
  );

function exactManager(manager: JsonNode): Runtime {
  const at = manager.text.indexOf('@', 1);
  const requirementSpan = { start: Math.min(manager.start + at + 1, manager.end), end: manager.end };
  return { name: manager.text.slice(0, at), requirement: manager.text.slice(at + 1), requirementSpan };
}

const runtime = (name: string, value: JsonNode): Runtime => ({
  name,
  requirement: value.text,
  requirementSpan: spanOfJson(value),
});
