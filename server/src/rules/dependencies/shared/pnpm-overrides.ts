import { baseName } from '../../../base/path.ts';
import { PNPM_WORKSPACE, schemeOf, type DependencyFacts, type Lock } from '../../../model/dependencies/index.ts';

/** Since when pnpm reads `overrides` in its own file, and since when it reads them nowhere else (https://pnpm.io/settings#overrides). */
const OWN_FILE_SINCE = '10.5.0';
const ONLY_OWN_FILE_SINCE = '11.0.0';

const isOwn = (path: string): boolean => baseName(path) === PNPM_WORKSPACE;

/** Where pnpm has to be told, by the file beside the lockfile: what stands in its own file takes the place of all that package.json has. */
export function pnpmSection({ forcing }: Pick<Lock, 'forcing'>): { readonly file: string; readonly section: string } {
  const inUse = ({ overrideSites = [] }: DependencyFacts, name: string): boolean =>
    overrideSites.some(({ section, isNew }) => section === name && !isNew);
  const hasOwn = forcing.some(
    ([path, facts]) => isOwn(path) && (inUse(facts, 'overrides') || (facts.overridden ?? []).length > 0),
  );
  const hasOther = forcing.some(([path, facts]) => !isOwn(path) && inUse(facts, 'pnpm.overrides'));
  const isSince = sinceOf(forcing);
  const takesOwn =
    isSince === undefined ? hasOwn : isSince(ONLY_OWN_FILE_SINCE) || (isSince(OWN_FILE_SINCE) && (hasOwn || !hasOther));
  return takesOwn ? { file: PNPM_WORKSPACE, section: 'overrides' } : { file: 'package.json', section: 'pnpm.overrides' };
}

/** Whether pnpm's own file is the place and is not there yet. */
export const lacksOwnFile = (lock: Pick<Lock, 'forcing'>): boolean =>
  pnpmSection(lock).file === PNPM_WORKSPACE && !lock.forcing.some(([path]) => isOwn(path));

/** Whether the version of pnpm that the project names is at least another one; undefined where it names none. */
function sinceOf(forcing: Lock['forcing']): ((other: string) => boolean) | undefined {
  const written = forcing
    .flatMap(([, { settings }]) => settings)
    .find(({ section, key }) => section === '' && key === 'packageManager')?.value;
  const version = /^pnpm@([^+]+)/.exec(written ?? '')?.[1];
  const scheme = schemeOf('npm');
  return version !== undefined && scheme?.isVersion(version) ? (other) => scheme.compare(version, other) >= 0 : undefined;
}
