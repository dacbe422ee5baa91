import { foldersUpwards } from '../../../base/path.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { Ecosystem } from '../../../base/ecosystem.ts';
import { GATES } from './cooldown.ts';
import { secondsOf } from './cooldown-unit.ts';
import { inFolder } from './package-manager.ts';

/** What most tools with a cool-down propose. In days. */
const USUAL = 3;
const DAY = 86_400;

export interface AgreedAge {
  /** How old a release has to be. */
  readonly days: number;
  /** Whether the project lets a package through, whatever its age. */
  readonly isLetThrough: (name: string, version: string) => boolean;
}

/** Lists of packages that need not wait: of pnpm, Yarn and Bun. */
const EXCEPTIONS = /^(?:minimumReleaseAgeExcludes?|npmPreapprovedPackages)$/;

/** How long releases have to wait: as the package manager's settings beside or above the manifest at `path` say, else the usual. */
export function agreedAge(path: string, ecosystem: Ecosystem, workspace: WorkspaceView): AgreedAge {
  const gates = GATES.filter(({ manager }) => (manager === 'uv' ? 'PyPI' : 'npm') === ecosystem);
  for (const folder of foldersUpwards(path))
    for (const gate of gates)
      for (const format of gate.manager === 'uv' ? ['uv.toml', 'pyproject.toml'] : [gate.format]) {
        const settings = workspace.get('dependencies', inFolder(folder, format))?.settings ?? [];
        const age = settings.find(({ section, key }) => key === gate.key && /^(?:|install|tool\.uv)$/.test(section));
        const seconds = age ? secondsOf(gate, age.value) : Number.NaN;
        if (!(seconds > 0)) continue;
        const exceptions = settings.filter(({ key }) => EXCEPTIONS.test(key)).map(({ value }) => value);
        return {
          days: Math.ceil(seconds / DAY),
          isLetThrough: (name, version) => exceptions.some((one) => isMeant(one, name, version)),
        };
      }
  return { days: USUAL, isLetThrough: () => false };
}

/** `webpack`, `@acme/*`, `nx@21.6.5 || 21.6.6`. */
function isMeant(exception: string, name: string, version: string): boolean {
  const at = exception.indexOf('@', 1);
  const versions = at < 0 ? undefined : exception.slice(at + 1).split('||');
  if (versions && !versions.some((one) => one.trim().replace(/^npm:/, '') === version)) return false;
  const [start = '', ...rest] = (at < 0 ? exception : exception.slice(0, at)).split('*');
  if (rest.length === 0) return start === name;
  const end = rest.at(-1) ?? '';
  return rest.length === 1 && name.startsWith(start) && name.endsWith(end) && name.length >= start.length + end.length;
}
