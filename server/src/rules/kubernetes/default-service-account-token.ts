import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt } from '../../model/kubernetes/index.ts';
import { setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { DEFAULT_ACCOUNT, isServiceAccount, keepsToken } from './support/service-accounts.ts';

const FIELD = 'automountServiceAccountToken';

export const defaultServiceAccountToken = kubernetesRule(
  {
    id: 'kubernetes/default-service-account-token',
    title: 'Token of the default ServiceAccount mounted',
    why: 'Every pod that names no ServiceAccount runs as `default` of its namespace, so a right that is given to it is given to all of them. Keep its token out of the pods with `automountServiceAccountToken: false`, and give each program that uses the API an account of its own.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      mounted: 'Pods that name no ServiceAccount mount the token of `default`. Set `automountServiceAccountToken: false`.',
    },
    aliases: ['checkov:CKV_K8S_41', 'kubescape:automount-default-service-account'],
    references: ['CIS Kubernetes 5.1.5', 'CWE-668'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of model.resources) {
      const { name, namespace = '', node, nameSpan, isPartial } = resource;
      if (!isServiceAccount(resource) || name !== DEFAULT_ACCOUNT || !keepsToken(node)) continue;
      const setting = booleanAt(node, FIELD);
      if (setting === undefined && isPartial) continue;
      yield {
        message: 'mounted',
        span: setting === undefined || setting === 'unknown' ? nameSpan : setting.node.span,
        fixes: fixOf(`Set \`${FIELD}: false\``, 'suggested', setPath(editSource(file, resource), node, [FIELD], 'false')),
        key: `ServiceAccount/${namespace}/${name}`,
      };
    }
  },
);
