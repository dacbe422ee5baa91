import { resourceQuantityInvalid } from '../../../server/src/rules/kubernetes/resource-quantity-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const app = (resources: string) => `containers:\n  - name: app\n    image: a:1\n    resources: ${resources}\n`;
const unreadable = (value: string) =>
  `\`${value}\` is no quantity. Write a number with a suffix that Kubernetes knows, such as \`500m\`, \`128Mi\` or \`1Gi\`.`;
const exceeds = (value: string, most: string, name = 'memory', owner = 'container `app`', low = 'requests', high = 'limits') =>
  `The \`${low}\` of ${owner} say ${name} \`${value}\`, which is more than its \`${high}\`, \`${most}\`. Kubernetes rejects that.`;
const fraction = (value: string, suffix: string, meant: string) =>
  `\`${value}\` is less than a thousandth of a MiB, because \`${suffix}\` stands for a fraction of a byte. Write \`${meant}\`.`;
const claim = (spec: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\nspec:\n  resources: ${spec}\n`;
const range = (limit: string) => `apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: r\nspec:\n  limits:\n    - ${limit}\n`;
const quota = (hard: string) => `apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: q\nspec:\n  hard: ${hard}\n`;

testRule(resourceQuantityInvalid, {
  clean: [
    pod(app('{ requests: { cpu: 0.5, memory: 1Gi }, limits: { cpu: 1, memory: 1024Mi } }')),
    pod(app('{ requests: { cpu: "100m", memory: 1e8 }, limits: { cpu: 1000m, memory: 128974848000m } }')),
    pod(app('{ requests: { cpu: 1_0, memory: 0x40000000 }, limits: { memory: 0.5E } }')),
    pod(app('{ requests: { memory: 0, cpu: }, limits: { memory: "0" } }')),
    pod(app('{ requests: { memory: 1 } }')),
    pod(app('{ requests: { cpu: 64, memory: 1048576 } }')),
    pod(app('{ requests: { memory: {{ .Values.memory }} } }')),
    pod(app('{ requests: { memory: "${MEMORY}", cpu: $(CPU) } }')),
    pod(app('{ limits: { nvidia.com/gpu: 1 } }')),
    pod(app('{ requests: { nvidia.com/gpu: 1, memory: 1Gi }, limits: { nvidia.com/gpu: "1" } }')),
    pod('volumes:\n  - name: v\n    emptyDir: { medium: Memory, sizeLimit: 64Mi }\n'),
    claim('{ requests: { storage: 10Gi } }'),
    quota(
      '{ pods: 10, cpu: 2000, requests.memory: 10Gi, count/configmaps: 5, gold.storageclass.storage.k8s.io/requests.storage: 5Gi }',
    ),
    range(
      '{ type: Container, min: { cpu: 100m }, max: { cpu: 2 }, default: { cpu: 1 }, defaultRequest: { cpu: 500m }, maxLimitRequestRatio: { memory: 4 } }',
    ),
    'apiVersion: example.com/v1\nkind: Thing\nspec:\n  resources: { requests: { memory: 1gb } }\n',
  ],
  caught: [
    { code: pod(app('{ limits: { memory: ⟦1gb⟧ } }')), says: unreadable('1gb'), fixed: pod(app('{ limits: { memory: 1G } }')) },
    {
      code: deployment(app('{ limits: { memory: ⟦\'500MB\'⟧ }, requests: { memory: ⟦"100mi"⟧ } }')),
      says: [unreadable('500MB'), unreadable('100mi')],
      fixed: deployment(app('{ limits: { memory: \'500M\' }, requests: { memory: "100Mi" } }')),
    },
    {
      code: cronJob(app('{ limits: { memory: ⟦1 Gi⟧ } }')),
      says: unreadable('1 Gi'),
      fixed: cronJob(app('{ limits: { memory: 1Gi } }')),
    },
    {
      code: list(app('{ limits: { cpu: ⟦2 cores⟧ } }')),
      says: unreadable('2 cores'),
      fixed: list(app('{ limits: { cpu: 2 } }')),
    },
    { code: pod(app('{ limits: { cpu: ⟦"0,5"⟧ } }')), says: unreadable('0,5'), fixed: pod(app('{ limits: { cpu: "0.5" } }')) },
    { code: pod(app('{ limits: { cpu: ⟦high⟧ } }')), says: unreadable('high') },
    {
      code: pod(app('{ limits: { memory: ⟦-1Gi⟧ } }')),
      says: '`-1Gi` of container `app` is negative. Kubernetes rejects it; write a positive amount.',
    },
    {
      code: pod(app('{ limits: { memory: ⟦512m⟧ } }')),
      says: fraction('512m', 'm', '512Mi'),
      fixed: pod(app('{ limits: { memory: 512Mi } }')),
    },
    {
      code: pod(app('{ requests: { memory: 256Mi }, limits: { memory: ⟦512m⟧ } }')),
      says: fraction('512m', 'm', '512Mi'),
      fixed: pod(app('{ requests: { memory: 256Mi }, limits: { memory: 512Mi } }')),
    },
    {
      code: claim('{ requests: { storage: ⟦100m⟧ } }'),
      says: fraction('100m', 'm', '100Mi'),
      fixed: claim('{ requests: { storage: 100Mi } }'),
    },
    {
      code: quota('{ limits.memory: ⟦500m⟧ }'),
      says: fraction('500m', 'm', '500Mi'),
      fixed: quota('{ limits.memory: 500Mi }'),
    },
    {
      code: pod('volumes:\n  - name: v\n    emptyDir:\n      sizeLimit: ⟦1GB⟧\n'),
      says: unreadable('1GB'),
      fixed: pod('volumes:\n  - name: v\n    emptyDir:\n      sizeLimit: 1G\n'),
    },
    {
      code: pod(app('{ limits: { memory: ⟦512⟧ } }')),
      says: '`512` has no unit and means bytes. Write `512Mi` if that is what container `app` needs.',
      severity: 'medium',
      fixed: pod(app('{ limits: { memory: 512Mi } }')),
    },
    {
      code: pod(app('{ limits: { cpu: ⟦1000⟧ } }')),
      says: '`1000` means 1000 CPUs. Write `1000m` if thousandths are meant.',
      severity: 'medium',
      fixed: pod(app('{ limits: { cpu: 1000m } }')),
    },
    {
      code: pod(app('{ limits: { nvidia.com/gpu: ⟦0.5⟧ } }')),
      says: '`0.5` of `nvidia.com/gpu` is not a whole number. Kubernetes rejects it; devices and objects are not divided.',
    },
    {
      code: pod(app('\n      requests:\n        memory: ⟦2Gi⟧ # peak\n      limits:\n        memory: 1024Mi')),
      says: exceeds('2Gi', '1024Mi'),
      fixed: pod(app('\n      requests:\n        memory: 1024Mi # peak\n      limits:\n        memory: 1024Mi')),
      alternatives: {
        'Raise `limits` to `2Gi`': pod(app('\n      requests:\n        memory: 2Gi # peak\n      limits:\n        memory: 2Gi')),
      },
    },
    {
      code: pod(`resources: { requests: { cpu: ⟦2⟧ }, limits: { cpu: 1500m } }\ncontainers: []\n`),
      says: exceeds('2', '1500m', 'cpu', 'Pod `web`'),
      fixed: pod(`resources: { requests: { cpu: 1500m }, limits: { cpu: 1500m } }\ncontainers: []\n`),
    },
    {
      code: range('{ type: Container, default: { memory: ⟦2Gi⟧ }, max: { memory: 1Gi } }'),
      says: exceeds('2Gi', '1Gi', 'memory', 'LimitRange `r`', 'default', 'max'),
      fixed: range('{ type: Container, default: { memory: 1Gi }, max: { memory: 1Gi } }'),
    },
    {
      code: pod(app('{ requests: { nvidia.com/gpu: ⟦1⟧ }, limits: { nvidia.com/gpu: 2 } }')),
      says: '`nvidia.com/gpu` of container `app` cannot be overcommitted, so its request `1` must be its limit, `2`.',
      fixed: pod(app('{ requests: { nvidia.com/gpu: 2 }, limits: { nvidia.com/gpu: 2 } }')),
    },
    {
      code: pod(app('{ requests: { hugepages-2Mi: ⟦4Mi⟧ } }')),
      says: '`hugepages-2Mi` of container `app` cannot be overcommitted, so it needs a limit that is its request.',
      fixed: pod(app('{ requests: { hugepages-2Mi: 4Mi }, limits: { hugepages-2Mi: 4Mi } }')),
    },
    {
      code: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  volumeClaimTemplates:\n    - spec:\n        resources:\n          requests:\n            storage: ⟦10GB⟧\n',
      says: unreadable('10GB'),
      fixed:
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  volumeClaimTemplates:\n    - spec:\n        resources:\n          requests:\n            storage: 10G\n',
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", "resources": {"limits": {"memory": ⟦"1gib"⟧}}}]}}',
      says: unreadable('1gib'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", "resources": {"limits": {"memory": "1Gi"}}}]}}',
    },
    // Amounts that plainly lack a unit.
    {
      code: pod(app('{ requests: { memory: ⟦100⟧, cpu: ⟦500⟧ }, limits: { cpu: 1 } }')),
      says: [
        '`100` has no unit and means bytes. Write `100Mi` if that is what container `app` needs.',
        '`500` means 500 CPUs. Write `500m` if thousandths are meant.',
      ],
      severity: 'low',
      fixed: pod(app('{ requests: { memory: 100Mi, cpu: 500m }, limits: { cpu: 1 } }')),
    },
    {
      code: pod(app('{ limits: { memory: ⟦524288⟧ } }')),
      says: '`524288` has no unit and means bytes. Write `524288Ki` if that is what container `app` needs.',
      severity: 'low',
      fixed: pod(app('{ limits: { memory: 524288Ki } }')),
    },
    {
      code: claim('{ requests: { storage: ⟦10⟧ } }'),
      says: '`10` has no unit and means bytes. Write `10Gi` if that is what PersistentVolumeClaim `data` needs.',
      severity: 'low',
      fixed: claim('{ requests: { storage: 10Gi } }'),
    },
  ],
});
