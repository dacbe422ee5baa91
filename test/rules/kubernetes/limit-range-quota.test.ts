import { limitRangeQuota } from '../../../server/src/rules/kubernetes/limit-range-quota.ts';
import { testRule } from '../../support/rule-tester.ts';
import { pod } from './pods.ts';

const namespace = (name = 'shop') => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;
const other = (kind: string, name = 'shop') =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: x, namespace: ${name} }\nspec: {}\n`;
const range = (name: string) =>
  `Namespace \`${name}\` has no LimitRange here, so containers without limits are unlimited. Add one.`;
const quota = (name: string) =>
  `Namespace \`${name}\` has no ResourceQuota here, so what it takes of the cluster is unlimited. Add one.`;

testRule(limitRangeQuota, {
  clean: [
    namespace() + other('LimitRange') + other('ResourceQuota'),
    namespace('{{ .Values.namespace }}'),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: shop }\nspec: {}\n',
    pod('containers: []\n').replace('name: web', 'name: web\n  namespace: shop') + other('LimitRange') + other('ResourceQuota'),
    pod('containers: []\n') + other('LimitRange', 'default') + other('ResourceQuota', 'default'),
  ],
  caught: [
    { code: namespace('⟦shop⟧') + other('LimitRange'), says: quota('shop') },
    { code: namespace('⟦shop⟧') + other('ResourceQuota'), says: range('shop') },
    {
      code:
        namespace() + other('LimitRange') + other('ResourceQuota') + '---\n' + namespace('⟦lab⟧') + other('LimitRange', 'lab'),
      says: quota('lab'),
    },
    {
      code: pod('containers: []\n').replace('name: web', 'name: web\n  namespace: ⟦shop⟧') + other('ResourceQuota'),
      says: range('shop'),
    },
    { code: pod('containers: []\n').replace('web', '⟦web⟧') + other('LimitRange', 'default'), says: quota('default') },
  ],
});
