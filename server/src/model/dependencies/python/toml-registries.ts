import { spanOfToml, stringOfToml, valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Registry } from '../file.ts';

/** Package indexes in an array of tables with `url` keys under `key`. */
export const indexesOf = (tables: readonly TomlNode[], key: string): Registry[] =>
  tables.flatMap((table) =>
    (valueOfToml(table, key)?.items ?? []).flatMap((item) => registryAt(stringOfToml(item, 'url'), 'index')),
  );

export const registryAt = (url: TomlNode | undefined, kind: Registry['kind']): Registry[] =>
  url?.kind === 'string' ? [{ kind, url: url.text, urlSpan: spanOfToml(url) }] : [];
