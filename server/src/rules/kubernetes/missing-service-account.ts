import { insertion } from '../../base/edit.ts';
import { kubernetesRule } from '../../engine/rule.ts';
import { missingReferences } from './support/missing-reference.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const missingServiceAccount = kubernetesRule(
  {
    id: 'kubernetes/missing-service-account',
    title: 'ServiceAccount that no file defines',
    why: 'The API server refuses to create pods whose ServiceAccount does not exist, so a Deployment stays without pods and only its ReplicaSet’s events say why. Usually the name is misspelt, or was changed in one of two files. The check speaks only where the files deployed together define other ServiceAccounts.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: '{workload} runs as the ServiceAccount `{name}`, which no file here defines. Create it or correct the name.',
      near: '{workload} runs as the ServiceAccount `{name}`, which no file here defines. Did you mean `{near}`?',
    },
    aliases: ['kube-linter:non-existent-service-account', 'kubescape:non-existent-service-account'],
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const { file } = context;
    for (const { workload, resource, reference, near, fixes, related } of missingReferences(
      context,
      ({ use }) => use === 'account',
    )) {
      const { name, namespace } = reference;
      const data = { workload: workload?.title ?? '', name };
      const where = { span: reference.node.span, related, key: `${workload?.key ?? ''}/ServiceAccount` };
      const isAlone = /\.json$/i.test(file.path) || resource.isPartial;
      const account = accountText(name, namespace, file.eol);
      const create = {
        title: `Create the ServiceAccount \`${name}\` in this file`,
        applicability: 'suggested',
        edits: [insertion(file.text.length, `${/[\r\n]$/.test(file.text) ? '' : file.eol}${account}`)],
      } as const;
      const all = isAlone ? fixes : [...fixes, create];
      if (near?.fact.name === undefined) yield { message: 'missing', data, fixes: all, ...where };
      else yield { message: 'near', data: { ...data, near: near.fact.name }, fixes: all, ...where };
    }
  }),
);

const accountText = (name: string, namespace: string | undefined, eol: string): string =>
  [
    '---',
    'apiVersion: v1',
    'kind: ServiceAccount',
    'metadata:',
    `  name: ${name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    '',
  ].join(eol);
