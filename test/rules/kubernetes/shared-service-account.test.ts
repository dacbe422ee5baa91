import { sharedServiceAccount } from '../../../server/src/rules/kubernetes/shared-service-account.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents } from './roles.ts';

const pod = (name: string, account = 'web', namespace = 'ci', kind = 'Pod'): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec:\n  serviceAccountName: ${account}\n  containers: []\n`;
const says = (name: string, other: string): string =>
  `Pod \`${name}\` runs as \`web\`, and so does Pod \`${other}\`. Give each an account of its own.`;

testRule(sharedServiceAccount, {
  clean: [
    pod('a'),
    documents(pod('a'), pod('b', 'other')),
    documents(pod('a'), pod('b', 'web', 'other')),
    documents(pod('a', 'default'), pod('b', 'default')),
    documents(pod('a', '{{ .a }}'), pod('b', '{{ .a }}')),
    documents(pod('a'), pod('a')),
    documents(pod('a'), pod('b', 'web', 'ci', 'Service')),
    { code: pod('a'), path: 'a/pod.yaml', files: { 'b/pod.yaml': pod('b') } },
  ],
  caught: [
    { code: documents(pod('a', '⟦web⟧'), pod('b', '⟦web⟧')), says: [says('a', 'b'), says('b', 'a')] },
    { code: documents(pod('a', '⟦"web"⟧'), pod('b', 'other'), pod('c', '⟦web⟧')), says: [says('a', 'c'), says('c', 'a')] },
    {
      code: documents(pod('a', '⟦web⟧'), pod('b', '⟦web⟧').replace('serviceAccountName', 'serviceAccount')),
      says: [says('a', 'b'), says('b', 'a')],
    },
    { code: pod('a', '⟦web⟧'), path: 'a/pod.yaml', files: { 'a/other.yaml': pod('b') }, says: says('a', 'b') },
  ],
});
