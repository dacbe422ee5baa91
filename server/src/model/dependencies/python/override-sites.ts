import { valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { OverrideSite } from '../file.ts';
import { tablesAt } from '../toml/sections.ts';

/**
 * Where pyproject.toml could force a version upon others: constraints of uv (https://docs.astral.sh/uv/reference/settings/#constraint-dependencies), overrides of PDM
 * (https://pdm-project.org/latest/usage/dependency/#override-the-resolved-package-versions). Poetry has neither: what is to be newer is asked for as well.
 */
export function overrideSitesOf(text: string, root: TomlNode): OverrideSite[] {
  const uv = listSite(text, root, ['tool', 'uv'], 'constraint-dependencies', '"{name}>={version}"');
  const pdm = tableSite(text, root, ['tool', 'pdm', 'resolution', 'overrides'], '{name} = ">={version}"');
  const poetry = tableSite(text, root, ['tool', 'poetry', 'dependencies'], '{name} = "^{version}"', false);
  return [uv, pdm, poetry].flatMap((site) => site ?? []);
}

/** An item more in the list under `key`, or the list itself. */
function listSite(text: string, root: TomlNode, path: readonly string[], key: string, item: string): OverrideSite | undefined {
  const section = [...path, key].join('.');
  const [table] = tablesAt(root, path);
  const list = valueOfToml(table, key);
  if (list === undefined) return tableSite(text, root, path, `${key} = [${item}]`, true, section);
  const last = list.items.at(-1);
  if (list.kind !== 'array') return undefined;
  if (last === undefined) return { section, at: list.start + 1, text: item };
  const gap = /(?:\r?\n)?[ \t]*$/.exec(text.slice(Math.max(0, last.outer.start - 200), last.outer.start))?.[0] ?? '';
  return { section, at: last.outer.end, text: `,${gap.includes('\n') ? gap : ' '}${item}` };
}

/** A line more in a table, behind its own last line or its header; or a new table at the end. */
function tableSite(
  text: string,
  root: TomlNode,
  path: readonly string[],
  line: string,
  canBeNew = true,
  section = path.join('.'),
): OverrideSite | undefined {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const header = `[${path.join('.')}]`;
  const table = tablesAt(root, path).find(({ start, isOpen }) => isOpen && text.startsWith(header, start));
  if (table) {
    const own = table.members.filter(({ lines, value }) => lines !== undefined && !value.isOpen);
    const from = own.at(-1)?.lines?.end ?? table.start + header.length;
    const next = text.indexOf('\n', from);
    const at = next < 0 ? text.length : next > 0 && text[next - 1] === '\r' ? next - 1 : next;
    return { section, at, text: `${feed}${line}` };
  }
  if (!canBeNew) return undefined;
  const before = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? feed : feed + feed;
  return { section, at: text.length, text: `${before}${header}${feed}${line}${feed}` };
}
