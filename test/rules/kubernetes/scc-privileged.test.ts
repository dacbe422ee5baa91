import { sccPrivileged } from '../../../server/src/rules/kubernetes/scc-privileged.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, pod } from './pods.ts';

const scc = (body: string, apiVersion = 'security.openshift.io/v1') =>
  `apiVersion: ${apiVersion}\nkind: SecurityContextConstraints\nmetadata:\n  name: mine\n${body}`;
const privileged = 'SecurityContextConstraints `mine` allows privileged containers. Set `allowPrivilegedContainer: false`.';
const anyUser = 'SecurityContextConstraints `mine` lets containers run as root. Use `MustRunAsRange` or `MustRunAsNonRoot`.';

testRule(sccPrivileged, {
  clean: [
    scc('allowPrivilegedContainer: false\nrunAsUser:\n  type: MustRunAsRange\n'),
    scc('allowPrivilegedContainer: false\nrunAsUser: { type: MustRunAsNonRoot }\nseLinuxContext: { type: RunAsAny }\n'),
    scc('allowPrivilegedContainer: {{ .Values.privileged }}\n'),
    scc('allowPrivilegedContainer: "true"\n'),
    scc('allowPrivilegedContainer: true\n', 'example.com/v1'),
    pod(app),
  ],
  caught: [
    {
      code: scc('allowPrivilegedContainer: ⟦true⟧ # node agent\nusers: []\n'),
      says: privileged,
      fixed: scc('allowPrivilegedContainer: false # node agent\nusers: []\n'),
    },
    {
      code: scc('allowPrivilegedContainer: ⟦yes⟧\n', 'v1'),
      says: privileged,
      fixed: scc('allowPrivilegedContainer: false\n', 'v1'),
    },
    {
      code: scc('allowPrivilegedContainer: false\nrunAsUser:\n  type: ⟦RunAsAny⟧\n'),
      says: anyUser,
      severity: 'medium',
      fixed: scc('allowPrivilegedContainer: false\nrunAsUser:\n  type: MustRunAsRange\n'),
      alternatives: { 'Use `MustRunAsNonRoot`': scc('allowPrivilegedContainer: false\nrunAsUser:\n  type: MustRunAsNonRoot\n') },
    },
    {
      path: 'scc.json',
      code: '{"apiVersion": "security.openshift.io/v1", "kind": "SecurityContextConstraints", "metadata": {"name": "mine"}, "allowPrivilegedContainer": ⟦true⟧}',
      says: privileged,
      fixed:
        '{"apiVersion": "security.openshift.io/v1", "kind": "SecurityContextConstraints", "metadata": {"name": "mine"}, "allowPrivilegedContainer": false}',
    },
  ],
});
