import { seccompProfile } from '../../../server/src/rules/kubernetes/seccomp-profile.ts';
import { testRule } from '../../support/rule-tester.ts';
import { annotatedPod, app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const podSays = (workload: string) =>
  `No seccomp profile limits the system calls of ${workload}. Set \`seccompProfile.type: RuntimeDefault\` in the security context of the pod.`;
const containerSays = (name: string) =>
  `No seccomp profile limits the system calls of container \`${name}\`. Set \`seccompProfile.type: RuntimeDefault\` in its security context.`;
const unconfined = (subject: string) =>
  `The seccomp profile \`Unconfined\` lets ${subject} make every system call. Use \`RuntimeDefault\`.`;
const profile = 'securityContext:\n  seccompProfile:\n    type: RuntimeDefault\n';
const markSpec = (text: string) => {
  const at = text.lastIndexOf('spec:');
  return `${text.slice(0, at)}⟦spec⟧${text.slice(at + 4)}`;
};
const HARDEN_POD = 'Harden the whole pod to the Restricted Pod Security Standard';
const HARDEN = 'Harden the container to the Restricted Pod Security Standard';

testRule(seccompProfile, {
  clean: [
    pod(`${profile}${app}`),
    pod(appWith('seccompProfile:\n  type: RuntimeDefault\n')),
    pod(appWith('seccompProfile: { type: Localhost, localhostProfile: p.json }\n')),
    pod(`os: { name: windows }\n${app}`),
    pod(`securityContext:\n  seccompProfile:\n    type: {{ .Values.profile }}\n${app}`),
    pod('containers:\n  - name: app\n'),
    annotatedPod('seccomp.security.alpha.kubernetes.io/pod: runtime/default\n', app),
    annotatedPod('container.seccomp.security.alpha.kubernetes.io/app: localhost/p.json\n', app),
    annotatedPod('seccomp.security.alpha.kubernetes.io/pod: {{ .Values.profile }}\n', app),
    pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n'),
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { ports: [] }\n',
  ],
  caught: [
    {
      code: markSpec(pod(app)),
      says: podSays('Pod `web`'),
      fixed: pod(`${profile}${app}`),
      alternatives: {
        [HARDEN_POD]: pod(
          `securityContext:\n  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n${appWith('allowPrivilegeEscalation: false\ncapabilities:\n  drop:\n    - ALL\n')}`,
        ),
      },
    },
    {
      code: deployment(`⟦securityContext⟧:\n    fsGroup: 2 # data\n${app}`),
      says: podSays('Deployment `web`'),
      fixed: deployment(`securityContext:\n    fsGroup: 2 # data\n    seccompProfile:\n      type: RuntimeDefault\n${app}`),
    },
    // It confines nothing, whether the cluster still reads it or not.
    {
      code: markSpec(annotatedPod('seccomp.security.alpha.kubernetes.io/pod: unconfined\n', app)),
      says: podSays('Pod `web`'),
      fixed: annotatedPod('seccomp.security.alpha.kubernetes.io/pod: unconfined\n', `${profile}${app}`),
    },
    // In front of all containers, not between two lists of them.
    {
      code: markSpec(cronJob(`restartPolicy: Never\ninitContainers:\n  - name: init\n    image: i:1\n${app}`)),
      says: podSays('CronJob `web`'),
      fixed: cronJob(`restartPolicy: Never\n${profile}initContainers:\n  - name: init\n    image: i:1\n${app}`),
    },
    {
      code: list(`${appWith('seccompProfile:\n  type: RuntimeDefault\n')}  - name: ⟦other⟧\n    image: b:1\n`),
      says: containerSays('other'),
      fixed: list(
        `${appWith('seccompProfile:\n  type: RuntimeDefault\n')}  - name: other\n    image: b:1\n    securityContext:\n      seccompProfile:\n        type: RuntimeDefault\n`,
      ),
      alternatives: {
        [HARDEN]: list(
          `${appWith('seccompProfile:\n  type: RuntimeDefault\n')}  - name: other\n    image: b:1\n    securityContext:\n      runAsNonRoot: true\n      allowPrivilegeEscalation: false\n      capabilities:\n        drop:\n          - ALL\n      seccompProfile:\n        type: RuntimeDefault\n`,
        ),
      },
    },
    {
      code: pod(`securityContext:\n  seccompProfile:\n    type: ⟦Unconfined⟧\n${app}`),
      says: unconfined('Pod `web`'),
      fixed: pod(`${profile}${app}`),
    },
    {
      code: pod(`${profile}${appWith('seccompProfile: { type: ⟦Unconfined⟧ }\n')}`),
      says: unconfined('container `app`'),
      fixed: pod(`${profile}${appWith('seccompProfile: { type: RuntimeDefault }\n')}`),
    },
    {
      code: pod(`securityContext:\n  ⟦seccompProfile⟧: {}\n${app}`),
      says: podSays('Pod `web`'),
      fixed: pod(`securityContext:\n  seccompProfile: { type: RuntimeDefault }\n${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", ⟦"spec"⟧: {"containers": [{"name": "app", "image": "b"}]}}',
      says: podSays('Pod'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b"}], "securityContext": { "seccompProfile": { "type": "RuntimeDefault" } }}}',
    },
  ],
});
