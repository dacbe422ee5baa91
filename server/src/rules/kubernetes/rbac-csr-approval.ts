import { CHANGE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

const CERTIFICATES = { groups: ['certificates.k8s.io'] };
/** Those of the cluster itself: the API server trusts what they sign. */
const SIGNERS = { neverOn: ['kubernetes.io/*'] };

export const rbacCsrApproval = roleRule(
  {
    id: 'kubernetes/rbac-csr-approval',
    title: 'Role approves certificates',
    why: 'The cluster trusts client certificates that it signed itself, so who approves requests for them can become any user or node, until the certificate expires: it cannot be revoked. Leave approval to administrators, or narrow `signers` to your own by `resourceNames`.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right} and so become any user. Leave that to administrators or to a signer of your own.' },
    aliases: ['checkov:CKV_K8S_156', 'kubescape:rule-can-approve-cert-signing-request', 'kyverno:restrict-clusterrole-csr'],
    references: [
      'CIS Kubernetes 5.1.11',
      'CWE-269',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    {
      ...CERTIFICATES,
      resources: ['certificatesigningrequests/approval'],
      verbs: CHANGE,
      allows: 'approve requests for certificates',
    },
    { ...CERTIFICATES, resources: ['signers'], verbs: ['approve'], allows: 'approve certificates of every signer', ...SIGNERS },
    { ...CERTIFICATES, resources: ['signers'], verbs: ['sign'], allows: 'sign certificates as every signer', ...SIGNERS },
  ],
);
