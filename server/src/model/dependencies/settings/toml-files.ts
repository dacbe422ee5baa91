import { parseToml } from '../../toml/index.ts';
import { dependencyFile, type DependencyFile, type DependencyFormat, type Registry, type Setting } from '../file.ts';
import { tomlSettings } from './toml.ts';

/** Keys of uv that name places (https://docs.astral.sh/uv/reference/settings/). */
const UV_KINDS: ReadonlyMap<string, Registry['kind']> = new Map([
  ['index-url', 'index'],
  ['default-index', 'index'],
  ['extra-index-url', 'extra-index'],
  ['find-links', 'find-links'],
  ['allow-insecure-host', 'trusted-host'],
  ['trusted-host', 'trusted-host'],
]);

/** The places that settings of uv name outside the tables of `index`. */
export const uvRegistries = (settings: readonly Setting[]): Registry[] =>
  settings.flatMap(({ section, key, keySpan, value, valueSpan, deletion }) => {
    const kind = key === 'url' && /(?:^|\.)index\[\d+\]$/.test(section) ? 'index' : UV_KINDS.get(key);
    return kind === undefined || value === '[]'
      ? []
      : { kind, url: value, urlSpan: valueSpan, keySpan, ...(deletion && { deletion }) };
  });

/** Cargo's `index` of a registry, and the `registry` of a replaced source (https://doc.rust-lang.org/cargo/reference/config.html). */
const cargoRegistries = (settings: readonly Setting[]): Registry[] =>
  settings
    .filter(
      ({ section, key }) =>
        (key === 'index' && /^registr(?:y$|ies\.)/.test(section)) || (key === 'registry' && section.startsWith('source.')),
    )
    .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan }));

const reader =
  (
    format: DependencyFormat,
    ecosystem: DependencyFile['ecosystem'],
    registriesOf: (settings: readonly Setting[]) => Registry[] = () => [],
  ) =>
  (text: string): DependencyFile => {
    const { root, problems, comments } = parseToml(text);
    const settings = tomlSettings(text, root);
    const registries = registriesOf(settings);
    return dependencyFile({ ecosystem, format, role: 'settings', problems, comments, settings, registries });
  };

/** Reads uv.toml: the keys of `[tool.uv]` without the table. */
export const parseUvToml = reader('uv.toml', 'PyPI', uvRegistries);
/** Reads poetry.toml (https://python-poetry.org/docs/configuration/) and the auth.toml of the same shape. */
export const parsePoetryToml = reader('poetry.toml', 'PyPI');
export const parseCargoConfig = reader('cargo-config.toml', 'crates.io', cargoRegistries);
export const parseCargoCredentials = reader('cargo-credentials.toml', 'crates.io');
