import { metadataEndpoint } from '../../../server/src/rules/kubernetes/metadata-endpoint.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, pod } from './pods.ts';

const block = 'NetworkPolicy `web` lets pods reach the metadata service of the cloud. Add `except: [169.254.169.254/32]`.';
const everywhere =
  'NetworkPolicy `web` lets pods reach every address, the metadata service of the cloud included. Name the destinations.';
const asks = 'Container `app` asks the metadata service of the cloud. Give the workload an identity of its own instead.';
const policy = (egress: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n  egress:\n    ${egress.replaceAll('\n', '\n    ')}\n`;
const app = (fields: string) => `containers:\n  - name: app\n    image: a:1\n    ${fields.replaceAll('\n', '\n    ')}\n`;

testRule(metadataEndpoint, {
  clean: [
    policy('- to:\n    - ipBlock: { cidr: 10.0.0.0/8 }'),
    policy('- to:\n    - ipBlock:\n        cidr: 0.0.0.0/0\n        except: [ 169.254.169.254/32 ]'),
    policy('- to:\n    - ipBlock:\n        cidr: 0.0.0.0/0\n        except: [ 10.0.0.0/8, 169.254.0.0/16 ]'),
    policy('- to:\n    - ipBlock:\n        cidr: 0.0.0.0/0\n        except: [ {{ .metadata }} ]'),
    policy('- to:\n    - ipBlock:\n        cidr: {{ .cidr }}'),
    policy('- to:\n    - ipBlock: { cidr: ::/0 }'),
    policy('- to:\n    - namespaceSelector: {}'),
    policy('- ports:\n    - { port: 53, protocol: UDP }\n    - { port: 443 }'),
    policy('- ports:\n    - port: {{ .port }}'),
    policy('- to:\n    - ipBlock: { cidr: 0.0.0.0/0 }\n  ports:\n    - { port: 443, protocol: TCP }'),
    policy('- {}').replace('egress', 'ingress'),
    policy('[]').replace('\n    []', ' []'),
    pod(app('args: [ --ip=1169.254.169.254, 169.254.169.2540 ]')),
    pod(app('env:\n  - name: A\n    value: {{ .a }}')),
  ],
  caught: [
    { code: policy('- to:\n    - ipBlock:\n        cidr: ⟦0.0.0.0/0⟧ # why'), says: block },
    { code: policy('- to:\n    - ipBlock: { cidr: ⟦"169.254.0.0/16"⟧, except: [ 169.254.170.0/24 ] }'), says: block },
    {
      code: policy('- to:\n    - ipBlock: { cidr: ⟦169.254.169.254/32⟧ }\n  ports:\n    - { port: 1, endPort: 1024 }'),
      says: block,
    },
    { code: policy('- ⟦{}⟧'), says: everywhere },
    { code: policy('- ⟦ports⟧:\n    - port: 80'), says: everywhere },
    { code: pod(app('env:\n  - name: URL\n    value: http://⟦169.254.169.254⟧/latest')), says: asks },
    { code: deployment(app('command: [ curl, "http://⟦metadata.google.internal⟧/computeMetadata/v1/" ]')), says: asks },
    {
      path: 'policy.json',
      code: '{"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": {"name": "web"}, "spec": {"egress": [{"to": [{"ipBlock": {"cidr": ⟦"0.0.0.0/0"⟧}}]}]}}',
      says: block,
    },
  ],
});
