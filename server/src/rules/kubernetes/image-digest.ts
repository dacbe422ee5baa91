import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { repositoryOfText } from '../../model/dockerfile/index.ts';
import { type ImageReference, parseImage } from '../../model/kubernetes/index.ts';
import { isReference } from '../support/reference-grammar.ts';
import { imagesOf } from './support/images.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { verbatimStart } from './support/scalar-text.ts';

export const imageDigest = kubernetesRule(
  {
    id: 'kubernetes/image-digest',
    title: 'Image without a digest',
    why: 'Whoever may write to the repository can move a tag to another image at any time, and each node pulls what the tag means at that moment. A digest names one image for good; keep the tag beside it for people and for tools that raise it.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: { tag: '`{image}` may be another image tomorrow. Add its digest.' },
    aliases: [
      'checkov:CKV_K8S_43',
      'gatekeeper:general/imagedigests',
      'kics:image_without_digest',
      'kubescape:image-not-pinned-to-digest',
      'kyverno:require-image-checksum',
    ],
    references: ['Kubescape C-0306', 'CWE-829', 'https://kubernetes.io/docs/concepts/containers/images/#image-digests'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { node, key } of imagesOf(model)) {
      const reference = parseImage(node.text);
      if (!reference || reference.digest !== undefined || !isReference(node.text)) continue;
      const start = verbatimStart(file.text, node);
      const fixes = start === undefined ? [] : pin(reference, start + node.text.length);
      yield { message: 'tag', data: { image: node.text }, span: node.span, fixes, key };
    }
  }),
);

/** Only the registry knows the digest, so it is asked when a person chooses this. What has no tag has to get one first. */
function pin({ name, tag }: ImageReference, at: number): readonly Fix[] {
  if (tag === undefined) return [];
  const repository = repositoryOfText(name);
  const [registry = ''] = repository.split('/');
  return [
    {
      title: `Pin ${name}:${tag} by its digest (asks ${registry})`,
      applicability: 'suggested',
      edits: [],
      deferred: { kind: 'image-digest', image: `${repository}:${tag}`, at },
    },
  ];
}
