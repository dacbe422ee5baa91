import { kubernetesRule } from '../../engine/rule.ts';
import { effectiveString } from '../../model/kubernetes/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { hasSeccompAnnotation } from './support/profile-annotations.ts';
import { UNCONFINED_SECCOMP } from './support/seccomp.ts';
import { forbiddenSettings } from './support/security-field.ts';
import { type Target, targetsOf } from './support/targets.ts';
import { type InheritedSetting, unsetInherited } from './support/unset-setting.ts';
import { summedUpBy } from './support/summed-up-by.ts';

const SETTING: InheritedSetting = {
  path: ['securityContext', 'seccompProfile', 'type'],
  value: 'RuntimeDefault',
  title: 'Set `seccompProfile.type: RuntimeDefault`',
};

export const seccompProfile = kubernetesRule(
  {
    id: 'kubernetes/seccomp-profile',
    title: 'No seccomp profile',
    why: 'Unless the kubelet is told otherwise, a container without a seccomp profile may make every system call, and exploits of the kernel begin with rare ones. Set `seccompProfile.type: RuntimeDefault` once in the security context of the pod. Few programs notice. The Restricted Pod Security Standard demands it.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-restricted', 'cis'],
    messages: {
      pod: 'No seccomp profile limits the system calls of {workload}. Set `seccompProfile.type: RuntimeDefault` in the security context of the pod.',
      container:
        'No seccomp profile limits the system calls of container `{container}`. Set `seccompProfile.type: RuntimeDefault` in its security context.',
      set: 'The seccomp profile `{profile}` lets {subject} make every system call. Use `RuntimeDefault`.',
    },
    aliases: [
      'checkov:CKV_K8S_31',
      'gatekeeper:psp/seccompv2',
      'kics:seccomp_profile_is_not_configured',
      'kube-score:Container Seccomp Profile',
      'kubescape:set-seccomp-profile',
      'kubescape:set-seccomp-profile-RuntimeDefault',
      'kyverno:restrict-seccomp-strict',
      'psa:seccompprofile_restricted',
      'trivy:KSV-0030',
      'trivy:KSV-0104',
    ],
    references: [
      'PSS restricted seccompProfile',
      'CIS Kubernetes 5.7.2',
      'CWE-693',
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    ],
    fix: 'suggested',

    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { holder, value, span, fixes, key } of forbiddenSettings(context, UNCONFINED_SECCOMP)) {
      if (holder.workload.isWindows) continue;
      const cause = summedUpBy('kubernetes/seccomp-unconfined');
      yield { message: 'set', data: { profile: value, subject: holder.subject }, span, fixes, key, ...cause };
    }
    const silent: Target[] = [];
    for (const target of targetsOf(context.model)) {
      const { workload, container } = target;
      if (workload.isWindows || hasSeccompAnnotation(target)) continue;
      if (effectiveString(workload, container, 'seccompProfile', 'type') === undefined) silent.push(target);
    }
    yield* unsetInherited(context, silent, SETTING);
  }),
);
