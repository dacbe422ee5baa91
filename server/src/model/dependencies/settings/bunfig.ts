import { parseToml } from '../../toml/index.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { tomlSettings } from './toml.ts';

/** Reads the `[install]` tables of bunfig.toml (https://bun.com/docs/runtime/bunfig#package-manager). */
export function parseBunfig(text: string): DependencyFile {
  const { root, problems, comments } = parseToml(text);
  const settings = tomlSettings(text, root).filter(({ section }) => /^install(?:\.|$)/.test(section));
  return dependencyFile({
    ecosystem: 'npm',
    format: 'bunfig.toml',
    role: 'settings',
    problems,
    comments,
    settings,
    registries: settings
      .filter(({ section, key }) => key === 'registry' || key === 'url' || section === 'install.scopes')
      .filter(({ value }) => /^https?:/i.test(value))
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
  });
}
