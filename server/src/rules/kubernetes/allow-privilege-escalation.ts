import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, type Container, lookup } from '../../model/kubernetes/index.ts';
import { requiredBoolean } from './support/boolean-field.ts';
import { addedCapabilities, capabilityName, dropsAll } from './support/capabilities.ts';
import { hardenContainer } from './support/harden.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { coveredBySecurityContextMissing } from './support/security-context.ts';
import { targetsOf } from './support/targets.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const allowPrivilegeEscalation = kubernetesRule(
  {
    id: 'kubernetes/allow-privilege-escalation',
    title: 'Container may gain privileges',
    why: '`allowPrivilegeEscalation` is true unless a manifest says otherwise, so a setuid program in the image can raise a process above the user it started as. Set it to false, which the Restricted Pod Security Standard demands. Only programs such as `sudo` and `ping` need it. Kubernetes rejects false together with `privileged` or `CAP_SYS_ADMIN`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted', 'nsa', 'cis'],
    messages: {
      allowed: 'Container `{container}` allows its processes to gain privileges. Set `allowPrivilegeEscalation: false`.',
      unset:
        'Container `{container}` does not forbid its processes to gain privileges, and the default allows it. Set `allowPrivilegeEscalation: false`.',
      implied: 'Container `{container}` has {privilege}, with which its processes gain every privilege. Remove it.',
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
      const setting = booleanAt(container.node, 'securityContext', 'allowPrivilegeEscalation');
      if (setting === 'unknown') continue;
      const power = overridingPower(container);
      const together = power ? hardenContainer(context, target) : [];
      if (power?.isRefused && setting?.value === false) {
        yield { message: 'conflict', data: { ...data, privilege: power.text }, span: setting.node.span, fixes: together, key };
      } else if (power) {
        // Setting it to false would help nothing, and may make Kubernetes refuse the container; the power has to go first.
        const cause = summedUpBy(power.rule);
        if (setting?.value) yield { message: 'allowed', data, span: setting.node.span, fixes: together, key, ...cause };
        else
          yield {
            message: 'implied',
            data: { ...data, privilege: power.text },
            span: power.span,
            fixes: together,
            key,
            ...cause,
          };
      } else {
        // Without capabilities to win, a setuid program gains nothing that a correct one could rely on.
        const hit = requiredBoolean(
          context,
          target,
          'allowPrivilegeEscalation',
          false,
          dropsAll(container) ? 'safe' : 'suggested',
        );
        if (!hit) continue;
        const fixes = [...hit.fixes, ...hardenContainer(context, target)];
        const cause = hit.state === 'missing' ? coveredBySecurityContextMissing(target) : {};
        yield { message: hit.state === 'wrong' ? 'allowed' : 'unset', data, span: hit.span, fixes, key, ...cause };
      }
    }
  }),
);

/** What makes `allowPrivilegeEscalation: false` void, and whether Kubernetes refuses the two together; of the capability it knows only one spelling. */
function overridingPower({ node }: Container) {
  const found = lookup(node, 'securityContext', 'privileged');
  if (found.state === 'present' && found.node.kind === 'scalar' && found.node.value === true) {
    const { span } = found.node;
    return { text: '`privileged: true`', isRefused: true, span, rule: 'kubernetes/privileged-container' } as const;
  }
  const capability = addedCapabilities({ node }).find(({ name }) => capabilityName(name) === 'SYS_ADMIN');
  if (!capability) return undefined;
  return {
    text: `the capability \`${capability.name}\``,
    isRefused: capability.name === 'CAP_SYS_ADMIN',
    span: capability.node.span,
    rule: 'kubernetes/capability-sys-admin',
  } as const;
}
