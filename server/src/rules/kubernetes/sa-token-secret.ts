import { kubernetesRule, type Problem } from '../../engine/rule.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf } from '../../model/yaml/index.ts';
import { isServiceAccount } from './support/service-accounts.ts';
import { titleOf, keyOfResource } from './support/resource-title.ts';

const MESSAGES = {
  secret: '{secret} is a token of a ServiceAccount that never expires. Ask for short-lived ones with the TokenRequest API.',
  listed: 'The ServiceAccount `{account}` keeps the token `{token}` in a Secret, where it never expires. Remove it.',
} as const;

/** How controllers before 1.24 named the Secrets that they made: the account's name, `-token-` and five letters. */
const TOKEN = '-token-';

export const saTokenSecret = kubernetesRule(
  {
    id: 'kubernetes/sa-token-secret',
    title: 'Long-lived token of a ServiceAccount',
    why: 'A Secret of the type `kubernetes.io/service-account-token` holds a token without an end, which whoever may read Secrets can use from anywhere. Since 1.24 Kubernetes makes none by itself. Pods get short-lived tokens from the kubelet; other programs ask with `kubectl create token` or the TokenRequest API.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: MESSAGES,
    aliases: ['kyverno:check-serviceaccount-secrets', 'kyverno:deny-secret-service-account-token-type'],
    references: [
      'CIS Kubernetes 5.1',
      'https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials',
      'CWE-613',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const resource of model.resources) {
      if (resource.kind === 'Secret' && resource.group === '') yield* secret(resource);
      if (isServiceAccount(resource)) yield* listed(resource);
    }
  },
);

function* secret(resource: Resource): Generator<Problem<typeof MESSAGES>> {
  const type = asScalar(at(resource.node, 'type'));
  if (type?.text !== 'kubernetes.io/service-account-token') return;
  yield { message: 'secret', data: { secret: titleOf(resource) }, span: type.span, key: keyOfResource(resource) };
}

function* listed({ name = 'without a name', namespace = '', node }: Resource): Generator<Problem<typeof MESSAGES>> {
  for (const item of itemsOf(at(node, 'secrets'))) {
    const token = asScalar(at(item, 'name'));
    if (!token?.text.includes(TOKEN)) continue;
    const data = { account: name, token: token.text };
    yield { message: 'listed', data, span: token.span, key: `ServiceAccount/${namespace}/${name}/${token.text}` };
  }
}
