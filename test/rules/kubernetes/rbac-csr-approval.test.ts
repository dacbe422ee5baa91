import { rbacCsrApproval } from '../../../server/src/rules/kubernetes/rbac-csr-approval.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right} and so become any user. Leave that to administrators or to a signer of your own.`;
const common = rightCases({
  group: 'certificates.k8s.io',
  resource: 'certificatesigningrequests/approval',
  verb: 'update',
  says: (title) => says('approve requests for certificates', title),
  kind: 'ClusterRole',
});

testRule(rbacCsrApproval, {
  clean: [
    ...common.clean,
    role(rule('certificates.k8s.io', 'certificatesigningrequests', 'create, get, list, watch, update')),
    role(rule('certificates.k8s.io', 'signers', 'approve', '  resourceNames: [issuers.cert-manager.io/*]\n')),
    role(rule('cert-manager.io', 'signers', 'approve')),
    role(rule('certificates.k8s.io', 'certificatesigningrequests/approval', 'get')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('certificates.k8s.io', '⟦signers⟧', 'approve')), says: says('approve certificates of every signer') },
    { code: role(rule('certificates.k8s.io', '⟦signers⟧', 'sign')), says: says('sign certificates as every signer') },
    {
      code: role(rule('certificates.k8s.io', '⟦signers⟧', 'approve', '  resourceNames: [kubernetes.io/kube-apiserver-client]\n')),
      says: says('approve certificates of every signer'),
    },
    {
      code: role(rule('certificates.k8s.io', '⟦certificatesigningrequests/approval⟧', 'patch')),
      says: says('approve requests for certificates'),
    },
  ],
});
