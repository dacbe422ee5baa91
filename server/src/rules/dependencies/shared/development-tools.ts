import { likeness } from '../../../base/likeness.ts';
import { BUILD_TOOLS, DEVELOPMENT_TOOLS } from '../../../knowledge/development-tools.ts';
import type { Dependency, DependencyFile } from '../../../model/dependencies/index.ts';

interface Tools {
  readonly names: ReadonlySet<string>;
  readonly families: readonly ((name: string) => boolean)[];
}

function toolsOf(text: string): Tools {
  const all = text.trim().split(/\s+/);
  return {
    names: new Set(all.filter((one) => !one.includes('*'))),
    families: all.filter((one) => one.includes('*')).map(likeness),
  };
}

const TOOLS = new Map(Object.entries(DEVELOPMENT_TOOLS).map(([ecosystem, text]) => [ecosystem, toolsOf(text)]));
const BUILDERS = toolsOf(BUILD_TOOLS);

/** What a program that writes code for others formats it with. */
const FORMATTERS: ReadonlySet<string> = new Set(['prettier', 'eslint', 'standard', '@biomejs/biome']);

/** Scripts that run where the program does: on a server, or wherever the package is installed. */
const AT_RUN_TIME =
  /^(?:(?:pre|post)?(?:start|install)|heroku-postbuild|gcp-build|(?:start|serve|prod|production|migrate)(?:[:-].*)?)$/;
const FOR_DEVELOPMENT = /[:-](?:dev(?:elopment)?|debug|watch|local|test|e2e|hmr)\b/;
/** What runs TypeScript without a build needs its compiler. */
const TYPESCRIPT_RUNNERS = /(?:^|[^\w-])(?:ts-node|ts-node-dev|tsnd|nodemon)(?![\w])/;

/** Which dependencies of a manifest nobody needs at run time. */
export function developmentTools(model: DependencyFile): (dependency: Dependency) => boolean {
  if (model.ecosystem !== 'npm')
    return (dependency) => TOOLS.has(dependency.ecosystem) && isOne(TOOLS.get(dependency.ecosystem), dependency);
  const isProgram = model.settings.some(({ section, key }) => section === 'bin' || (section === '' && key === 'bin'));
  const { purpose, isPrivate } = model.project ?? {};
  const isApplication = !isProgram && (purpose === 'application' || (purpose === undefined && isPrivate !== true));
  const scripts = model.settings
    .filter(({ section, key }) => section === 'scripts' && AT_RUN_TIME.test(key) && !FOR_DEVELOPMENT.test(key))
    .map(({ value }) => value)
    .join('\n');
  const isRun = (name: string): boolean =>
    wordsOf(scripts).has(commandOf(name)) || (name === 'typescript' && TYPESCRIPT_RUNNERS.test(scripts));
  return (dependency) => {
    if (isProgram && FORMATTERS.has(dependency.name)) return false;
    return (isOne(TOOLS.get('npm'), dependency) || (isApplication && isOne(BUILDERS, dependency))) && !isRun(dependency.name);
  };
}

/** Cargo takes `-` and `_` for two things in names, but only one of both is ever published. */
function isOne(tools: Tools | undefined, { ecosystem, name }: Dependency): boolean {
  const own = ecosystem === 'crates.io' ? name.replaceAll('_', '-') : name;
  return tools !== undefined && (tools.names.has(own) || tools.families.some((matches) => matches(own)));
}

const wordsOf = (scripts: string): ReadonlySet<string> => new Set(scripts.split(/[^\w@.-]+/));

/** What most packages call their command, where it is not their name. */
const COMMANDS: Readonly<Record<string, string>> = {
  typescript: 'tsc',
  '@babel/cli': 'babel',
  'webpack-cli': 'webpack',
  'npm-run-all2': 'npm-run-all',
  'parcel-bundler': 'parcel',
};
const commandOf = (name: string): string => COMMANDS[name] ?? name;
