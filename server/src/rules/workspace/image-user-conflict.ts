import type { Span } from '../../base/span.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { effectiveBoolean, effectiveNumber } from '../../model/kubernetes/index.ts';
import { ownImages } from './support/own-images.ts';

/** Who the image runs as, as far as its Dockerfile says. */
interface Runs {
  readonly how: 'root' | 'name' | 'fine';
  readonly user: string;
  readonly span: Span;
}

export const imageUserConflict = kubernetesRule(
  {
    id: 'workspace/image-user-conflict',
    title: 'Workload demands a non-root user that its image does not give',
    why: 'With `runAsNonRoot: true` the kubelet refuses to start a container whose image runs as root, and one whose image names its user instead of giving a number, because it cannot look the name up. The pod then stays in `CreateContainerConfigError`. End the Dockerfile with a numeric `USER` other than 0, or set `runAsUser` in the workload.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      root: 'Container `{container}` must not run as root, but the image built from {dockerfile} ends as user `{user}`, so it will not start.',
      name: 'Container `{container}` must not run as root, but the image built from {dockerfile} ends as user `{user}`, and Kubernetes cannot tell that a name is not root. Use a number.',
    },
    aliases: [],
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/', 'CWE-250'],
    fix: 'none',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    for (const { workload, container, name, image, built } of ownImages(context)) {
      const nonRoot = effectiveBoolean(workload, container, 'runAsNonRoot');
      // A number in the workload decides before the image's own user does.
      if (nonRoot === 'unknown' || nonRoot?.value !== true || effectiveNumber(workload, container, 'runAsUser') !== undefined)
        continue;
      if (!built.facts.user) continue;
      const runs = userOf(built.facts.user);
      if (runs.how === 'fine') continue;
      const related = [
        { path: built.path, span: runs.span, note: `The image ends as \`${runs.user}\` here.` },
        { span: nonRoot.node.span, note: 'The workload demands a user other than root here.' },
      ];
      const data = { container: name, dockerfile: built.path, user: runs.user };
      yield { message: runs.how, data, span: image.span, related, key: container.key };
    }
  },
);

function userOf({ value, span }: { readonly value: string | undefined; readonly span: Span }): Runs {
  const user = value?.split(':', 1)[0] ?? '';
  if (value === undefined || user === '') return { how: 'fine', user, span };
  if (user === 'root' || /^0+$/.test(user)) return { how: 'root', user, span };
  return { how: /^\d+$/.test(user) ? 'fine' : 'name', user, span };
}
