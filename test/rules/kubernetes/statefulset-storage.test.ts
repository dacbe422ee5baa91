import { statefulsetStorage } from '../../../server/src/rules/kubernetes/statefulset-storage.ts';
import { testRule } from '../../support/rule-tester.ts';
import { replicated } from './replicated.ts';

const stateful = (claim: string) =>
  replicated(`volumeClaimTemplates:\n  - metadata: { name: data }\n    spec: ${claim}\n`, '', 'StatefulSet');
const claim = (spec: string) => `---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: ${spec}\n`;
const mounts = 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }\n';
const unsized = 'The claim `data` requests no storage, so Kubernetes rejects it. Set `resources.requests.storage`.';
const size = 'resources: { requests: { storage: 1Gi } }';
const many = (mode: string) =>
  `Each pod of StatefulSet \`web\` has its own claim \`data\`, so \`${mode}\` is more than it needs. \`ReadWriteOnce\` is enough.`;
const shared = (name: string) =>
  `All 3 pods of Deployment \`web\` mount the claim \`${name}\`, which only one node can mount at a time. Use \`ReadWriteMany\`, or a StatefulSet with \`volumeClaimTemplates\`.`;

testRule(statefulsetStorage, {
  clean: [
    stateful(`{ accessModes: [ReadWriteOnce], ${size} }`),
    stateful(`{ accessModes: [ReadWriteOncePod], ${size} }`),
    stateful(`{ accessModes: {{ .modes }}, ${size} }`),
    stateful(`{ accessModes: [ReadWriteOnce, ReadWriteMany], ${size} }`),
    claim(`{ accessModes: [ReadWriteMany], ${size} }`),
    // A patch.
    claim('{ storageClassName: fast }'),
    replicated('replicas: 3\n', mounts),
    replicated('replicas: 3\n', mounts) + claim(`{ accessModes: [ReadWriteMany], ${size} }`),
    replicated('replicas: 1\n', mounts) + claim(`{ accessModes: [ReadWriteOnce], ${size} }`),
    replicated('replicas: {{ .n }}\n', mounts) + claim(`{ accessModes: [ReadWriteOnce], ${size} }`),
  ],
  caught: [
    { code: stateful('{ accessModes: [ReadWriteOnce] }').replace(/spec(?=: { acc)/, '⟦spec⟧'), says: unsized, severity: 'high' },
    { code: stateful('{ accessModes: [ReadWriteOnce], resources: { ⟦requests⟧: {} } }'), says: unsized, severity: 'high' },
    { code: claim('{ accessModes: [ReadWriteOnce] }').replace('spec', '⟦spec⟧'), says: unsized, severity: 'high' },
    {
      code: stateful(`{ ${size} }`).replace(/spec(?=: { res)/, '⟦spec⟧'),
      says: 'The claim `data` has no `accessModes`, so Kubernetes rejects it. `ReadWriteOnce` is the usual one.',
      severity: 'high',
    },
    { code: stateful(`{ accessModes: [⟦ReadWriteMany⟧], ${size} }`), says: many('ReadWriteMany') },
    { code: stateful(`{ accessModes: [⟦ReadOnlyMany⟧, ReadWriteMany], ${size} }`), says: many('ReadOnlyMany') },
    {
      code:
        replicated('replicas: 3\n', mounts.replace('claimName: data', 'claimName: ⟦data⟧')) +
        claim(`{ accessModes: [ReadWriteOnce], ${size} }`),
      says: shared('data'),
      severity: 'low',
    },
  ],
});
