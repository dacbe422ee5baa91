import { rbacWebhookConfig } from '../../../server/src/rules/kubernetes/rbac-webhook-config.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, which see and change what others create. Narrow it to its own by \`resourceNames\`.`;
const common = rightCases({
  group: 'admissionregistration.k8s.io',
  resource: 'mutatingwebhookconfigurations',
  verb: 'patch',
  says: (title) => says('change admission webhooks', title),
  kind: 'ClusterRole',
});

testRule(rbacWebhookConfig, {
  clean: [
    ...common.clean,
    role(rule('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'get, list, watch')),
    role(rule('admissionregistration.k8s.io', 'validatingwebhookconfigurations', 'update', '  resourceNames: [mine]\n')),
    role(rule('admissionregistration.k8s.io', 'validatingadmissionpolicies', 'update')),
  ],
  caught: [
    ...common.caught,
    {
      code: role(rule('admissionregistration.k8s.io', '⟦validatingwebhookconfigurations⟧', 'create')),
      says: says('change admission webhooks'),
    },
    {
      code: role(rule('admissionregistration.k8s.io', '⟦validatingwebhookconfigurations⟧', 'deletecollection')),
      says: says('change admission webhooks'),
    },
    {
      code: role(
        rule('admissionregistration.k8s.io', '⟦validatingwebhookconfigurations⟧, mutatingwebhookconfigurations', 'get, delete'),
      ),
      says: says('change admission webhooks'),
    },
  ],
});
