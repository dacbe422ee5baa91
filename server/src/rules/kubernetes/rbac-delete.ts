import { DELETE } from './support/permission.ts';
import { CONTROLLERS, JOBS, PODS } from './support/workload-resources.ts';
import { roleRule } from './support/role-permission.ts';

export const rbacDelete = roleRule(
  {
    id: 'kubernetes/rbac-delete',
    title: 'Role deletes workloads or traces',
    why: 'Whoever deletes workloads stops them, and whoever deletes events and logs hides what happened before. `deletecollection` takes all of a namespace with one request. Grant it where it is needed, and narrow it by `resourceNames`.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { granted: '{role} may {right}. Narrow it by `resourceNames`, or leave it out.' },
    aliases: [
      'kubescape:rule-can-delete-k8s-events-v1',
      'kubescape:rule-excessive-delete-rights-v1',
      'trivy:KSV-0042',
      'trivy:KSV-0048',
      'trivy:KSV-0056',
    ],
    references: ['CWE-250', 'https://attack.mitre.org/techniques/T1070/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    { groups: [''], resources: ['pods/log'], verbs: DELETE, allows: 'delete logs of pods', severity: 'medium' },
    { groups: ['', 'events.k8s.io'], resources: ['events'], verbs: DELETE, allows: 'delete events, the traces of what happened' },
    { groups: [''], resources: ['namespaces'], verbs: DELETE, allows: 'delete namespaces with all that is in them' },
    { groups: [''], resources: ['secrets'], verbs: DELETE, allows: 'delete Secrets' },
    { ...PODS, verbs: DELETE, allows: 'delete pods' },
    { ...CONTROLLERS, verbs: DELETE, allows: 'delete workloads' },
    { ...JOBS, verbs: DELETE, allows: 'delete jobs' },
    { groups: [''], resources: ['services'], verbs: DELETE, allows: 'delete Services' },
    { groups: ['networking.k8s.io', 'extensions'], resources: ['ingresses'], verbs: DELETE, allows: 'delete Ingresses' },
  ],
);
