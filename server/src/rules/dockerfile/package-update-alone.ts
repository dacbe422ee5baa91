import { dockerfileRule } from '../../engine/rule.ts';
import type { CommandInstruction, Dockerfile, Invocation } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { APT_OPTIONS } from './support/apt.ts';
import { runs } from './support/commands.ts';
import { joinRuns } from './support/join-runs.ts';
import { APK, APT, installation, ZYPPER } from './support/package-managers.ts';

/** Program → the subcommand that only fetches lists. */
const UPDATES: ReadonlyMap<string, RegExp> = new Map([
  ['apt-get', /^update$/],
  ['apt', /^update$/],
  ['aptitude', /^update$/],
  ['apk', /^update$/],
  ['zypper', /^(?:refresh|ref)$/],
]);
/** Commands beside it that install nothing. */
const HARMLESS: ReadonlySet<string> = new Set(
  'echo printf set true : sed rm mkdir cd cat ls chmod chown export dpkg cp mv ln sleep test [ apt-key date tee touch clean'.split(
    ' ',
  ),
);

export const packageUpdateAlone = dockerfileRule(
  {
    id: 'dockerfile/package-update-alone',
    title: 'Package lists are fetched in a RUN of their own',
    why: 'Docker keeps the layer with the lists and takes it for the next build, so a later RUN installs from lists that are weeks old: packages are missing, or have holes that were mended since. Fetch the lists in the same RUN as what is installed from them.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      alone:
        '`{command}` is in a RUN of its own, so later ones install from stale lists. Put it into the same RUN as the installation.',
    },
    aliases: ['checkov:CKV_DOCKER_5', 'dockle:CIS-DI-0007', 'droast:DF028', 'kics:update_instruction_alone', 'trivy:DS-0017'],
    references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { instruction, invocations } of runs(model)) {
      const update = invocations.find(isUpdate);
      // What is not known may install something.
      if (!update || !invocations.every((each) => isUpdate(each) || HARMLESS.has(each.name))) continue;
      const next = model.instructions[instruction.index + 1];
      const edit = next?.keyword === 'RUN' && installs(model, next) ? joinRuns(model, instruction, next, file.eol) : undefined;
      const fix = edit && ({ title: 'Join it with the RUN behind it', applicability: 'suggested', edits: [edit] } as const);
      const [subcommand] = update.args.filter((word) => UPDATES.get(update.name)?.test(valueOf(word) ?? ''));
      yield {
        message: 'alone',
        data: { command: `${update.name} ${(subcommand && valueOf(subcommand)) ?? 'update'}` },
        span: { start: update.word.span.start, end: subcommand?.span.end ?? update.word.span.end },
        fixes: fix ? [fix] : [],
      };
    }
  },
);

function isUpdate({ name, args }: Invocation): boolean {
  const [command] = readArguments(args, APT_OPTIONS).operands;
  return command !== undefined && (UPDATES.get(name)?.test(valueOf(command) ?? '') ?? false);
}

const installs = (model: Dockerfile, instruction: CommandInstruction): boolean =>
  model.invocations(instruction).some((each) => [APT, APK, ZYPPER].some((manager) => installation(manager, each)));
