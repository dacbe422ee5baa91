import { dockerfileRule } from '../../engine/rule.ts';

export const workdirRelative = dockerfileRule(
  {
    id: 'dockerfile/workdir-relative',
    title: 'WORKDIR with a relative path',
    why: 'A relative WORKDIR starts at whatever folder the base image ends in, so the same file builds another image when that one changes. Write the whole path.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      relative: 'Where "{path}" lies depends on the base image. Write the whole path, such as `/{path}`.',
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
    for (const instruction of model.effectiveInstructions()) {
      if (instruction.keyword !== 'WORKDIR' || !instruction.word) continue;
      const path = model.expand(instruction.word, instruction).value;
      if (path === undefined || path === '' || /^(?:[/\\]|[A-Za-z]:)/.test(path)) continue;
      // Behind an absolute one it is clear where it lies.
      if (model.stateAt(instruction)?.workdir?.value !== undefined) continue;
      const { span } = instruction.word;
      const clean = path.replace(/^(?:\.\/)+/, '').replace(/^\.$/, '');
      const isPlain = file.text.slice(span.start, span.end) === path && !path.startsWith('..') && !path.startsWith('~');
      const edits = [{ span, newText: `/${clean}` }];
      yield {
        message: 'relative',
        data: { path: clean },
        span,
        fixes: isPlain ? [{ title: `Write /${clean}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);
