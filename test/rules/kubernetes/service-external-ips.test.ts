import { serviceExternalIps } from '../../../server/src/rules/kubernetes/service-external-ips.ts';
import { testRule } from '../../support/rule-tester.ts';

const service = (spec: string): string => `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n${spec}`;
const says = 'Service `web` takes the traffic of external IPs, which need not be its own. Delete `externalIPs`.';

testRule(serviceExternalIps, {
  clean: [
    service('  ports: []\n'),
    service('  ports: []\n  externalIPs: []\n'),
    service('  ports: []\n  externalIPs:\n'),
    service('  ports: []\n  externalIPs: {{ .Values.ips }}\n'),
    service('  ports: []\n  externalIPs: 1.2.3.4\n'),
    service('  ports: []\n  # externalIPs: [1.2.3.4]\n'),
    'apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  externalIPs: [1.2.3.4]\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  externalIPs: a\n',
  ],
  caught: [
    {
      code: service('  ⟦externalIPs⟧:\n    - 80.11.12.10 # ours\n  ports:\n    - port: 80\n'),
      says,
      fixed: service('  ports:\n    - port: 80\n'),
    },
    {
      code: service('    ports:\n    - port: 80\n    ⟦externalIPs⟧: [1.2.3.4, 1.2.3.5]\n'),
      says,
      fixed: service('    ports:\n    - port: 80\n'),
    },
    {
      code: service('  ports: []\n  ⟦externalIPs⟧:\n    - {{ .Values.ip }}\n'),
      says,
      fixed: service('  ports: []\n'),
    },
    {
      path: 'service.json',
      code: '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [], ⟦"externalIPs"⟧: ["::1"]}}]}',
      says,
      fixed:
        '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": []}}]}',
    },
  ],
});
