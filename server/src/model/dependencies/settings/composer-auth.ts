import { parseJson } from '../../json/index.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { jsonSettings } from './json.ts';

/** Reads auth.json, the credentials that Composer finds beside composer.json (https://getcomposer.org/doc/articles/authentication-for-private-packages.md). */
export function parseComposerAuth(text: string): DependencyFile {
  const { root, problems } = parseJson(text);
  return dependencyFile({
    ecosystem: 'Packagist',
    format: 'auth.json',
    role: 'settings',
    problems,
    settings: jsonSettings(text, root),
  });
}
