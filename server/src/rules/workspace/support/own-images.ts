import type { Context } from '../../../engine/rule.ts';
import type { YamlScalar } from '../../../model/yaml/index.ts';
import { patchedIn } from '../../kubernetes/support/located.ts';
import { isService } from '../../kubernetes/support/probes.ts';
import { type Target, targetsOf } from '../../kubernetes/support/targets.ts';
import { type Unit, unitOf } from '../../kubernetes/support/unit.ts';
import { type BuiltImage, builtImages } from './built-image.ts';

/** A container that runs an image of the workspace. */
export interface OwnImage extends Target {
  readonly image: YamlScalar;
  readonly built: BuiltImage;
}

/** The containers of a file whose images are built from a Dockerfile of the workspace that is known as a whole. */
export function* ownImages({ file, model, env }: Context<'kubernetes'>): Generator<OwnImage> {
  if (model.workloads.length === 0) return;
  const buildOf = builtImages(file.path, env.workspace);
  for (const target of targetsOf(model)) {
    const { image } = target.container;
    const built = image && !target.workload.isWindows ? buildOf(image.text) : undefined;
    if (image && built?.isFinalStage && !built.facts.isTemplate) yield { ...target, image, built };
  }
}

/** Those that serve for long and of which the whole is known: no template, no patch adds anything to them. */
export function* ownServices(context: Context<'kubernetes'>): Generator<OwnImage> {
  const { file, env } = context;
  let unit: { readonly patched: ReadonlySet<string>; readonly hasInlinePatches: boolean } | undefined;
  for (const own of ownImages(context)) {
    const { workload, container } = own;
    if (container.isPartial || !isService(workload, container)) continue;
    unit ??= patchesOf(unitOf(file.path, env.workspace));
    if (!unit.hasInlinePatches && !unit.patched.has(`${workload.resource.kind}/${workload.resource.name ?? ''}`)) yield own;
  }
}

const patchesOf = (unit: Unit) => ({ patched: patchedIn(unit), hasInlinePatches: unit.hasInlinePatches });
