import { folderOf, foldersUpwards } from '../../base/path.ts';
import { dependencyRule, type Context } from '../../engine/rule.ts';
import { keyOf } from './shared/fixes.ts';
import { inFolder } from './shared/lockfiles.ts';
import { addingToNpmrc } from './shared/npmrc.ts';

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
    },
    aliases: [],
    references: ['CWE-829', 'CWE-506', 'https://docs.npmjs.com/cli/using-npm/scripts'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const { file, model, env } = context;
    if (model.role !== 'lockfile') return;
    const running = model.dependencies.filter(({ hasInstallScript }) => hasInstallScript === true);
    if (running.length === 0) return;
    const decided = decisionsAbove(context);
    if (decided === 'off') return;
    const folder = folderOf(file.path);
    const isOff = env.workspace
      .get('dependencies', inFolder(folder, '.npmrc'))
      ?.settings.some(({ key }) => key === 'ignore-scripts');
    const fixes =
      model.format === 'package-lock.json' && isOff !== true
        ? addingToNpmrc('Turn install scripts off in .npmrc', 'ignore-scripts=true', folder, env.workspace)
        : [];
    const told = new Set<string>();
    for (const dependency of running) {
      const { name, rawName, version = '', kind, nameSpan } = dependency;
      if (decided.has(name) || told.has(`${name}@${version}`)) continue;
      told.add(`${name}@${version}`);
      yield {
        message: kind,
        data: { name: rawName, version },
        span: nameSpan,
        key: `${keyOf(model, dependency)}/${version}`,
        fixes,
      };
    }
  },
);

/** Lists of packages that may or may not run their scripts, as pnpm, Bun and Yarn call them. */
const LISTS = /^(?:onlyBuiltDependencies|neverBuiltDependencies|ignoredBuiltDependencies|trustedDependencies)$|^allowBuilds$/;

/** What the settings beside or above the lockfile say about scripts: all are off, or some packages were decided about. */
function decisionsAbove({ file, env }: Context<'dependencies'>): 'off' | ReadonlySet<string> {
  const decided = new Set<string>();
  for (const folder of foldersUpwards(file.path))
    for (const name of ['.npmrc', '.yarnrc.yml', 'pnpm-workspace.yaml', 'package.json']) {
      for (const { section, key, value } of env.workspace.get('dependencies', inFolder(folder, name))?.settings ?? []) {
        if ((key === 'ignore-scripts' || key === 'ignoreScripts') && value !== 'false') return 'off';
        if (key === 'enableScripts' && value === 'false') return 'off';
        if (LISTS.test(key)) decided.add(value);
        if (/(?:^|\.)allowBuilds$/.test(section)) decided.add(key.replace(/(?<=.)@.*$/, ''));
      }
    }
  return decided;
}
