import { dockerfileRule } from '../../engine/rule.ts';
import type { Invocation } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf } from '../../model/shell/index.ts';
import { insertCommand, endsAtFailure } from './support/append-command.ts';
import { runsInImage } from './support/uncleaned.ts';

const CLEAN = 'yarn cache clean';
const FILLS = /^(?:global|up|upgrade|import|dlx|create)$/;
const REMOVED =
  /\byarn\s+cache\s+clean|--mount=\S*yarn|--mount=\S*\.cache|\brm\s[^\n]*(?:\.cache|\.yarn|yarn\/)|--no-cache|\byarn\s[^\n]*--cache-folder/;

export const yarnCacheNotCleaned = dockerfileRule(
  {
    id: 'dockerfile/yarn-cache-not-cleaned',
    title: 'Cache of `yarn` stays in the image',
    why: 'Yarn keeps every package that it downloads in a cache of its own, beside node_modules. Only what is removed in the same RUN leaves the image; a cache mount is better still.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      left: 'What `{command}` downloads stays in the cache of yarn, in the image. Run `yarn cache clean` in the same RUN.',
    },
    aliases: ['droast:DF055', 'hadolint:DL3060', 'kics:run_yarn_clean_after_yarn_install'],
    references: ['https://classic.yarnpkg.com/docs/cli/cache'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runsInImage(model)) {
      if (REMOVED.test(model.text.slice(instruction.span.start, instruction.span.end))) continue;
      const last = invocations.findLast((invocation) => command(invocation) !== undefined);
      if (!last || (instruction.isTrigger && !last.place)) continue;
      const filling = invocations.findLast((each) => each.place?.andOr === last.place?.andOr && mayFill(each)) ?? last;
      const edit = insertCommand(model, filling, instruction, CLEAN, endsAtFailure(model, instruction));
      yield {
        message: 'left',
        data: { command: command(last) ?? 'yarn' },
        span: last.word.span,
        fixes: edit ? [{ title: `Add ${CLEAN}`, applicability: 'safe', edits: [edit] }] : [],
      };
    }
  },
);

/** `yarn`, `yarn install` or `yarn add`; undefined for what downloads nothing. */
function command({ name, args }: Invocation): string | undefined {
  if (name !== 'yarn') return undefined;
  const { operands, options } = readArguments(args);
  const [first] = operands;
  const subcommand = first ? valueOf(first) : '';
  if (subcommand === '') return options.some((option) => /^-(?:v|-version|h|-help)$/.test(option.name)) ? undefined : 'yarn';
  return subcommand === 'install' || subcommand === 'add' ? `yarn ${subcommand}` : undefined;
}

/** Whether a command may put something into the cache, which must then be cleaned behind it. */
const mayFill = (invocation: Invocation): boolean =>
  command(invocation) !== undefined ||
  (invocation.name === 'yarn' && invocation.args.some((word) => FILLS.test(valueOf(word) ?? '')));
