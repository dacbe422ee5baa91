import { CHANGE, WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

const NETWORK = { groups: ['networking.k8s.io', 'extensions'] };
const ENDPOINTS = 'point Services at pods of its choice';

export const rbacModifyStatus = roleRule(
  {
    id: 'kubernetes/rbac-modify-status',
    title: 'Role redirects traffic of others',
    why: 'Endpoints say which pods get the traffic of a Service, and its status which addresses are taken to be its own (CVE-2020-8554, which has no patch): whoever writes them gets requests and credentials that are meant for others, also from other namespaces. Services, Ingresses and NetworkPolicies direct traffic more openly. Leave these to controllers, and narrow them by `resourceNames`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { granted: '{role} may {right}. Leave that to the controllers of the cluster.' },
    aliases: ['checkov:CKV2_K8S_4', 'gatekeeper:general/block-endpoint-edit-default-role', 'trivy:KSV-0056'],
    references: ['CVE-2020-8554', 'CWE-250', 'https://github.com/kubernetes/kubernetes/issues/97076'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    {
      groups: [''],
      resources: ['services/status'],
      verbs: ['update', 'patch'],
      allows: 'write the status of Services and so claim addresses of others (CVE-2020-8554)',
    },
    { groups: [''], resources: ['endpoints'], verbs: WRITE, allows: ENDPOINTS },
    { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: WRITE, allows: ENDPOINTS },
    { ...NETWORK, resources: ['networkpolicies'], verbs: WRITE, allows: 'open the NetworkPolicies', severity: 'low' },
    { ...NETWORK, resources: ['ingresses'], verbs: CHANGE, allows: 'change where requests from outside go', severity: 'info' },
    { groups: [''], resources: ['services'], verbs: CHANGE, allows: 'change where traffic of Services goes', severity: 'info' },
  ],
  // Kubernetes before 1.22 let everyone who edits a namespace write endpoints.
  'system:aggregate-to-edit',
);
