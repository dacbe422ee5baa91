import { folderOf, foldersUpwards } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import type { Dependency } from '../../model/dependencies/index.ts';
import { keyOf } from './shared/fixes.ts';
import { inFolder } from './shared/lockfiles.ts';
import { addingToNpmrc } from './shared/npmrc.ts';
import { managerVersion } from './shared/package-manager.ts';
import { publishedEntries } from './shared/published-entries.ts';

export const dependencyWithInstallScript = dependencyRule(
  {
    id: 'dependencies/dependency-with-install-script',
    title: 'Package runs a script while it is installed',
    why: 'An install script runs with all rights of whoever types the command, on every developer’s machine and on the build server, before anybody looked at the package; most attacks through packages start there. Few packages need theirs. Turn scripts off and allow them one by one, or know the list that is shown here.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      direct:
        '{name} {version} runs a script of its own while it is installed. Make sure that it is needed, or turn install scripts off.',
      transitive:
        '{name} {version}, which another package brings in, runs a script of its own while it is installed. Make sure that it is needed, or turn install scripts off.',
      registry:
        '{name} {version} runs a script of its own while it is installed ({source}). Make sure that it is needed, or turn install scripts off.',
    },
    aliases: [],
    references: ['CWE-829', 'CWE-506', 'https://docs.npmjs.com/cli/using-npm/scripts'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'lockfile') return;
    const told = model.dependencies.filter(({ hasInstallScript }) => hasInstallScript === true);
    const running = [...told, ...toldByRegistry(context)];
    if (running.length === 0) return;
    const decided = isAskedFirst(context) ? 'off' : decisionsAbove(context);
    if (decided === 'off') return;
    const folder = folderOf(file.path);
    const isOff = env.workspace
      .get('dependencies', inFolder(folder, '.npmrc'))
      ?.settings.some(({ key }) => key === 'ignore-scripts');
    const fixes =
      model.format === 'package-lock.json' && isOff !== true
        ? addingToNpmrc('Turn install scripts off in .npmrc', 'ignore-scripts=true', folder, env.workspace)
        : [];
    const seen = new Set<string>();
    const { source } = env.registry;
    for (const dependency of running) {
      const { name, rawName, version = '', kind, nameSpan } = dependency;
      if (decided.has(name) || seen.has(`${name}@${version}`)) continue;
      seen.add(`${name}@${version}`);
      yield {
        ...(dependency.hasInstallScript === true
          ? { message: kind, data: { name: rawName, version } }
          : { message: 'registry' as const, data: { name: rawName, version, source } }),
        span: nameSpan,
        key: `${keyOf(model, dependency)}/${version}`,
        fixes,
      };
    }
  },
);

/**
 * The packages of which only the registry tells that they have a script, where the lockfile does not say and the package manager runs it unasked: Bun, and pnpm from
 * version 10 on (https://pnpm.io/settings#allowbuilds), run none that nobody allowed.
 */
function toldByRegistry(context: Context<'dependencies'>): readonly Dependency[] {
  const { file, model, env } = context;
  const isSilent =
    model.format === 'yarn.lock' ||
    (model.format === 'package-lock.json' && /"lockfileVersion"\s*:\s*1\b/.test(file.text.slice(0, 1000))) ||
    (model.format === 'pnpm-lock.yaml' &&
      env.workspace
        .get('dependencies', inFolder(folderOf(file.path), 'package.json'))
        ?.settings.some(({ key, value }) => key === 'packageManager' && /^pnpm@[1-9]\./.test(value)) === true);
  if (!isSilent) return [];
  return [...publishedEntries(context)]
    .filter(({ facts }) => facts.hasInstallScript === true)
    .map(({ dependency }) => dependency);
}

/** Lists of packages that may or may not run their scripts, as pnpm, Bun and Yarn call them. */
const LISTS = /^(?:onlyBuiltDependencies|neverBuiltDependencies|ignoredBuiltDependencies|trustedDependencies)$|^allowBuilds$/;

/** Tables of packages with a yes or no each: of pnpm, of npm from 11.16 on (https://docs.npmjs.com/cli/commands/npm-approve-scripts), of LavaMoat with the way to the package. */
const DECISIONS = /(?:^|\.)(?:allowBuilds|allowScripts)$/;

/** From version 12 on npm runs no script that `allowScripts` does not allow. */
const isAskedFirst = ({ file, model, env }: Context<'dependencies'>): boolean =>
  model.format === 'package-lock.json' &&
  managerVersion(file.path, 'npm', env.workspace, '12.0.0') === 'newer' &&
  ![...foldersUpwards(file.path)].some((folder) =>
    env.workspace
      .get('dependencies', inFolder(folder, '.npmrc'))
      ?.settings.some(({ key, value }) => key === 'dangerously-allow-all-scripts' && value !== 'false'),
  );

/** What the settings beside or above the lockfile say about scripts: all are off, or some packages were decided about. */
function decisionsAbove({ file, env }: Context<'dependencies'>): 'off' | ReadonlySet<string> {
  const decided = new Set<string>();
  for (const folder of foldersUpwards(file.path))
    for (const name of ['.npmrc', '.yarnrc.yml', 'pnpm-workspace.yaml', 'package.json']) {
      for (const { section, key, value } of env.workspace.get('dependencies', inFolder(folder, name))?.settings ?? []) {
        if ((key === 'ignore-scripts' || key === 'ignoreScripts') && value !== 'false') return 'off';
        if (key === 'enableScripts' && value === 'false') return 'off';
        if (LISTS.test(key)) decided.add(value);
        if (key === 'strict-allow-scripts' && value !== 'false') return 'off';
        if (DECISIONS.test(section)) decided.add(key.replace(/^.*>/, '').replace(/(?<=.)@.*$/, ''));
      }
    }
  return decided;
}
