import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, type Container, effectiveBoolean, effectiveNumber, type Workload } from '../../model/kubernetes/index.ts';
import { replaceScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { hardenContainer } from './support/harden.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isRootHarmless } from './support/security-context.ts';
import { type Target, targetsOf } from './support/targets.ts';
import { type InheritedSetting, unsetInherited } from './support/unset-setting.ts';
import { summedUpBy } from './support/summed-up-by.ts';

const SETTING: InheritedSetting = {
  path: ['securityContext', 'runAsNonRoot'],
  value: 'true',
  title: 'Set `runAsNonRoot: true`',
};

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
  oncePerSpan(function* (context) {
    const silent: Target[] = [];
    for (const target of targetsOf(context.model)) {
      const { workload, container, name } = target;
      if (workload.isWindows || isRootHarmless(workload, context.env.kubernetesVersion)) continue;
      const nonRoot = effectiveBoolean(workload, container, 'runAsNonRoot');
      const user = effectiveNumber(workload, container, 'runAsUser');
      if (nonRoot === 'unknown' || user === 'unknown') continue;
      // User 0 is wrong under `runAsNonRoot: true` as well: the kubelet refuses to start the container.
      if (user ? user.value !== 0 : nonRoot?.value === true) continue;
      const wrong = user ?? nonRoot;
      if (!wrong) {
        silent.push(target);
        continue;
      }
      const subject = wrong.from === 'pod' ? workload.title : `container \`${name}\``;
      const edits = replaceScalar(editSource(context.file, workload.resource), wrong.node, user ? '1000' : 'true');
      const first = fixOf(user ? 'Run as user 1000' : 'Set `runAsNonRoot: true`', 'suggested', edits);
      const fixes = wrong.from === 'pod' ? first : [...first, ...hardenContainer(context, target)];
      const where = { data: { subject }, span: wrong.node.span, fixes, key: container.key };
      if (user) yield { message: 'root', ...where, ...summedUpBy('kubernetes/run-as-user-root') };
      else yield { message: 'disabled', ...where };
    }
    yield* unsetInherited(context, silent, SETTING);
    for (const workload of context.model.workloads) yield* overridden(context, workload);
  }),
);

/** Pod Security admission refuses a pod that says false, although each of its containers says true. */
function* overridden({ file, env }: Context<'kubernetes'>, workload: Workload) {
  const { spec, containers, resource, title, key, isWindows } = workload;
  const setting = booleanAt(spec, 'securityContext', 'runAsNonRoot');
  if (isWindows || isRootHarmless(workload, env.kubernetesVersion) || setting === undefined || setting === 'unknown') return;
  const isTrue = (container: Container): boolean => {
    const own = booleanAt(container.node, 'securityContext', 'runAsNonRoot');
    return own !== undefined && own !== 'unknown' && own.value;
  };
  if (setting.value || containers.length === 0 || !containers.every(isTrue)) return;
  const edits = replaceScalar(editSource(file, resource), setting.node, 'true');
  const fixes = fixOf('Set `runAsNonRoot: true`', 'suggested', edits);
  yield { message: 'disabled', data: { subject: title }, span: setting.node.span, severity: 'low', fixes, key } as const;
}
