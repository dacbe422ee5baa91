import type { TomlNode } from '../../toml/index.ts';
import { isMistyped } from '../misspelt.ts';

/**
 * The tables under a path of keys, repeated ones included, and those under the path with one character missing, a dot included: while a header is being typed, what
 * stands below it stays what it is.
 */
export function tablesAt(node: TomlNode | undefined, path: readonly string[], isStrict = false): TomlNode[] {
  const [key, ...rest] = path;
  if (node === undefined) return [];
  if (key === undefined) return node.kind === 'table' ? [node] : [];
  const [next = '', ...others] = rest;
  return node.members.flatMap(({ key: { text }, value }) => {
    if (text === key) return tablesAt(value, rest, isStrict);
    if (isStrict) return [];
    if (rest.length > 0 && text === key + next) return tablesAt(value, others, true);
    return isMistyped(key, text) ? tablesAt(value, rest, true) : [];
  });
}
