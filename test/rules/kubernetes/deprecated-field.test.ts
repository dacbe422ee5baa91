import { deprecatedField } from '../../../server/src/rules/kubernetes/deprecated-field.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const old = (field: string, deprecated: string, advice: string): string =>
  `\`${field}\` is deprecated since Kubernetes ${deprecated}: ${advice}.`;
const gone = (field: string, removed: string, deprecated: string, advice: string): string =>
  `\`${field}\` no longer works since Kubernetes ${removed} (deprecated in ${deprecated}): ${advice}.`;

const app = 'containers:\n  - name: app\n    image: a:1\n';
const renamed = (name: string, deprecated: string, now: string): string => old(name, deprecated, `use \`${now}\``);
const ingressClass = old('kubernetes.io/ingress.class', '1.18', 'use `ingressClassName`');
const seccomp = 'seccomp.security.alpha.kubernetes.io/pod';
const podAnnotation = (name: string, value: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ⟦${name}⟧: ${value}\nspec:\n  containers:\n    - name: app\n      image: a:1\n`;
const fixedPod = (before: string, inside: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: a:1\n${inside}${before}`;

testRule(deprecatedField, {
  clean: [
    pod(`volumes:\n  - name: a\n    emptyDir: {}\n  - name: b\n    csi: { driver: ebs.csi.aws.com }\n${app}`),
    // Not volumes, or nothing behind the key.
    pod(`gitRepo: {}\nvolumes:\n  - name: gitRepo\n    gitRepo:\n${app}`),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  cephfs: x\n  metadata.selfLink: x\n',
    pod(`nodeSelector:\n  kubernetes.io/os: linux\n  topology.kubernetes.io/zone: a\n${app}`),
    // Both taints are tolerated: the cluster may be old.
    pod(`tolerations:\n  - key: node-role.kubernetes.io/master\n  - key: node-role.kubernetes.io/control-plane\n${app}`),
    // Other kinds still need the annotation, and other groups have an Ingress of their own.
    'apiVersion: configuration.konghq.com/v1\nkind: KongConsumer\nmetadata:\n  annotations:\n    kubernetes.io/ingress.class: kong\n',
    'apiVersion: example.com/v1\nkind: Ingress\nmetadata:\n  annotations:\n    kubernetes.io/ingress.class: kong\n',
    // An annotation of the Deployment is none of its pods.
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  annotations:\n    seccomp.security.alpha.kubernetes.io/pod: runtime/default\n',
    'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    service.kubernetes.io/topology-mode: auto\nspec:\n  type: ClusterIP\n',
    // Not yet deprecated in the target.
    {
      kubernetesVersion: '1.17',
      code: `apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata:\n  annotations:\n    kubernetes.io/ingress.class: nginx\n`,
    },
    {
      kubernetesVersion: '1.29',
      code: podAnnotation('container.apparmor.security.beta.kubernetes.io/app', 'runtime/default').replaceAll(/[⟦⟧]/g, ''),
    },
    'apiVersion: v1\nkind: PersistentVolume\nspec:\n  persistentVolumeReclaimPolicy: Retain\n',
    'apiVersion: example.com/v1\nkind: Service\nspec:\n  loadBalancerIP: 10.0.0.1\n',
  ],
  caught: [
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n    ⟦kubernetes.io/ingress.class⟧: "nginx"\n    other: "1"\nspec:\n  rules: []\n',
      says: ingressClass,
      fixed:
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n    other: "1"\nspec:\n  ingressClassName: "nginx"\n  rules: []\n',
    },
    {
      path: 'ingress.json',
      code: '{"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "web", "annotations": {⟦"kubernetes.io/ingress.class"⟧: "nginx"}}, "spec": {"rules": []}}',
      says: ingressClass,
      fixed:
        '{"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "web"}, "spec": {"rules": [], "ingressClassName": "nginx"}}',
    },
    // Both say the same.
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations: { ⟦kubernetes.io/ingress.class⟧: nginx }\nspec:\n  ingressClassName: "nginx"\n',
      says: ingressClass,
      fixed: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  ingressClassName: "nginx"\n',
    },
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations: { ⟦kubernetes.io/ingress.class⟧: nginx }\nspec:\n  ingressClassName: other\n',
      says: ingressClass,
    },
    // In a template the field may be written elsewhere.
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: {{ .Release.Name }}\n  annotations:\n    ⟦kubernetes.io/ingress.class⟧: nginx\n',
      says: ingressClass,
    },
    {
      code: podAnnotation(seccomp, 'runtime/default'),
      says: gone(seccomp, '1.27', '1.19', 'use `securityContext.seccompProfile` of the pod'),
      severity: 'medium',
      fixed: fixedPod('', '  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n'),
    },
    {
      kubernetesVersion: '1.26',
      code: podAnnotation(seccomp, 'localhost/profiles/a.json'),
      says: old(seccomp, '1.19', 'use `securityContext.seccompProfile` of the pod'),
      fixed: fixedPod(
        '',
        '  securityContext:\n    seccompProfile:\n      type: Localhost\n      localhostProfile: profiles/a.json\n',
      ),
    },
    {
      code: podAnnotation('container.apparmor.security.beta.kubernetes.io/app', 'unconfined'),
      says: old(
        'container.apparmor.security.beta.kubernetes.io/app',
        '1.30',
        'use `securityContext.appArmorProfile` of the container',
      ),
      fixed: fixedPod('', '      securityContext:\n        appArmorProfile:\n          type: Unconfined\n'),
    },
    // The field is there already: the annotation is ignored.
    {
      code: podAnnotation('scheduler.alpha.kubernetes.io/critical-pod', "''") + '  priorityClassName: system-node-critical\n',
      says: gone('scheduler.alpha.kubernetes.io/critical-pod', '1.16', '1.13', 'use `priorityClassName`'),
      severity: 'medium',
      fixed: fixedPod('  priorityClassName: system-node-critical\n', ''),
    },
    {
      code: podAnnotation('security.alpha.kubernetes.io/sysctls', 'a=b'),
      says: gone('security.alpha.kubernetes.io/sysctls', '1.11', '1.11', 'use `securityContext.sysctls` of the pod'),
      severity: 'medium',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: db\n  annotations:\n    ⟦service.alpha.kubernetes.io/tolerate-unready-endpoints⟧: "true"\nspec:\n  clusterIP: None\n',
      says: old('service.alpha.kubernetes.io/tolerate-unready-endpoints', '1.11', 'use `publishNotReadyAddresses`'),
      fixed: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  clusterIP: None\n  publishNotReadyAddresses: true\n',
    },
    {
      code: 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  annotations:\n    ⟦storageclass.beta.kubernetes.io/is-default-class⟧: "true"\n',
      says: old(
        'storageclass.beta.kubernetes.io/is-default-class',
        '1.6',
        'use the annotation `storageclass.kubernetes.io/is-default-class`',
      ),
      fixed:
        'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  annotations:\n    storageclass.kubernetes.io/is-default-class: "true"\n',
    },
    {
      code: 'apiVersion: apps/v1\nkind: StatefulSet\nspec:\n  selector: {}\n  volumeClaimTemplates:\n    - metadata:\n        name: data\n        annotations:\n          ⟦volume.beta.kubernetes.io/storage-class⟧: fast\n      spec:\n        accessModes: [ReadWriteOnce]\n',
      says: old('volume.beta.kubernetes.io/storage-class', '1.6', 'use `storageClassName`'),
      fixed:
        'apiVersion: apps/v1\nkind: StatefulSet\nspec:\n  selector: {}\n  volumeClaimTemplates:\n    - metadata:\n        name: data\n      spec:\n        accessModes: [ReadWriteOnce]\n        storageClassName: fast\n',
    },
    {
      code: 'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\n  annotations:\n    ⟦volume.beta.kubernetes.io/mount-options⟧: "hard,nfsvers=4.1"\nspec:\n  nfs: {}\n  persistentVolumeReclaimPolicy: ⟦Recycle⟧\n  nodeAffinity:\n    required:\n      nodeSelectorTerms:\n        - matchExpressions:\n            - { key: ⟦failure-domain.beta.kubernetes.io/zone⟧, operator: Exists }\n',
      says: [
        old('volume.beta.kubernetes.io/mount-options', '1.8', 'use `mountOptions`'),
        old('Recycle', '1.9', 'use a storage class that makes volumes when they are claimed'),
        renamed('failure-domain.beta.kubernetes.io/zone', '1.17', 'topology.kubernetes.io/zone'),
      ],
      fixed:
        'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\nspec:\n  nfs: {}\n  persistentVolumeReclaimPolicy: Recycle\n  nodeAffinity:\n    required:\n      nodeSelectorTerms:\n        - matchExpressions:\n            - { key: topology.kubernetes.io/zone, operator: Exists }\n  mountOptions:\n    - hard\n    - nfsvers=4.1\n',
      left: 1,
    },
    {
      code: deployment(
        `nodeSelector:\n  ⟦beta.kubernetes.io/os⟧: linux # all\n  ⟦"beta.kubernetes.io/arch"⟧: amd64\ntolerations:\n  - key: ⟦node-role.kubernetes.io/master⟧\n    effect: NoSchedule\n${app}`,
      ),
      says: [
        renamed('beta.kubernetes.io/os', '1.14', 'kubernetes.io/os'),
        renamed('beta.kubernetes.io/arch', '1.14', 'kubernetes.io/arch'),
        renamed('node-role.kubernetes.io/master', '1.20', 'node-role.kubernetes.io/control-plane'),
      ],
      fixed: deployment(
        `nodeSelector:\n  kubernetes.io/os: linux # all\n  "kubernetes.io/arch": amd64\ntolerations:\n  - key: node-role.kubernetes.io/control-plane\n    effect: NoSchedule\n${app}`,
      ),
    },
    {
      code: cronJob(
        `affinity:\n  nodeAffinity:\n    preferredDuringSchedulingIgnoredDuringExecution:\n      - weight: 1\n        preference:\n          matchExpressions:\n            - key: ⟦beta.kubernetes.io/instance-type⟧\n              operator: Exists\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: ⟦failure-domain.beta.kubernetes.io/region⟧\n${app}`,
      ),
      says: [
        renamed('beta.kubernetes.io/instance-type', '1.17', 'node.kubernetes.io/instance-type'),
        renamed('failure-domain.beta.kubernetes.io/region', '1.17', 'topology.kubernetes.io/region'),
      ],
      fixed: cronJob(
        `affinity:\n  nodeAffinity:\n    preferredDuringSchedulingIgnoredDuringExecution:\n      - weight: 1\n        preference:\n          matchExpressions:\n            - key: node.kubernetes.io/instance-type\n              operator: Exists\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: topology.kubernetes.io/region\n${app}`,
      ),
    },
    {
      code: list(`volumes:\n  - name: a\n    ⟦gitRepo⟧: { repository: x }\n${app}`),
      says: gone('gitRepo', '1.33', '1.11', 'clone in an init container into an `emptyDir`'),
      severity: 'medium',
    },
    {
      code: pod(`volumes:\n  - { name: b, ⟦awsElasticBlockStore⟧: { volumeID: c } }\n${app}`),
      says: old('awsElasticBlockStore', '1.19', 'use the CSI driver `ebs.csi.aws.com`'),
    },
    {
      code: 'apiVersion: v1\nkind: PersistentVolume\nspec:\n  ⟦glusterfs⟧:\n    path: x\n',
      says: gone('glusterfs', '1.26', '1.25', 'use the CSI driver of another storage'),
      severity: 'medium',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  ⟦selfLink⟧: /api/v1/services/web\nspec:\n  ⟦loadBalancerIP⟧: 10.0.0.1\n',
      says: [
        gone('metadata.selfLink', '1.20', '1.16', 'leave it out'),
        old('spec.loadBalancerIP', '1.24', "use the annotation of the load balancer's provider"),
      ],
      fixed: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  loadBalancerIP: 10.0.0.1\n',
      left: 1,
    },
  ],
});
