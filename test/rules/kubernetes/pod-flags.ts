import type { Caught, Clean } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const containers = 'containers:\n  - name: app\n    image: a:1\n';

/** What a rule about a boolean of the pod's spec accepts and catches. */
export const podFlagCases = (
  field: string,
  says: (workload: string) => string,
): { readonly clean: readonly Clean[]; readonly caught: readonly Caught[] } => ({
  clean: [
    pod(containers),
    pod(`${field}: false\n${containers}`),
    pod(`${field}:\n${containers}`),
    pod(`${field}: "true"\n${containers}`),
    pod(`${field}: {{ .Values.flag }}\n${containers}`),
    // Not a field of a container, of the resource, or of what is no pod.
    pod(`containers:\n  - name: app\n    ${field}: true\n`),
    `apiVersion: v1\nkind: Pod\n${field}: true\nspec:\n  containers: []\n`,
    `apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  ${field}: true\n`,
    `apiVersion: v1\nkind: ConfigMap\ndata:\n  pod: |\n    ${field}: true\n`,
  ],
  caught: [
    { code: pod(`${field}: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: pod(containers) },
    {
      code: deployment(`# the agent\n${field}: ⟦on⟧\n${containers}`),
      says: says('Deployment `web`'),
      fixed: deployment(`# the agent\n${containers}`),
    },
    {
      code: cronJob(`dnsPolicy: Default\n${field}: ⟦True⟧ # why\n${containers}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`dnsPolicy: Default\n${containers}`),
    },
    { code: list(`${field}: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: list(containers) },
    {
      path: 'pod.json',
      code: `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], "${field}": ⟦true⟧}}`,
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
