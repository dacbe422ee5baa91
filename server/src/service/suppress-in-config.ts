import { type Edit, insertion } from '../base/edit.ts';
import { folderOf, foldersUpwards } from '../base/path.ts';
import type { Snapshot } from '../base/snapshot.ts';
import { CONFIG_FILE_NAMES } from '../engine/config/resolve.ts';
import type { OtherFile } from '../engine/fix.ts';
import { appendItem, entryOf, isNull, parseYaml, setPath, styleOf } from '../model/yaml/index.ts';

/** Characters by which a glob would mean other files as well. */
const GLOB = /[*?[\]{}()!\\]/;

/** What an entry of `suppressions` says. */
interface Accepted {
  /** A rule's or an advisory's id. */
  readonly rule: string;
  /** Path of the file that it is for. */
  readonly path: string;
  readonly package?: string;
}

/**
 * An entry of `suppressions`, with a reason to be filled in, in the configuration that counts for a file; without one in a new configuration at the root. Undefined where the
 * configuration is written in a way that has no place for it.
 */
export function suppressionInConfig(
  { rule, path, package: name }: Accepted,
  read: (path: string) => Snapshot | undefined,
): OtherFile | undefined {
  if (GLOB.test(path)) return undefined;
  const found = configFor(path, read);
  const folder = found ? folderOf(found.path) : '';
  const relative = folder === '' ? path : path.slice(folder.length + 1);
  const entry = {
    rule: quoted(rule),
    ...(name !== undefined && { package: quoted(name) }),
    path: quoted(relative),
    reason: "''",
  };
  if (!found) {
    const lines = Object.entries(entry).map(([key, value]) => `${key}: ${value}`);
    return { path: CONFIG_FILE_NAMES[0], create: `suppressions:\n  - ${lines.join('\n    ')}\n` };
  }
  const edits = added(found, entry);
  return edits && { path: found.path, edits };
}

function configFor(path: string, read: (path: string) => Snapshot | undefined): Snapshot | undefined {
  for (const folder of foldersUpwards(path))
    for (const name of CONFIG_FILE_NAMES) {
      const file = read(folder === '' ? name : `${folder}/${name}`);
      if (file) return file;
    }
  return undefined;
}

function added({ text, eol }: Snapshot, entry: Readonly<Record<string, string>>): readonly [Edit, ...Edit[]] | undefined {
  const documents = parseYaml(text).documents.filter(({ root }) => root !== undefined);
  const root = documents[0]?.root;
  if (documents.length > 1) return undefined;
  const style = styleOf(text, root, eol);
  if (!root) {
    const lines = Object.entries(entry).map(([key, value]) => `${key}: ${value}`);
    const before = text === '' || /[\r\n]$/.test(text) ? '' : eol;
    return [insertion(text.length, `${before}suppressions:${eol}  - ${lines.join(`${eol}    `)}${eol}`)];
  }
  if (root.kind !== 'mapping') return undefined;
  const list = entryOf(root, 'suppressions')?.value;
  const source = { text, style };
  if (list && list.kind !== 'sequence' && !isNull(list)) return undefined;
  const edits = list?.kind === 'sequence' ? appendItem(source, list, entry) : setPath(source, root, ['suppressions'], [entry]);
  const [first, ...others] = edits ?? [];
  return first && [first, ...others];
}

/** Plain where that is safe; a scope's `@` and a blank are not. */
const quoted = (text: string): string => (/^[A-Za-z.][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);
