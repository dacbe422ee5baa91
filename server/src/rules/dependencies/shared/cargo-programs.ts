import { folderOf, inFolder } from '../../../base/path.ts';
import type { Environment } from '../../../engine/environment.ts';

/** Folders whose manifests nobody deploys. */
export const NOT_A_PROJECT =
  /(?:^|\/)(?:node_modules|vendor|vendor-bin|examples?|samples?|demos?|fixtures?|__fixtures__|testdata|tests?|__tests__|e2e|templates?(?:[-_][^/]*)?|tmpl|starters?|boilerplates?|skeletons?|scaffold(?:s|ing)?|docs?|benchmarks?)\//i;

/** Whether a manifest of Cargo is of a program, and no other one of the workspace comes before. What only helps to build is none. */
export function isFirstProgram(path: string, root: string, { workspace }: Pick<Environment, 'workspace'>): boolean {
  const tree = workspace.tree();
  const programs = tree?.named('Cargo.toml').filter((one) => {
    const has = (name: string): boolean => tree.has(inFolder(folderOf(one), name));
    const isInside = one.startsWith(inFolder(root, '')) && !NOT_A_PROJECT.test(one) && !/(?:^|\/)(?:xtask|fuzz)\//.test(one);
    const isRun = workspace.get('dependencies', one)?.purpose === 'application' || has('src/main.rs');
    return isInside && isRun && !has('src/lib.rs');
  });
  return programs?.sort()[0] === path;
}
