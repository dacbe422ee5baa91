import { istioMtls } from '../../../server/src/rules/kubernetes/istio-mtls.ts';
import { testRule } from '../../support/rule-tester.ts';

const peer = (spec: string, version = 'v1'): string =>
  `apiVersion: security.istio.io/${version}\nkind: PeerAuthentication\nmetadata:\n  name: web\nspec:\n${spec}`;
const destination = (spec: string, host = 'web.shop.svc.cluster.local'): string =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: web\nspec:\n  host: ${host}\n${spec}`;
const ACCEPTS = 'PeerAuthentication `web` lets pods take traffic without mutual TLS. Set `mode: STRICT`.';
const SENDS = 'DestinationRule `web` sends traffic without TLS. Set `mode: ISTIO_MUTUAL`.';

testRule(istioMtls, {
  clean: [
    peer('  mtls:\n    mode: STRICT\n'),
    peer('  mtls:\n    mode: UNSET\n'),
    peer('  mtls: {}\n'),
    peer('  mtls:\n    mode: {{ .Values.mode }}\n'),
    peer('  mtls:\n    mode:\n'),
    destination('  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }\n'),
    destination('  trafficPolicy: { tls: { mode: SIMPLE } }\n'),
    destination('  trafficPolicy: { tls: { mode: DISABLE } }\n', 'kubernetes.default.svc.cluster.local'),
    'apiVersion: example.com/v1\nkind: PeerAuthentication\nspec:\n  mtls: { mode: DISABLE }\n',
  ],
  caught: [
    {
      code: peer('  mtls:\n    mode: ⟦PERMISSIVE⟧ # for now\n'),
      says: ACCEPTS,
      fixed: peer('  mtls:\n    mode: STRICT # for now\n'),
    },
    {
      code: peer('  mtls: { mode: ⟦DISABLE⟧ }\n', 'v1beta1'),
      says: ACCEPTS,
      fixed: peer('  mtls: { mode: STRICT }\n', 'v1beta1'),
    },
    {
      code: peer('  mtls: { mode: STRICT }\n  portLevelMtls:\n    8080: { mode: ⟦"DISABLE"⟧ }\n    9090: { mode: STRICT }\n'),
      says: ACCEPTS,
      fixed: peer('  mtls: { mode: STRICT }\n  portLevelMtls:\n    8080: { mode: "STRICT" }\n    9090: { mode: STRICT }\n'),
    },
    {
      code: destination(
        '  trafficPolicy:\n    tls:\n      mode: ⟦DISABLE⟧\n    portLevelSettings:\n      - port: { number: 80 }\n        tls: { mode: ⟦DISABLE⟧ }\n',
      ),
      says: [SENDS, SENDS],
      fixed: destination(
        '  trafficPolicy:\n    tls:\n      mode: ISTIO_MUTUAL\n    portLevelSettings:\n      - port: { number: 80 }\n        tls: { mode: ISTIO_MUTUAL }\n',
      ),
    },
    {
      code: destination('  subsets:\n    - name: v1\n      trafficPolicy: { tls: { mode: ⟦DISABLE⟧ } }\n', '{{ .Values.host }}'),
      says: SENDS,
      fixed: destination(
        '  subsets:\n    - name: v1\n      trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }\n',
        '{{ .Values.host }}',
      ),
    },
    {
      path: 'peer.json',
      code: '{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication", "metadata": {"name": "web"}, "spec": {"mtls": {"mode": ⟦"PERMISSIVE"⟧}}}',
      says: ACCEPTS,
      fixed:
        '{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication", "metadata": {"name": "web"}, "spec": {"mtls": {"mode": "STRICT"}}}',
    },
  ],
});
