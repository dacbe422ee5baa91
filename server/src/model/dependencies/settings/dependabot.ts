import { dependencyFile, type DependencyFile } from '../file.ts';
import { readYaml, yamlSettings } from './yaml.ts';

/** Reads .github/dependabot.yml (https://docs.github.com/code-security/dependabot/working-with-dependabot/dependabot-options-reference). */
export function parseDependabot(text: string): DependencyFile {
  const { root, problems, comments } = readYaml(text);
  const settings = yamlSettings(text, root);
  return dependencyFile({ ecosystem: 'npm', format: 'dependabot.yml', role: 'settings', problems, comments, settings });
}
