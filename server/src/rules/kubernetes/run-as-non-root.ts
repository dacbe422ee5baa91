import type { Span } from '../../base/span.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { effectiveBoolean, effectiveNumber, lookup, type Workload } from '../../model/kubernetes/index.ts';
import { replaceScalar, setPath, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { placeOf, type Target, targetsOf } from './support/targets.ts';
import { isAtLeastVersion } from './support/version.ts';

const PATH = ['securityContext', 'runAsNonRoot'] as const;

export const runAsNonRoot = kubernetesRule(
  {
    id: 'kubernetes/run-as-non-root',
    title: 'Container may run as root',
    why: 'Root in a container is root for the kernel, so one flaw in the runtime hands over the node. Set `runAsNonRoot: true` once in the security context of the pod; the kubelet then refuses to start a container whose image runs as root. A `runAsUser` other than 0 serves as well.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted', 'nsa', 'cis'],
    messages: {
      pod: 'Nothing keeps {workload} from running as root. Set `runAsNonRoot: true` in the security context of the pod.',
      container: 'Nothing keeps container `{container}` from running as root. Set `runAsNonRoot: true` in its security context.',
      disabled: '`runAsNonRoot: false` lets {subject} run as root. Set it to true.',
      root: '`runAsUser: 0` runs {subject} as root. Choose another user.',
    },
    aliases: [
      'checkov:CKV_K8S_23',
      'gatekeeper:psp/users',
      'kics:containers_running_as_root',
      'kics:root_containers_admitted',
      'kube-linter:run-as-non-root',
      'kubescape:non-root-containers',
      'kyverno:require-run-as-nonroot',
      'polaris:runAsRootAllowed',
      'psa:runasnonroot',
      'trivy:KSV-0012',
    ],
    references: ['PSS restricted runAsNonRoot', 'CIS Kubernetes 5.2.7', 'NSA', 'CWE-250'],
    fix: 'suggested',
    since: '0.1.0',
    status: 'stable',
  },
  function* (context) {
    const silent: Target[] = [];
    const said = new Set<YamlScalar>();
    for (const target of targetsOf(context.model)) {
      const { workload, container, name } = target;
      if (workload.isWindows || (workload.hasUserNamespace && isAtLeastVersion(context.env.kubernetesVersion, 35))) continue;
      const nonRoot = effectiveBoolean(workload, container, 'runAsNonRoot');
      const user = effectiveNumber(workload, container, 'runAsUser');
      if (nonRoot === 'unknown' || user === 'unknown') continue;
      // User 0 is wrong under `runAsNonRoot: true` as well: the kubelet refuses to start the container.
      if (user ? user.value !== 0 : nonRoot?.value === true) continue;
      const wrong = user ?? nonRoot;
      if (!wrong) silent.push(target);
      else if (!said.has(wrong.node)) {
        said.add(wrong.node);
        const subject = wrong.from === 'pod' ? workload.title : `container \`${name}\``;
        const edits = replaceScalar(editSource(context.file, workload.resource), wrong.node, user ? '1000' : 'true');
        const fixes = fixOf(user ? 'Run as user 1000' : 'Set `runAsNonRoot: true`', 'suggested', edits);
        yield { message: user ? 'root' : 'disabled', data: { subject }, span: wrong.node.span, fixes, key: container.key };
      }
    }
    yield* silentOnes(context, silent);
  },
);

/** One finding for a pod of which no container says anything, otherwise one for each container that does not. */
function* silentOnes({ file }: Context<'kubernetes'>, targets: readonly Target[]) {
  const byWorkload = new Map<Workload, Target[]>();
  for (const target of targets) byWorkload.set(target.workload, [...(byWorkload.get(target.workload) ?? []), target]);
  for (const [workload, group] of byWorkload) {
    if (workload.isPartial || group.some(({ container }) => container.isPartial)) continue;
    const source = editSource(file, workload.resource);
    if (group.length === workload.containers.length) {
      const fixes = fixOf(
        'Set `runAsNonRoot: true` for the pod',
        'suggested',
        setPath(source, workload.spec, PATH, 'true', 'containers'),
      );
      yield { message: 'pod', data: { workload: workload.title }, span: podPlace(workload), fixes, key: workload.key } as const;
    } else {
      for (const { container, name } of group) {
        const fixes = fixOf('Set `runAsNonRoot: true`', 'suggested', setPath(source, container.node, PATH, 'true'));
        const span = placeOf(lookup(container.node, ...PATH), container);
        yield { message: 'container', data: { container: name }, span, fixes, key: container.key } as const;
      }
    }
  }
}

function podPlace({ spec, specKey }: Workload): Span {
  const found = lookup(spec, ...PATH);
  return (found.state === 'absent' ? found.near : undefined) ?? specKey;
}
