import { apparmorProfile } from '../../../server/src/rules/kubernetes/apparmor-profile.ts';
import { testRule } from '../../support/rule-tester.ts';
import { annotatedDeployment, annotatedPod, app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (subject: string, profile = 'Unconfined') =>
  `The AppArmor profile \`${profile}\` does not confine ${subject}. Use \`RuntimeDefault\`.`;
const annotation = (workload: string, profile = 'unconfined') =>
  `The AppArmor annotation \`${profile}\` does not confine the containers of ${workload}. Use \`runtime/default\`.`;
const NAME = 'container.apparmor.security.beta.kubernetes.io';

testRule(apparmorProfile, {
  clean: [
    pod(app),
    pod(`securityContext:\n  appArmorProfile:\n    type: RuntimeDefault\n${app}`),
    pod(appWith('appArmorProfile:\n  type: Localhost\n  localhostProfile: p\n')),
    pod(appWith('appArmorProfile:\n  type: {{ .Values.profile }}\n')),
    annotatedPod(`${NAME}/app: runtime/default\n`, app),
    annotatedPod(`${NAME}/app: localhost/p\n${NAME}/other: ""\n`, app),
    annotatedPod(`${NAME}/app: {{ .Values.profile }}\n`, app),
    annotatedPod('example.com/apparmor: unconfined\n', app),
    pod(appWith('appArmorProfile: {}\n')),
  ],
  caught: [
    {
      code: pod(`securityContext:\n  appArmorProfile:\n    type: ⟦Unconfined⟧ # mounts\n${app}`),
      says: says('Pod `web`'),
      fixed: pod(`securityContext:\n  appArmorProfile:\n    type: RuntimeDefault # mounts\n${app}`),
      alternatives: { 'Delete `type: Unconfined`': pod(app) },
    },
    {
      code: deployment(appWith('appArmorProfile: { type: ⟦Unconfined⟧ }\nrunAsUser: 1\n')),
      says: says('container `app`'),
      fixed: deployment(appWith('appArmorProfile: { type: RuntimeDefault }\nrunAsUser: 1\n')),
      alternatives: { 'Delete `type: Unconfined`': deployment(appWith('runAsUser: 1\n')) },
    },
    {
      code: list(`${appWith('appArmorProfile:\n  type: ⟦unknown⟧\n', 'initContainers')}containers: []\n`),
      says: says('container `app`', 'unknown'),
      fixed: list(`${appWith('appArmorProfile:\n  type: RuntimeDefault\n', 'initContainers')}containers: []\n`),
    },
    {
      code: cronJob(appWith('appArmorProfile:\n  type: ⟦Unconfined⟧\n', 'ephemeralContainers')),
      kubernetesVersion: '1.30',
      says: says('container `app`'),
      fixed: cronJob(appWith('appArmorProfile:\n  type: RuntimeDefault\n', 'ephemeralContainers')),
    },
    {
      code: annotatedPod(`${NAME}/app: ⟦unconfined⟧\n`, app),
      says: annotation('Pod `web`'),
      fixed: annotatedPod(`${NAME}/app: runtime/default\n`, app),
    },
    {
      code: annotatedDeployment(`a: b\n${NAME}/gone: ⟦'docker-default'⟧ # old\n`, app),
      says: annotation('Deployment `web`', 'docker-default'),
      fixed: annotatedDeployment(`a: b\n${NAME}/gone: 'runtime/default' # old\n`, app),
    },
    {
      path: 'pod.json',
      code: `{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {"${NAME}/a": ⟦"unconfined"⟧}}, "spec": {"containers": []}}`,
      says: annotation('Pod'),
      fixed: `{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": {"${NAME}/a": "runtime/default"}}, "spec": {"containers": []}}`,
    },
  ],
});
