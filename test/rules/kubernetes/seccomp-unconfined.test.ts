import { seccompUnconfined } from '../../../server/src/rules/kubernetes/seccomp-unconfined.ts';
import { testRule } from '../../support/rule-tester.ts';
import { annotatedDeployment, annotatedPod, app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (subject: string, profile = 'Unconfined') =>
  `The seccomp profile \`${profile}\` lets ${subject} make every system call. Use \`RuntimeDefault\`.`;
const annotation = (workload: string, profile = 'unconfined') =>
  `The seccomp annotation \`${profile}\` lets ${workload} make every system call. Use \`runtime/default\`.`;
const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/app';

testRule(seccompUnconfined, {
  clean: [
    pod(app),
    pod(`securityContext:\n  seccompProfile:\n    type: RuntimeDefault\n${app}`),
    pod(appWith('seccompProfile:\n  type: Localhost\n  localhostProfile: p.json\n')),
    pod(appWith('seccompProfile: {}\n')),
    pod(appWith('seccompProfile:\n  type: {{ .Values.profile }}\n')),
    annotatedPod(`${POD}: runtime/default\n`, app),
    annotatedPod(`${POD}: docker/default\n${CONTAINER}: localhost/p.json\n`, app),
    annotatedPod(`${POD}: {{ .Values.profile }}\n`, app),
    // The annotations of a Deployment are not those of its pods.
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  annotations: { ${POD}: unconfined }\nspec: { selector: {}, template: { spec: { containers: [] } } }\n`,
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  type: Unconfined\n',
  ],
  caught: [
    {
      code: pod(`securityContext:\n  seccompProfile:\n    type: ⟦Unconfined⟧ # debug\n${app}`),
      says: says('Pod `web`'),
      fixed: pod(`securityContext:\n  seccompProfile:\n    type: RuntimeDefault # debug\n${app}`),
    },
    {
      code: deployment(appWith('seccompProfile: { type: ⟦Unconfined⟧ }\n')),
      says: says('container `app`'),
      fixed: deployment(appWith('seccompProfile: { type: RuntimeDefault }\n')),
    },
    {
      code: cronJob(`${appWith('seccompProfile:\n  type: ⟦"Unconfined"⟧\n', 'initContainers')}containers: []\n`),
      says: says('container `app`'),
      fixed: cronJob(`${appWith('seccompProfile:\n  type: RuntimeDefault\n', 'initContainers')}containers: []\n`),
    },
    {
      code: list(appWith('seccompProfile:\n  type: ⟦runtime/default⟧\n', 'ephemeralContainers')),
      says: says('container `app`', 'runtime/default'),
      fixed: list(appWith('seccompProfile:\n  type: RuntimeDefault\n', 'ephemeralContainers')),
    },
    {
      code: annotatedPod(`${POD}: ⟦unconfined⟧\n`, app),
      says: annotation('Pod `web`'),
      fixed: annotatedPod(`${POD}: runtime/default\n`, app),
    },
    {
      code: annotatedDeployment(`${CONTAINER}: ⟦"unconfined"⟧ # why\n`, app),
      kubernetesVersion: '1.18',
      says: annotation('Deployment `web`'),
      fixed: annotatedDeployment(`${CONTAINER}: "runtime/default" # why\n`, app),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"seccompProfile": {"type": ⟦"Unconfined"⟧}}, "containers": []}}',
      says: says('Pod'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}, "containers": []}}',
    },
  ],
});
