import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this repository. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where editors for tests are installed; git-ignored, kept between runs. `LARBOARD_TOOLS` moves it, for example to share one between clones. */
export const TOOLS = path.resolve(ROOT, process.env['LARBOARD_TOOLS'] ?? '.tools');

/** Where screenshots of test runs go; git-ignored. */
export const SHOTS = path.join(ROOT, '.shots');

export const inRoot = (...parts: readonly string[]): string => path.join(ROOT, ...parts);
