import { deletion } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { commentsStart, hasCommentLine } from './support/edits.ts';
import { platformFlags } from './support/platform.ts';

export const baseImagePlatformRedundant = dockerfileRule(
  {
    id: 'dockerfile/base-image-platform-redundant',
    title: '`--platform` names the platform that is built anyway',
    why: 'TARGETPLATFORM is what FROM takes without any flag. Saying it makes readers look for a reason that is not there.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { redundant: '`--platform={value}` is what FROM does by itself. Delete the flag.' },
    aliases: ['buildkit:RedundantTargetPlatform', 'hadolint:DL3065'],
    references: ['https://docs.docker.com/reference/build-checks/redundant-target-platform/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { written, removal, valueSpan, stage } of platformFlags(model)) {
      if (!/^"?\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})"?$/.test(written)) continue;
      // Who declares it has given it a value of their own.
      if (model.binding('TARGETPLATFORM', stage.from)?.expansion) continue;
      const canDelete = !hasCommentLine(file.text.slice(removal.start, removal.end));
      // A comment about the flag would be left behind, and may know of a builder that needs it.
      const isExplained = file.text
        .slice(commentsStart(file.text, stage.from.span.start), stage.from.span.start)
        .includes('platform');
      const applicability = isExplained ? 'suggested' : 'safe';
      const fix = { title: 'Delete --platform', applicability, edits: [deletion(removal)] } as const;
      yield { message: 'redundant', data: { value: written }, span: valueSpan, fixes: canDelete ? [fix] : [] };
    }
  },
);
