import { dockerfileRule } from '../../engine/rule.ts';
import { buildContext, ignoreLines, isGlob, leftOutBy, localSources } from './support/build-context.ts';

export const copyIgnoredFile = dockerfileRule(
  {
    id: 'dockerfile/copy-ignored-file',
    title: 'Copied file is left out of the build context',
    why: 'What `.dockerignore` names is never sent to the build, so an instruction that copies it fails, or finds nothing. Take the file out of `.dockerignore` again, or do not copy it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ignored:
        '"{path}" is not in the build context, because {ignore} leaves it out with "{pattern}". Add an exception there, or do not copy it.',
    },
    aliases: ['buildkit:CopyIgnoredFile', 'tally:buildkit/CopyIgnoredFile'],
    references: ['https://docs.docker.com/reference/build-checks/copy-ignored-file/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file, env }) {
    const sources = localSources(model).filter(({ path }) => path !== '' && !isGlob(path));
    if (sources.length === 0) return;
    const context = buildContext(model, file.path, env);
    if (!context?.ignore) return;
    for (const { path, word } of sources) {
      const pattern = leftOutBy(context, path);
      // Of a folder that is left out, a later line may bring a part back, and that part is what is copied.
      const isPartlyKept = context.ignore.patterns.some(
        (each) => each.negated && (each.pattern.startsWith(`${path}/`) || isGlob(each.pattern)),
      );
      if (!pattern || isPartlyKept) continue;
      yield {
        message: 'ignored',
        data: { path, ignore: context.ignorePath, pattern: pattern.pattern },
        span: word.span,
        related: [{ path: context.ignorePath, span: pattern.span, note: 'This line leaves it out.' }],
        fixes: [
          {
            title: `Add the exception !${path} to ${context.ignorePath}`,
            applicability: 'suggested',
            edits: [],
            others: [ignoreLines(context, [`!${path}`])],
          },
        ],
      };
    }
  },
);
