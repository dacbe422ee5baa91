import { dockerfileRule } from '../../engine/rule.ts';
import { deletion, insertion, type Edit } from '../../base/edit.ts';
import { workdirOf } from '../../knowledge/image-workdirs.ts';
import { lineage, type CommandInstruction, type Dockerfile, type Invocation, type Stage } from '../../model/dockerfile/index.ts';
import { readArguments, valueOf, variablesOf, type Script, type Word } from '../../model/shell/index.ts';
import { runs } from './support/commands.ts';
import { commentsStart, hasCommentLine } from './support/edits.ts';
import { hasCommand, namesIn } from './support/words.ts';
import { bottomOf } from './support/user.ts';

/** Instructions whose meaning depends on the folder. */
const DEPENDS = /^(?:RUN|COPY|ADD|WORKDIR|CMD|ENTRYPOINT|HEALTHCHECK)$/;

export const runCd = dockerfileRule(
  {
    id: 'dockerfile/run-cd',
    title: '`cd` where WORKDIR would do',
    why: '`cd` holds only until the end of its RUN. WORKDIR says once for all instructions behind it where they work, and creates the folder.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      cd: '`cd` holds only for this RUN. Use `WORKDIR {path}`.',
    },
    aliases: [
      'droast:DF008',
      'hadolint:DL3003',
      'kics:run_command_cd_instead_of_workdir',
      'semgrep:use-workdir',
      'tally:hadolint/DL3003',
      'trivy:DS-0013',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#workdir'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { instruction, stage, invocations } of runs(model)) {
      const script =
        instruction.command.form === 'shell' && instruction.hereDocuments.length === 0 ? model.script(instruction) : undefined;
      const moves = invocations.filter(({ name }) => name === 'cd' || name === 'pushd' || name === 'popd');
      const [move] = moves;
      // Who moves about, or only inside parentheses, knows why.
      if (!script || !stage || !move?.place || moves.length !== 1 || move.name !== 'cd' || move.place.list !== script.list)
        continue;
      const [target, ...others] = readArguments(move.args).operands;
      const path = target && valueOf(target);
      if (
        !target ||
        others.length > 0 ||
        isMadeHere(script, target) ||
        move.place.pipeline.commands.length > 1 ||
        path === '-' ||
        move.wrappers.length > 0
      )
        continue;
      const edits = path === undefined ? undefined : workdirEdits(model, instruction, move, path, file.eol);
      yield {
        message: 'cd',
        data: { path: path ?? file.text.slice(target.span.start, target.span.end) },
        span: move.word.span,
        fixes: edits ? [{ title: `Use WORKDIR ${path ?? ''}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);

/** Whether only the script itself knows the folder: it asks a command for it, or sets a variable of the name. */
function isMadeHere(script: Script, target: Word): boolean {
  const names = namesIn(target);
  return hasCommand(target) || (names.length > 0 && variablesOf(script).changes.some(({ name }) => names.includes(name)));
}

/** The folder that the base image ends in, where that is known. */
function startOf(stage: Stage): string | undefined {
  const base = bottomOf(stage);
  if (base.kind !== 'image') return base.kind === 'scratch' ? '/' : undefined;
  const { repository, tag } = base.image;
  const known = repository === undefined || stage.isWindows ? undefined : workdirOf(repository, tag?.text ?? '');
  return known?.startsWith('/') ? known : undefined;
}

/** Moves the folder into a WORKDIR before the RUN, and back behind it where others depend on it; undefined where that is not known. */
function workdirEdits(
  model: Dockerfile,
  instruction: CommandInstruction,
  { place }: Invocation,
  path: string,
  eol: string,
): readonly Edit[] | undefined {
  const stage = model.stageOf(instruction);
  const workdir = model.stateAt(instruction)?.workdir;
  const before = workdir ? workdir.value : stage && startOf(stage);
  // Anything else in the path may mean another thing in WORKDIR; where a relative one starts must be known.
  if (!place || !stage || instruction.isTrigger || !/^[\w./@+-]+$/.test(path) || !(path.startsWith('/') || before !== undefined))
    return undefined;
  const keyword = instruction.keywordText === 'run' ? 'workdir' : 'WORKDIR';
  const [pipeline, next] = place.andOr.pipelines;
  const isAlone = !next && place.list.items.length === 1 && !place.andOr.terminator;
  if (isAlone && instruction.flags.length === 0 && place.script.comments.length === 0)
    return [{ span: { start: instruction.keywordSpan.start, end: instruction.command.span.end }, newText: `${keyword} ${path}` }];
  if (pipeline !== place.pipeline || place.andOr !== place.list.items[0] || place.andOr.operators[0]?.kind !== '&&' || !next)
    return undefined;
  const removal = { start: pipeline.span.start, end: next.span.start };
  if (hasCommentLine(model.text.slice(removal.start, removal.end))) return undefined;
  // From the end, because the answer is near it, and a file may have thousands of instructions.
  const last = stage.instructions.findLast(({ index, keyword: other }) => index <= instruction.index || DEPENDS.test(other));
  // The folder in which the image ends is that of its programs, too.
  if (before === undefined && ((last?.index ?? 0) > instruction.index || lineage(model.finalStage).includes(stage)))
    return undefined;
  return [
    insertion(commentsStart(model.text, instruction.span.start), `${keyword} ${path}${eol}`),
    deletion(removal),
    ...(before !== undefined ? [insertion(instruction.span.end, `${eol}${keyword} ${before}`)] : []),
  ];
}
