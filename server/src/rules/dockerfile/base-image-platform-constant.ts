import { deletion } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { hasCommentLine } from './support/edits.ts';
import { platformFlags } from './support/platform.ts';

export const baseImagePlatformConstant = dockerfileRule(
  {
    id: 'dockerfile/base-image-platform-constant',
    title: 'Base image for one fixed platform',
    why: 'With a constant `--platform` the image can only be built for that one, whatever `docker build --platform` asks for, and on other machines it runs in emulation. Leave the choice to who builds.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: { constant: 'The platform is always {platform}, whatever the build asks for. Delete the flag, or use a variable.' },
    aliases: [
      'buildkit:FromPlatformFlagConstDisallowed',
      'droast:DF061',
      'hadolint:DL3029',
      'kics:using_platform_with_from',
      'semgrep:avoid-platform-with-from',
    ],
    references: ['https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    for (const { stage, value, removal, valueSpan, isVariable } of platformFlags(model)) {
      if (value === undefined || value === '' || isVariable) continue;
      // A stage whose name says the platform is one of several on purpose.
      const [os = '', architecture = ''] = value.split('/');
      const name = stage.name ?? '';
      if (name !== '' && (name.includes(os) || (architecture !== '' && name.includes(architecture)))) continue;
      const canDelete = !hasCommentLine(file.text.slice(removal.start, removal.end));
      const fix = { title: 'Delete --platform', applicability: 'suggested', edits: [deletion(removal)] } as const;
      yield { message: 'constant', data: { platform: value }, span: valueSpan, fixes: canDelete ? [fix] : [] };
    }
  },
);
