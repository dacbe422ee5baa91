import type { Fix } from '../../engine/fix.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Workload } from '../../model/kubernetes/index.ts';
import { hardenContainer, hardenPod } from './support/harden.ts';
import { isRootHarmless, lacksSecurityContext } from './support/security-context.ts';
import { placeOf, targetsOf } from './support/targets.ts';

export const securityContextMissing = kubernetesRule(
  {
    id: 'kubernetes/security-context-missing',
    title: 'No security context',
    why: 'Without a security context a container runs as its image likes, keeps the capabilities that the runtime hands out, may gain privileges through setuid programs, and makes every system call. Four settings close that, and most programs do not notice: `runAsNonRoot`, `allowPrivilegeEscalation`, `capabilities` and `seccompProfile`. The fix writes them as the Restricted Pod Security Standard asks.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      missing: 'Container `{container}` has no security context, and neither has its pod: it lacks {settings}. Add them.',
    },
    aliases: ['checkov:CKV_K8S_29', 'checkov:CKV_K8S_30', 'kics:pod_or_container_without_security_context', 'trivy:KSV-0118'],
    references: ['CIS Kubernetes 5.7.3', 'CWE-250', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const ofPods = new Map<Workload, readonly Fix[]>();
    for (const target of targetsOf(context.model)) {
      const { workload, container, name } = target;
      if (!lacksSecurityContext(target)) continue;
      const ofPod = ofPods.get(workload) ?? hardenPod(context, workload);
      ofPods.set(workload, ofPod);
      const users = isRootHarmless(workload, context.env.kubernetesVersion) ? '' : '`runAsNonRoot`, ';
      yield {
        message: 'missing',
        data: {
          container: name,
          settings: `${users}\`allowPrivilegeEscalation: false\`, \`capabilities.drop: [ALL]\` and \`seccompProfile\``,
        },
        span: placeOf(lookup(container.node, 'securityContext'), container),
        fixes: [...hardenContainer(context, target), ...ofPod],
        key: container.key,
      };
    }
  },
);
