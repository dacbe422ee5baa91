import { type KubernetesFile, type Resource, lookup } from '../../../model/kubernetes/index.ts';
import { asScalar, type YamlScalar } from '../../../model/yaml/index.ts';
import { targetsOf } from './targets.ts';

/** A place where a pod names an image. */
export interface ImageUse {
  readonly node: YamlScalar;
  readonly resource: Resource;
  readonly key: string;
}

/**
 * What tools replace before the manifest is applied: variables and templates (`$(X)`, `{{ }}`, `%X%`, `<image>`, `@@X@@`), the schemes of ko and Bazel, and
 * words in capitals (`PROJECT_ID`), which no image can be called.
 */
const PLACEHOLDER = /[{}<>$%[\]*]|@@|__[A-Z]|^ko:\/\/|^\/\/|^:|(?:^|\/)[A-Z][A-Z0-9_-]+(?=$|[/:@])/;

/** `auto` is what Istio's injection replaces (https://istio.io/latest/docs/setup/additional-setup/gateway/). */
export const isLiteralImage = (text: string): boolean => text !== 'auto' && text.length <= 1000 && !PLACEHOLDER.test(text);

/** The literal images of a file: those of containers, then those of image volumes. */
export function* imagesOf(model: KubernetesFile): Generator<ImageUse> {
  for (const { workload, container } of targetsOf(model)) {
    const { image, key } = container;
    if (image && isLiteralImage(image.text)) yield { node: image, resource: workload.resource, key };
  }
  for (const { resource, volumes, key } of model.workloads) {
    for (const { name = '', node } of volumes) {
      const found = lookup(node, 'image', 'reference');
      const image = found.state === 'present' ? asScalar(found.node) : undefined;
      if (image && isLiteralImage(image.text)) yield { node: image, resource, key: `${key}/volumes/${name}` };
    }
  }
}
