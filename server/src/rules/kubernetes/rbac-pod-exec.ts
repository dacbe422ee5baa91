import { roleRule } from './support/role-permission.ts';

const RUN = ['create', 'get', 'update', 'patch'];

export const rbacPodExec = roleRule(
  {
    id: 'kubernetes/rbac-pod-exec',
    title: 'Role runs commands in pods',
    why: 'A command in a running container has its files, its network and the token of its ServiceAccount, and leaves no trace in the manifest. `pods/exec` and `pods/attach` need only `create` (and `get` over web sockets); an ephemeral container does the same. Leave it to people who debug, for as long as they do.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'nsa'],
    messages: { granted: '{role} may {right}, with all that these may do. Leave it to people who debug.' },
    aliases: [
      'checkov:CKV2_K8S_2',
      'kics:rbac_roles_with_attach_permission',
      'kics:rbac_roles_with_exec_permission',
      'kubescape:exec-into-container-v1',
      'polaris:clusterrolePodExecAttach',
      'polaris:clusterrolebindingPodExecAttach',
      'polaris:rolePodExecAttach',
      'polaris:rolebindingClusterRolePodExecAttach',
      'polaris:rolebindingRolePodExecAttach',
      'trivy:KSV-0053',
      'trivy:KSV-0054',
    ],
    references: ['NSA', 'CWE-250', 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    { groups: [''], resources: ['pods/exec'], verbs: RUN, allows: 'run commands in pods' },
    { groups: [''], resources: ['pods/attach'], verbs: RUN, allows: 'attach to the processes of pods' },
    {
      groups: [''],
      resources: ['pods/ephemeralcontainers'],
      verbs: ['update', 'patch'],
      allows: 'add containers to running pods',
    },
    { groups: [''], resources: [], verbs: ['create'], allows: 'run commands in pods', throughEveryResource: true },
  ],
);
