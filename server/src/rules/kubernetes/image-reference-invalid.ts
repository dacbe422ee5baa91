import { kubernetesRule } from '../../engine/rule.ts';
import { asScalar, entryOf } from '../../model/yaml/index.ts';
import { lowerName, referenceMistakes } from '../support/reference-grammar.ts';
import { imagesOf } from './support/images.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { pieceOf } from './support/scalar-text.ts';
import { targetsOf } from './support/targets.ts';

export const imageReferenceInvalid = kubernetesRule(
  {
    id: 'kubernetes/image-reference-invalid',
    title: 'Name of an image that no registry can have',
    why: 'Names of images are lower case and hold no spaces, tags have at most 128 letters, digits, dots, dashes and underscores, and a digest is an algorithm with hexadecimal digits. Anything else leaves the pod waiting with `InvalidImageName`, or the API server rejects it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      empty: 'Container `{container}` has an empty image, and Kubernetes rejects it. Name one.',
      blank: 'Kubernetes rejects an image with white space before or after its name. Delete it.',
      scheme: 'The name of an image begins with a registry or a path, not with `{text}`.',
      upper: 'The name of an image is in lower case: `{name}`.',
      name: '`{text}` is no name that an image can have.',
      tag: '`{text}` is no tag that an image can have.',
      missing: 'Behind the `{separator}` in `{image}` something is missing.',
      digest: '`{text}` is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.',
    },
    aliases: [],
    references: [
      'https://pkg.go.dev/github.com/distribution/reference',
      'https://kubernetes.io/docs/concepts/containers/images/',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      const image = entryOf(container.node, 'image');
      // OpenShift fills it in when the image of a trigger changes.
      if (!image || asScalar(image.value)?.value !== '' || workload.resource.kind === 'DeploymentConfig') continue;
      yield { message: 'empty', data: { container: name }, span: image.key.span, key: container.key };
    }
    for (const { node, key } of imagesOf(model)) {
      const { text } = node;
      if (text !== text.trim()) {
        yield { message: 'blank', span: node.span, key };
        continue;
      }
      for (const { kind, start, end } of referenceMistakes(text)) {
        const wrong = text.slice(start, end);
        const span = start === end ? node.span : pieceOf(file.text, node, start, end);
        if (kind === 'upper') yield { message: 'upper', data: { name: lowerName(wrong) }, span, key };
        else if (kind === 'missing') yield { message: 'missing', data: { separator: wrong, image: text }, span, key };
        else yield { message: kind, data: { text: wrong }, span, key };
      }
    }
  }),
);
