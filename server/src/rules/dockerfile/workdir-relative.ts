import { dockerfileRule } from '../../engine/rule.ts';
import type { Instruction, Stage } from '../../model/dockerfile/index.ts';

export const workdirRelative = dockerfileRule(
  {
    id: 'dockerfile/workdir-relative',
    title: 'WORKDIR with a relative path',
    why: 'A relative WORKDIR starts at whatever folder the base image ends in, so the same file builds another image when that one changes. Write the whole path.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      relative: 'Where "{path}" lies depends on the base image. Write the whole path, such as `{whole}`.',
    },
    aliases: [
      'buildkit:WorkdirRelativePath',
      'checkov:CKV_DOCKER_10',
      'dockerfile-utils:WORKDIR_IS_NOT_ABSOLUTE',
      'droast:DF009',
      'hadolint:DL3000',
      'kics:workdir_path_not_absolute',
      'tally:buildkit/WorkdirRelativePath',
      'trivy:DS-0009',
    ],
    references: ['https://docs.docker.com/reference/build-checks/workdir-relative-path/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    /** WORKDIR instructions from which on nobody knows where the build works. */
    const unknown = new Set<Instruction>();
    /** Stages whose ONBUILD has set a whole path. */
    const settled = new Set<Stage | undefined>();
    for (const instruction of model.instructionsOf('WORKDIR')) {
      if (!instruction.word) continue;
      const path = model.expand(instruction.word, instruction).value;
      const before = model.stateAt(instruction)?.workdir;
      const isWhole = path === undefined || path === '' || /^(?:[/\\]|[A-Za-z]:)/.test(path);
      if (path === undefined || (!isWhole && before && unknown.has(before.instruction))) unknown.add(instruction);
      if (isWhole && instruction.isTrigger) settled.add(model.stageOf(instruction));
      // Behind an absolute one it is clear where it lies.
      if (isWhole || before?.value !== undefined || unknown.has(instruction)) continue;
      if (instruction.isTrigger && settled.has(model.stageOf(instruction))) continue;
      const { span } = instruction.word;
      const whole = `/${path.replace(/^(?:[.~]{1,2}(?:\/+|$))+/, '')}`;
      const [, quote = '', inner = ''] = /^(["']?)([^"']*)\1$/.exec(file.text.slice(span.start, span.end)) ?? [];
      const isPlain = inner === path && !/^(?:\.\.|~)/.test(path) && whole !== '/';
      const edits = [{ span, newText: quote + whole + quote }];
      yield {
        message: 'relative',
        data: { path, whole: whole === '/' ? '/app' : whole },
        span,
        fixes: isPlain ? [{ title: `Write ${whole}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);
