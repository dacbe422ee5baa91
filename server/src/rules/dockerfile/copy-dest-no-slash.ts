import { insertion } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';

export const copyDestNoSlash = dockerfileRule(
  {
    id: 'dockerfile/copy-dest-no-slash',
    title: 'Several files are copied to what is no folder',
    why: 'With more than one source the destination must be a folder, and Docker knows that only by the slash at its end. The build fails without it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { slash: '{keyword} has {count} sources, so the destination must be a folder. Write `{destination}/`.' },
    aliases: [
      'dockerfile-utils:INVALID_DESTINATION',
      'droast:DF048',
      'hadolint:DL3021',
      'kics:copy_with_more_than_two_arguments_not_ending_with_slash',
      'tally:hadolint/DL3021',
      'trivy:DS-0011',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#copy'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('COPY', 'ADD')) {
      const { destination, sources, isExec, keyword } = instruction;
      if (!destination || sources.length < 2) continue;
      const { value } = model.expand(destination, instruction);
      // `.` and `..` are folders by themselves; what a variable holds is not known.
      if (value === undefined || /[/\\]$|(?:^|[/\\])\.\.?$|^[A-Za-z]:$/.test(value)) continue;
      const { start, end } = destination.span;
      const at = isExec ? end - 1 : /^"[^"]*"$/.test(file.text.slice(start, end)) ? end - 1 : end;
      yield {
        message: 'slash',
        data: { keyword, count: String(sources.length), destination: value },
        span: destination.span,
        fixes: [{ title: 'Add the slash', applicability: 'safe', edits: [insertion(at, '/')] }],
      };
    }
  },
);
