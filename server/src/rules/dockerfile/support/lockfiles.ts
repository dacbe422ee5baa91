import { resolvePath } from '../../../base/path.ts';
import { type Edit, insertion } from '../../../base/edit.ts';
import type { Environment } from '../../../engine/environment.ts';
import { lineage, type CommandInstruction, type Dockerfile, type Stage } from '../../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Invocation, type OptionSpec, type Word } from '../../../model/shell/index.ts';
import { isGlob, leftOutBy, localSources, type BuildContext, type LocalSource } from './build-context.ts';
import { appendWord } from './edits.ts';
import { BUN, NPM, PNPM, YARN } from './package-managers.ts';

/** A package manager whose plain installation may install something else than its lockfile says. */
interface Manager {
  readonly programs: RegExp;
  readonly manifest: string;
  readonly lockfiles: readonly string[];
  /** Subcommands that install what the manifest asks for; '' is none. */
  readonly subcommands: readonly string[];
  /** Options with which the lockfile is obeyed, or nothing of the kind happens. */
  readonly strict: RegExp;
  /** Variables that make every installation strict. */
  readonly variables?: RegExp;
  /** Whether a command makes those behind it strict, or no longer strict; undefined for any other command. */
  readonly setting?: (invocation: Invocation) => boolean | undefined;
  readonly options: OptionSpec;
  /** What to write instead, for people. */
  readonly instead: string;
  edit(invocation: Invocation, subcommand: Word | undefined, context: BuildContext | undefined): Edit | undefined;
}

/** Adds an option behind the subcommand. */
const adding =
  (option: string) =>
  (invocation: Invocation, subcommand: Word | undefined): Edit =>
    appendWord(invocation, subcommand ?? invocation.word, option);

/** `bundle config set --local frozen true`, `bundle config --global frozen 1`: https://bundler.io/man/bundle-config.1.html. */
function bundleSetting({ name, args }: Invocation): boolean | undefined {
  if (!/^bundler?$/.test(name)) return undefined;
  const [config, ...rest] = readArguments(args).operands.map((word) => valueOf(word));
  const [key, value] = rest[0] === 'set' || rest[0] === 'unset' ? rest.slice(1) : rest;
  if (config !== 'config' || !/^(?:frozen|deployment)$/.test(key ?? '')) return undefined;
  if (rest[0] === 'unset') return false;
  // With a key alone it is only asked for; a value that is not known may well be true.
  return rest.at(-1) === key ? undefined : !/^(?:false|f|no|n|0|)$/i.test(value ?? 'true');
}

const MANAGERS: readonly Manager[] = [
  {
    // https://docs.npmjs.com/cli/commands/npm-ci
    programs: /^npm$/,
    manifest: 'package.json',
    lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'],
    subcommands: ['install', 'i', 'in', 'ins', 'inst', 'isntall', 'add'],
    strict: /^(?:-g|--global|--location|--package-lock-only|--no-package-lock|--dry-run|-C|--prefix)$/,
    options: NPM.options,
    instead: '`npm ci`',
    edit: (_, subcommand) => subcommand && { span: subcommand.span, newText: 'ci' },
  },
  {
    // https://classic.yarnpkg.com/docs/cli/install and https://yarnpkg.com/cli/install
    programs: /^yarn(?:pkg)?$/,
    manifest: 'package.json',
    lockfiles: ['yarn.lock'],
    subcommands: ['', 'install'],
    strict:
      /^(?:--frozen-lockfile|--immutable|--immutable-cache|--no-lockfile|--pure-lockfile|--version|-v|--help|-h|--cwd|--mode)$/,
    variables: /^(?:YARN_ENABLE_IMMUTABLE_INSTALLS|CI)$/,
    options: YARN.options,
    instead: '`yarn install --frozen-lockfile` (`--immutable` since Yarn 2)',
    edit: (invocation, subcommand, context) => {
      const isBerry = context?.tree.has(context.folder === '' ? '.yarnrc.yml' : `${context.folder}/.yarnrc.yml`) === true;
      const option = isBerry ? '--immutable' : '--frozen-lockfile';
      return appendWord(invocation, subcommand ?? invocation.word, subcommand ? option : `install ${option}`);
    },
  },
  {
    // https://pnpm.io/cli/install#--frozen-lockfile
    programs: /^pnpm$/,
    manifest: 'package.json',
    lockfiles: ['pnpm-lock.yaml'],
    subcommands: ['install', 'i'],
    strict: /^(?:--frozen-lockfile|--no-frozen-lockfile|-g|--global|--lockfile-only|--no-lockfile|-C|--dir|--filter)$/,
    variables: /^CI$/,
    options: PNPM.options,
    instead: '`pnpm install --frozen-lockfile`',
    edit: adding('--frozen-lockfile'),
  },
  {
    // https://bun.sh/docs/cli/install
    programs: /^bun$/,
    manifest: 'package.json',
    lockfiles: ['bun.lock', 'bun.lockb'],
    subcommands: ['install', 'i'],
    strict: /^(?:--frozen-lockfile|-g|--global|--no-save|--cwd)$/,
    options: BUN.options,
    instead: '`bun install --frozen-lockfile`',
    edit: adding('--frozen-lockfile'),
  },
  {
    // https://bundler.io/man/bundle-install.1.html
    programs: /^bundler?$/,
    manifest: 'Gemfile',
    lockfiles: ['Gemfile.lock'],
    subcommands: ['', 'install'],
    strict: /^(?:--frozen|--deployment|--local|--version|-v|--gemfile)$/,
    variables: /^BUNDLE_(?:FROZEN|DEPLOYMENT)$/,
    setting: bundleSetting,
    options: { short: 'j', long: ['jobs', 'retry', 'path', 'without', 'with', 'binstubs', 'gemfile'] },
    instead: '`BUNDLE_FROZEN=true bundle install`',
    edit: ({ place, word, wrappers }) =>
      place && wrappers.length === 0 ? insertion(word.span.start, 'BUNDLE_FROZEN=true ') : undefined,
  },
  {
    // https://pipenv.pypa.io/en/latest/commands.html
    programs: /^pipenv$/,
    manifest: 'Pipfile',
    lockfiles: ['Pipfile.lock'],
    subcommands: ['install'],
    strict: /^(?:--deploy|--ignore-pipfile|-r|--requirements|-e|--editable)$/,
    options: { short: 'i', long: ['index', 'python', 'extra-pip-args'] },
    instead: '`pipenv install --deploy`',
    edit: adding('--deploy'),
  },
  {
    // https://docs.astral.sh/uv/concepts/projects/sync/
    programs: /^uv$/,
    manifest: 'pyproject.toml',
    lockfiles: ['uv.lock'],
    subcommands: ['sync'],
    strict: /^(?:--locked|--frozen|--upgrade|-U|--directory|--project|--script)$/,
    variables: /^UV_(?:LOCKED|FROZEN)$/,
    options: {
      short: 'ip',
      long: ['group', 'extra', 'index-url', 'python', 'cache-dir', 'package', 'no-group', 'only-group', 'link-mode'],
    },
    instead: '`uv sync --locked`',
    edit: adding('--locked'),
  },
  {
    // https://getcomposer.org/doc/03-cli.md#update-u-upgrade
    programs: /^composer(?:\.phar)?$/,
    manifest: 'composer.json',
    lockfiles: ['composer.lock'],
    subcommands: ['update', 'u', 'upgrade'],
    strict: /^(?:--lock|--dry-run|-d|--working-dir|--self)$/,
    options: { short: 'd', long: ['working-dir'] },
    instead: '`composer install`',
    edit: (_, subcommand) => subcommand && { span: subcommand.span, newText: 'install' },
  },
];

export interface LooseInstall {
  readonly command: string;
  readonly lockfile: string;
  readonly instead: string;
  /** The subcommand, or the program where there is none. */
  readonly word: Word;
  readonly edit: Edit | undefined;
}

/** An installation that does not hold itself to the lockfile that lies in the build context; undefined when there is none, or the command obeys it. */
export function looseInstall(
  model: Dockerfile,
  instruction: CommandInstruction,
  invocation: Invocation,
  context: BuildContext | undefined,
): LooseInstall | undefined {
  const manager = MANAGERS.find(({ programs }) => programs.test(invocation.name));
  const stage = model.stageOf(instruction);
  if (!manager || !stage) return undefined;
  const { options, operands, unknown } = readArguments(invocation.args, manager.options);
  const [first, ...packages] = operands;
  const subcommand = first && valueOf(first);
  if (unknown || packages.length > 0 || !manager.subcommands.includes(first ? (subcommand ?? '?') : '')) return undefined;
  if (options.some(({ name }) => manager.strict.test(name)) || isStrictByVariable(model, instruction, invocation, manager))
    return undefined;
  if (manager.setting && isStrictBySetting(model, stage, invocation, manager.setting)) return undefined;
  const copied = localSources(model).filter(
    (source) =>
      source.instruction.index < instruction.index && lineage(stage).some((each) => each === model.stageOf(source.instruction)),
  );
  const lockfile = manager.lockfiles.find((name) => isThere(name, manager, copied, context));
  if (lockfile === undefined) return undefined;
  return {
    command: [invocation.name, subcommand ?? ''].join(' ').trim(),
    lockfile,
    instead: manager.instead,
    word: first ?? invocation.word,
    edit: manager.edit(invocation, first, context),
  };
}

function isStrictByVariable(
  model: Dockerfile,
  instruction: CommandInstruction,
  { assignments }: Invocation,
  { variables }: Manager,
): boolean {
  if (!variables) return false;
  if (assignments.some(({ name }) => variables.test(name))) return true;
  const names = ['CI', 'BUNDLE_FROZEN', 'BUNDLE_DEPLOYMENT', 'UV_LOCKED', 'UV_FROZEN', 'YARN_ENABLE_IMMUTABLE_INSTALLS'];
  return names.some((name) => variables.test(name) && model.binding(name, instruction) !== undefined);
}

/** Whether a command before this one, in its stage or those under it, has made it strict. */
function isStrictBySetting(
  model: Dockerfile,
  stage: Stage,
  { span }: Invocation,
  setting: NonNullable<Manager['setting']>,
): boolean {
  let isStrict = false;
  for (const { instructions } of lineage(stage).toReversed()) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'RUN') continue;
      for (const other of model.invocations(instruction))
        if (other.span.start < span.start) isStrict = setting(other) ?? isStrict;
    }
  }
  return isStrict;
}

/** Whether the lockfile is copied into the image before the command: by its name, by a glob that fits, or with the folder that it lies in. */
function isThere(name: string, manager: Manager, copied: readonly LocalSource[], context: BuildContext | undefined): boolean {
  return copied.some(({ path }) => {
    const base = path.slice(path.lastIndexOf('/') + 1);
    // Who names it has it; with a star behind it, it may be missing.
    if (base === name || base === `${name}*`) return true;
    const folder = isGlob(base) ? path.slice(0, Math.max(0, path.length - base.length - 1)) : path;
    if (isGlob(base) && !globFits(base, name)) return false;
    const inner = folder === '' ? name : `${folder}/${name}`;
    const known = context && resolvePath(context.folder, inner);
    if (context && known !== undefined && context.tree.has(known)) return leftOutBy(context, inner) === undefined;
    // Where not even the manifest is known, nobody listed these files, and the glob is for both.
    const manifest = context && resolvePath(context.folder, folder === '' ? manager.manifest : `${folder}/${manager.manifest}`);
    return isGlob(base) && base !== '*' && (!context || manifest === undefined || !context.tree.has(manifest));
  });
}

/** Whether a glob of one segment matches a name; only `*` counts. */
function globFits(glob: string, name: string): boolean {
  const [head = '', ...rest] = glob.split('*');
  const tail = rest.at(-1) ?? '';
  return (
    rest.length > 0 && rest.length < 4 && name.startsWith(head) && name.endsWith(tail) && name.length >= head.length + tail.length
  );
}

/** The requirements files with hashes that a `pip install` reads without asking for hashes. */
export function unhashedRequirements(
  { args, name }: Invocation,
  context: BuildContext | undefined,
  env: Environment,
): Word | undefined {
  if (!/^pip[\d.]*$/.test(name) || !context) return undefined;
  const { options } = readArguments(args, { short: 'rcte', long: ['requirement', 'constraint', 'target'] });
  if (options.some((option) => option.name === '--require-hashes')) return undefined;
  const files = options.filter((option) => option.name === '-r' || option.name === '--requirement');
  const hashed = files.find(({ value }) => {
    const base = value?.slice(value.lastIndexOf('/') + 1);
    const path = base === undefined ? undefined : resolvePath(context.folder, base);
    return path !== undefined && env.workspace.get('dependencies', path)?.hasHashes === true;
  });
  return hashed?.valueWord ?? hashed?.word;
}

/** Whether a subcommand of composer also installs what only development needs, in a stage that is the image. */
export function installsDevelopment(
  { name, args }: Invocation,
  stage: Stage | undefined,
  model: Dockerfile,
  subcommands = /^(?:install|i)$/,
): Word | undefined {
  if (!/^composer(?:\.phar)?$/.test(name) || !stage || !lineage(model.finalStage).includes(stage)) return undefined;
  const { options, operands, unknown } = readArguments(args, { short: 'd', long: ['working-dir'] });
  const [subcommand] = operands;
  if (unknown || !subcommand || !subcommands.test(valueOf(subcommand) ?? '')) return undefined;
  return options.some((option) => /^--(?:no-dev|dev|dry-run)$/.test(option.name)) ? undefined : subcommand;
}
