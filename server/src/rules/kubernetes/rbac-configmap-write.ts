import { type Right, WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

const CLUSTER: Right = {
  groups: [''],
  resources: ['configmaps'],
  verbs: WRITE,
  allows: 'change the ConfigMaps that steer the cluster (`coredns`, `aws-auth`)',
  neverOn: ['coredns', 'aws-auth'],
};

export const rbacConfigmapWrite = roleRule(
  {
    id: 'kubernetes/rbac-configmap-write',
    title: 'Role writes ConfigMaps of the cluster',
    why: 'ConfigMaps steer programs: `coredns` answers the names of the whole cluster, and `aws-auth` says who may enter it and as whom. A ClusterRole that writes ConfigMaps reaches both, and so does a Role in `kube-system`; one in another namespace changes what its neighbours do. Narrow the right to the ones that it needs by `resourceNames`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { granted: '{role} may {right}. Narrow it by `resourceNames`.' },
    aliases: ['kubescape:rule-can-update-configmap-v1', 'trivy:KSV-0049', 'trivy:KSV-0115'],
    references: ['CWE-250', 'https://attack.mitre.org/techniques/T1557/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ kind, namespace }) => {
    const isWide = kind === 'ClusterRole' || namespace === 'kube-system';
    return isWide ? [CLUSTER] : [{ ...CLUSTER, allows: 'change ConfigMaps of its namespace', severity: 'info' }];
  },
);
