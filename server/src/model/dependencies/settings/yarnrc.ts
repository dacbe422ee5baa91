import { dependencyFile, type DependencyFile } from '../file.ts';
import { catalogsIn } from '../npm/pnpm-workspace.ts';
import { readYaml, yamlSettings } from './yaml.ts';

/** Reads .yarnrc.yml (https://yarnpkg.com/configuration/yarnrc), with the catalogs of Yarn 4.10 (https://yarnpkg.com/features/catalogs). */
export function parseYarnrc(text: string): DependencyFile {
  const { root, problems, comments } = readYaml(text);
  const dependencies = catalogsIn(text, root);
  const settings = yamlSettings(text, root);
  return dependencyFile({
    ecosystem: 'npm',
    format: '.yarnrc.yml',
    role: dependencies.length > 0 ? 'manifest' : 'settings',
    problems,
    comments,
    dependencies,
    settings,
    registries: settings
      .filter(({ key }) => key === 'npmRegistryServer' || key === 'npmPublishRegistry')
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
  });
}
