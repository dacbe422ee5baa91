import { dockerfileRule } from '../../engine/rule.ts';
import { readArguments, valueOf, type Invocation, type OptionSpec } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';

/** Program → subcommands that compile or bundle. */
const BUILDS: ReadonlyMap<string, RegExp> = new Map([
  ['go', /^(?:build|install)$/],
  ['cargo', /^(?:build|install)$/],
  ['mvn', /^(?:package|install|verify|compile)$/],
  ['mvnw', /^(?:package|install|verify|compile)$/],
  ['gradle', /^(?:build|assemble|bootJar|shadowJar|installDist)$/],
  ['gradlew', /^(?:build|assemble|bootJar|shadowJar|installDist)$/],
  ['dotnet', /^(?:build|publish)$/],
  ['swift', /^build$/],
  ['stack', /^(?:build|install)$/],
  ['npm', /^run$/],
  ['yarn', /^build$/],
  ['pnpm', /^build$/],
]);
const COMPILERS: ReadonlySet<string> = new Set(['gcc', 'g++', 'cc', 'clang', 'clang++', 'cmake', 'javac', 'rustc']);

/** Targets of make that build nothing: https://www.gnu.org/prep/standards/html_node/Standard-Targets.html, and those of the kernel. */
const TIDIES = /^(?:(?:most|dist|maintainer-|real)?clean|mrproper|uninstall|help)$/;
const MAKE: OptionSpec = {
  short: 'CfIoW',
  long: ['directory', 'file', 'makefile', 'include-dir', 'old-file', 'assume-old', 'what-if', 'new-file', 'assume-new', 'eval'],
};

export const preferMultiStage = dockerfileRule(
  {
    id: 'dockerfile/prefer-multi-stage',
    title: 'Image is shipped with what built it',
    why: 'Compilers, sources and build caches make the image large, and give whoever breaks into the program the tools to go on. Build in one stage, and copy the result into a small one.',
    severity: 'low',
    confidence: 'medium',
    profiles: [],
    messages: {
      single: '`{command}` builds in the only stage, so its tools and sources stay in the image. Build in a stage of its own.',
    },
    aliases: ['droast:DF011', 'tally:tally/prefer-multi-stage-build'],
    references: ['https://docs.docker.com/build/building/multi-stage/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.stages.length !== 1) return;
    for (const { invocations } of runs(model)) {
      if (invocations.some(removesTools)) continue;
      for (const invocation of invocations) {
        const command = buildCommand(invocation);
        if (command === undefined) continue;
        yield { message: 'single', data: { command }, span: invocation.word.span };
        return;
      }
    }
  },
);

/** Whether a command takes packages out again, as a RUN does that builds and leaves only the result. */
const removesTools = ({ name, args }: Invocation): boolean => {
  const removal = REMOVALS.get(name);
  return removal !== undefined && args.some((word) => removal.test(valueOf(word) ?? ''));
};

const REMOVALS: ReadonlyMap<string, RegExp> = new Map([
  ['apk', /^del$/],
  ['apt-get', /^(?:purge|remove|autoremove|autopurge)$/],
  ['apt', /^(?:purge|remove|autoremove|autopurge)$/],
  ['dnf', /^(?:remove|erase|autoremove)$/],
  ['yum', /^(?:remove|erase|autoremove)$/],
  ['microdnf', /^remove$/],
]);

/** `go build`, `make`; undefined for what builds nothing. */
function buildCommand({ name, args }: Invocation): string | undefined {
  if (name === 'make' || name === 'ninja') return onlyTidies(args) ? undefined : name;
  if (COMPILERS.has(name)) return name;
  const subcommands = BUILDS.get(name);
  if (!subcommands) return undefined;
  const words = readArguments(args).operands.map((word) => valueOf(word) ?? '');
  if (name === 'npm') return words[0] === 'run' && words[1]?.startsWith('build') ? `npm run ${words[1]}` : undefined;
  const subcommand = words.find((word) => subcommands.test(word));
  return subcommand === undefined ? undefined : `${name} ${subcommand}`;
}

/** Whether all that is to be made is a target that builds nothing. */
function onlyTidies(args: Invocation['args']): boolean {
  const words = readArguments(args, MAKE).operands.map((word) => valueOf(word) ?? '');
  const targets = words.filter((word) => !/^\w+[:+?]*=|^\d+$/.test(word));
  return targets.length > 0 && targets.every((target) => TIDIES.test(target));
}
