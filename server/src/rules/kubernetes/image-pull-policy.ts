import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, parseImage } from '../../model/kubernetes/index.ts';
import { keyOf, setPath, type YamlMapping } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { isLiteralImage } from './support/images.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const imagePullPolicy = kubernetesRule(
  {
    id: 'kubernetes/image-pull-policy',
    title: 'Image that is not asked for again',
    why: 'Unless the policy is `Always`, a node that has an image under this tag starts it without asking the registry: it may run an older image than other nodes do, and a pod gets a private image that it has no right to pull. `Always` compares digests and downloads only what changed. An image with a digest needs no policy.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['strict', 'cis'],
    messages: {
      unset: 'Container `{container}` uses the image that its node already has under this tag. Set `imagePullPolicy: Always`.',
      cached:
        '`imagePullPolicy: {policy}` lets container `{container}` use an old image of the same tag. Set it to `Always`, or add a digest.',
    },
    aliases: [
      'checkov:CKV_K8S_15',
      'kics:image_pull_policy_of_container_is_not_always',
      'kube-score:Container Image Pull Policy',
      'kubescape:image-pull-policy-is-not-set-to-always',
      'kyverno:imagepullpolicy-always',
      'polaris:pullPolicyNotAlways',
    ],
    references: [
      'CIS Kubernetes 5.5.1',
      'Kubescape C-0075',
      'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      const { image, node, key } = container;
      const reference = image && isLiteralImage(image.text) ? parseImage(image.text) : undefined;
      if (!image || !reference || reference.digest !== undefined) continue;
      const found = lookup(node, 'imagePullPolicy');
      if (found.state === 'unknown') continue;
      const edits = setPath(editSource(file, workload.resource), node, ['imagePullPolicy'], 'Always', keyBehindImage(node));
      // Without internet the node's own image may be the only one, so a person decides.
      const rest = { fixes: fixOf('Set `imagePullPolicy: Always`', 'suggested', edits), key };
      if (found.state === 'absent') {
        const isAlways = reference.tag === undefined || reference.tag === 'latest';
        // Nobody chose it, which is no more than a matter of habit.
        if (!isAlways && !container.isPartial)
          yield { message: 'unset', data: { container: name }, span: image.span, severity: 'info', ...rest };
      } else if (found.node.kind === 'scalar' && (found.node.text === 'IfNotPresent' || found.node.text === 'Never')) {
        const data = { container: name, policy: found.node.text };
        yield { message: 'cached', data, span: found.node.span, ...rest };
      }
    }
  }),
);

/** A person writes the policy right behind the image. */
function keyBehindImage({ entries }: YamlMapping): string | undefined {
  const next = entries[entries.findIndex((entry) => keyOf(entry) === 'image') + 1];
  return next && keyOf(next);
}
