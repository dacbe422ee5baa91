import { CONTROLLERS, JOBS, PODS } from './support/workload-resources.ts';
import { roleRule } from './support/role-permission.ts';

export const rbacCreatePods = roleRule(
  {
    id: 'kubernetes/rbac-create-pods',
    title: 'Role creates pods',
    why: 'Whoever may create or change pods, directly or through a workload, chooses their ServiceAccount, volumes and nodes: that is everything that any ServiceAccount, Secret and ConfigMap of the namespace can give, and without Pod Security admission the node as well. Grant it only to what really deploys, in a namespace of its own.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      granted: '{role} may {right}, and so use every ServiceAccount and Secret of the namespace. Grant it only to what deploys.',
    },
    aliases: [
      'kics:permissive_access_to_create_pods',
      'kube-linter:access-to-create-pods',
      'kubescape:rule-can-create-pod',
      'trivy:KSV-0048',
    ],
    references: [
      'CIS Kubernetes 5.1.4',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    { ...PODS, verbs: ['create'], allows: 'create pods', throughEveryResource: true },
    { ...CONTROLLERS, verbs: ['create'], allows: 'create workloads' },
    { ...JOBS, verbs: ['create'], allows: 'create jobs' },
    { ...PODS, verbs: ['update', 'patch'], allows: 'change what pods run' },
    { ...CONTROLLERS, verbs: ['update', 'patch'], allows: 'change what workloads run' },
    { ...JOBS, verbs: ['update', 'patch'], allows: 'change what jobs run' },
  ],
);
