import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder of the command line's own data: `LARBOARD_DATA`, else where the platform keeps data of programs
 * (https://specifications.freedesktop.org/basedir-spec/latest/ on Linux).
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const own = env['LARBOARD_DATA'];
  if (own) return path.resolve(own);
  const local = env['LOCALAPPDATA'];
  if (platform === 'win32' && local) return path.join(local, 'larboard');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'larboard');
  const given = env['XDG_DATA_HOME'];
  return path.join(given && path.isAbsolute(given) ? given : path.join(homedir(), '.local', 'share'), 'larboard');
}
