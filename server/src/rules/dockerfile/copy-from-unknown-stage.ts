import { editDistance } from '../../base/edit-distance.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { baseImageFacts } from '../../knowledge/base-images.ts';
import type { Dockerfile, Stage, StageUse } from '../../model/dockerfile/index.ts';

export const copyFromUnknownStage = dockerfileRule(
  {
    id: 'dockerfile/copy-from-unknown-stage',
    title: 'Copy from a stage that is not there',
    why: 'A name that no earlier stage has is taken for an image, so Docker downloads whatever somebody published under it, or the build fails. Name a stage that stands before, or an image with its tag.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unknown: 'No stage before this one has the name "{name}", so Docker looks for an image of that name.',
      near: 'No stage before this one has the name "{name}". Did you mean "{near}"?',
      later: 'The stage "{name}" is defined only further down, so Docker looks for an image of that name. Move it up.',
      number: 'There is no stage {name} before this one: stages are counted from 0.',
    },
    aliases: ['droast:DF049', 'hadolint:DL3022', 'tally:hadolint/DL3022'],
    references: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate) return;
    const contexts = new Set(
      env.workspace.all('compose').flatMap(([, { builds }]) => builds.flatMap(({ additionalContexts }) => additionalContexts)),
    );
    for (const stage of model.stages) {
      for (const use of stage.uses) {
        const { name, span, stage: used } = use;
        if (name === undefined || name === '' || used === stage || contexts.has(name)) continue;
        if (/^\d+$/.test(name) && (!used || used.index > stage.index)) yield { message: 'number', data: { name }, span };
        else if (used) {
          if (used.index > stage.index) yield { message: 'later', data: { name }, span };
        } else if (!isImage(name)) {
          const near = nearestStage(model, stage, name);
          if (near === undefined) yield { message: 'unknown', data: { name }, span };
          else yield { message: 'near', data: { name, near }, span, fixes: renameFix(model, use, near) };
        }
      }
    }
  },
);

/** Whether a name is that of an image: it has a registry, a path, a tag or a digest, or Docker Hub's library has it. */
const isImage = (name: string): boolean =>
  /[/:@.]/.test(name) || name === 'scratch' || baseImageFacts(`docker.io/library/${name.toLowerCase()}`) !== undefined;

/** The name of an earlier stage that is most like `name`. */
function nearestStage({ stages }: Dockerfile, { index }: Stage, name: string): string | undefined {
  const limit = name.length < 4 ? 2 : 3;
  let best: string | undefined;
  let least = limit;
  for (const stage of stages.slice(0, index)) {
    const candidate = stage.from.name?.text.text;
    const distance = candidate === undefined ? limit : editDistance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function renameFix({ text }: Dockerfile, { span, name }: StageUse, near: string): readonly Fix[] {
  if (text.slice(span.start, span.end) !== name) return [];
  return [{ title: `Copy from ${near}`, applicability: 'suggested', edits: [{ span, newText: near }] }];
}
