import { dockerfileRule } from '../../engine/rule.ts';
import { workdirOf } from '../../knowledge/image-workdirs.ts';
import { lineage, type CopyInstruction, type Stage } from '../../model/dockerfile/index.ts';
import { bottomOf } from './support/user.ts';

export const copyRelativeNoWorkdir = dockerfileRule(
  {
    id: 'dockerfile/copy-relative-no-workdir',
    title: 'Relative destination without a WORKDIR',
    why: 'Where a relative destination lies depends on the folder that the base image ends in. When that changes, the files are somewhere else. Set WORKDIR, or write the whole path.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      relative:
        'Nothing sets a WORKDIR before, so "{path}" is taken from wherever the base image happens to be. Set WORKDIR, or write the whole path.',
    },
    aliases: ['droast:DF063', 'hadolint:DL3045', 'tally:hadolint/DL3045'],
    references: ['https://docs.docker.com/reference/dockerfile/#copy'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('COPY', 'ADD')) {
      if (!instruction.destination) continue;
      const path = model.expand(instruction.destination, instruction).value;
      const stage = model.stageOf(instruction);
      if (
        path === undefined ||
        !stage ||
        /^["']?(?:[/\\]|[A-Za-z]:)/.test(path) ||
        model.stateAt(instruction)?.workdir ||
        isExport(instruction, path, stage) ||
        !startsAtRoot(stage)
      )
        continue;
      const { span } = instruction.destination;
      const written = instruction.isExec ? { start: span.start + 1, end: span.end - 1 } : span;
      const isPlain = file.text.slice(written.start, written.end) === path && !path.startsWith('..');
      const absolute = `/${path.replace(/^(?:\.\/)+|^\.$/, '')}`;
      const edits = [{ span: written, newText: absolute }];
      yield {
        message: 'relative',
        data: { path },
        span,
        fixes: isPlain ? [{ title: `Write ${absolute}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);

/** Whether results of another stage are put into an image that began empty, from where they are taken out of the build. */
const isExport = ({ flags }: CopyInstruction, path: string, stage: Stage): boolean =>
  /^\.?\/?$/.test(path) && bottomOf(stage).kind === 'scratch' && flags.some(({ name }) => name === 'from');

/** Whether the base image is one that, as far as is known, sets no folder of its own. */
function startsAtRoot(stage: Stage): boolean {
  const base = lineage(stage).at(-1)?.base;
  if (base?.kind === 'scratch') return true;
  return (
    base?.kind === 'image' &&
    !stage.isWindows &&
    base.image.repository !== undefined &&
    workdirOf(base.image.repository, base.image.tag?.text ?? '') === '/'
  );
}
