import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { lineage, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import { familyAt } from './support/base-image.ts';
import { exposedPorts } from './support/expose.ts';
import { beforeStart } from './support/user.ts';

export const healthcheckMissing = dockerfileRule(
  {
    id: 'dockerfile/healthcheck-missing',
    title: 'Image without HEALTHCHECK',
    why: 'Without a HEALTHCHECK Docker only sees whether the process is there, and not whether it still answers. Kubernetes ignores it and has probes; `HEALTHCHECK NONE` says that there is none on purpose.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      missing: 'The image has no HEALTHCHECK, so Docker cannot tell whether the program still answers.',
    },
    aliases: [
      'checkov:CKV_DOCKER_2',
      'dockle:CIS-DI-0006',
      'droast:DF012',
      'hadolint:DL3057',
      'kics:healthcheck_instruction_missing',
      'tally:hadolint/DL3057',
      'trivy:DS-0026',
    ],
    references: ['CIS Docker 4.6', 'https://docs.docker.com/reference/dockerfile/#healthcheck'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file, env }) {
    const stage = model.finalStage;
    if (!stage || model.isTemplate || stage.isWindows || stage.final.healthcheck || env.workspace.all('kubernetes').length > 0)
      return;
    const { image } = stage.from;
    const base = lineage(stage).at(-1)?.base;
    // Without anything to run, FROM scratch only carries files.
    if (!image || (base?.kind === 'scratch' && !stage.final.cmd && !stage.final.entrypoint)) return;
    const none: Fix = {
      title: 'Say that there is none: HEALTHCHECK NONE',
      applicability: 'suggested',
      edits: [beforeStart(model, stage, ['HEALTHCHECK NONE'], file.eol)],
    };
    const line = snippet(model, stage);
    const check: Fix[] =
      line === undefined
        ? []
        : [
            {
              title: 'Add a check (change its address)',
              applicability: 'manual',
              edits: [beforeStart(model, stage, [line], file.eol)],
            },
          ];
    yield { message: 'missing', span: image.span, fixes: [none, ...check] };
  },
);

/** A check with a program that the image has: BusyBox brings wget. */
function snippet(model: Dockerfile, stage: Stage): string | undefined {
  const stages = new Set(lineage(stage));
  for (const { instruction, port, protocol = 'tcp' } of exposedPorts(model)) {
    const own = model.stageOf(instruction);
    if (own && stages.has(own) && protocol.toLowerCase() === 'tcp' && /^\d+$/.test(port) && familyAt(stage) === 'alpine')
      return `HEALTHCHECK --interval=30s --timeout=3s CMD wget -q --spider http://localhost:${port}/ || exit 1`;
  }
  return undefined;
}
