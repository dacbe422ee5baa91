import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt } from '../../model/kubernetes/index.ts';
import { requiredBoolean } from './support/boolean-field.ts';
import { addedCapabilities, dropsAll } from './support/capabilities.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { isPrivileged, targetsOf } from './support/targets.ts';

export const allowPrivilegeEscalation = kubernetesRule(
  {
    id: 'kubernetes/allow-privilege-escalation',
    title: 'Container may gain privileges',
    why: '`allowPrivilegeEscalation` is true unless a manifest says otherwise, so a setuid program in the image can raise a process above the user it started as. Set it to false, which the Restricted Pod Security Standard demands. Only programs such as `sudo` and `ping` need it. Kubernetes rejects false together with `privileged` or `SYS_ADMIN`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted', 'nsa', 'cis'],
    messages: {
      allowed: 'Container `{container}` allows its processes to gain privileges. Set `allowPrivilegeEscalation: false`.',
      unset:
        'Container `{container}` does not forbid its processes to gain privileges, and the default allows it. Set `allowPrivilegeEscalation: false`.',
      conflict:
        'Kubernetes rejects container `{container}`: `allowPrivilegeEscalation: false` contradicts {privilege}. Remove one of the two.',
    },
    aliases: [
      'checkov:CKV_K8S_20',
      'gatekeeper:psp/allow-privilege-escalation',
      'kics:privilege_escalation_allowed',
      'kube-linter:privilege-escalation-container',
      'kubescape:rule-allow-privilege-escalation',
      'kyverno:disallow-privilege-escalation',
      'polaris:privilegeEscalationAllowed',
      'psa:allowprivilegeescalation',
      'trivy:KSV-0001',
    ],
    references: ['PSS restricted allowPrivilegeEscalation', 'CIS Kubernetes 5.2.6', 'NSA', 'CWE-269'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  oncePerSpan(function* (context) {
    for (const target of targetsOf(context.model)) {
      const { container, workload, name } = target;
      if (workload.isWindows) continue;
      const data = { container: name };
      const { key } = container;
      const privileged = isPrivileged(container);
      const isAdministrator = addedCapabilities(container).some(({ name: capability }) =>
        /^(?:CAP_)?SYS_ADMIN$/.test(capability),
      );
      const setting = booleanAt(container.node, 'securityContext', 'allowPrivilegeEscalation');
      if (privileged || isAdministrator) {
        const privilege = privileged ? '`privileged: true`' : 'the capability `SYS_ADMIN`';
        if (setting !== undefined && setting !== 'unknown' && !setting.value)
          yield { message: 'conflict', data: { ...data, privilege }, span: setting.node.span, key };
        continue;
      }
      // Without capabilities to win, a setuid program gains nothing that a correct one could rely on.
      const hit = requiredBoolean(context, target, 'allowPrivilegeEscalation', false, dropsAll(container) ? 'safe' : 'suggested');
      if (hit) yield { message: hit.state === 'wrong' ? 'allowed' : 'unset', data, span: hit.span, fixes: hit.fixes, key };
    }
  }),
);
