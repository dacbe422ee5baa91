import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { npmConfig, type NpmConfig, type NpmrcText } from './npm-config.ts';

/** What the `.npmrc` files of some folders and of the user say, as npm reads them; the first folder is the strongest. */
export async function npmConfigOf(
  folders: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<NpmConfig> {
  const users = env['npm_config_userconfig'] ?? env['NPM_CONFIG_USERCONFIG'] ?? path.join(homedir(), '.npmrc');
  const files: NpmrcText[] = [];
  for (const file of [...folders.map((folder) => path.join(folder, '.npmrc')), users]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) files.push({ text, isUsers: file === users });
  }
  return npmConfig(files, env);
}
