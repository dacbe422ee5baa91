import { dependencyFile, type DependencyFile } from '../file.ts';
import { readYaml, yamlSettings } from './yaml.ts';

/** Reads .yarnrc.yml (https://yarnpkg.com/configuration/yarnrc). */
export function parseYarnrc(text: string): DependencyFile {
  const { root, problems, comments } = readYaml(text);
  const settings = yamlSettings(text, root);
  return dependencyFile({
    ecosystem: 'npm',
    format: '.yarnrc.yml',
    role: 'settings',
    problems,
    comments,
    settings,
    registries: settings
      .filter(({ key }) => key === 'npmRegistryServer' || key === 'npmPublishRegistry')
      .map(({ value, valueSpan }) => ({ kind: 'index', url: value, urlSpan: valueSpan })),
  });
}
