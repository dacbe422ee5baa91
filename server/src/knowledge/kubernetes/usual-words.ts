import { BASELINE_CAPABILITIES } from '../pod-security.ts';

/**
 * What people usually write where the API takes more than it can list: as the type (of the objects of one kind) and the field, whose keys or values they are; a key of
 * a mapping that takes any has no type. Written by hand from the API reference and the pages on resources, labels and RBAC of https://kubernetes.io/docs/, 2026-11.
 */
const rows = (table: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [place = '', ...words] = line.trim().split(' ');
        return [place, words];
      }),
  );

const RESOURCES = 'cpu memory ephemeral-storage';

const NODE_LABELS =
  'kubernetes.io/os kubernetes.io/arch kubernetes.io/hostname node.kubernetes.io/instance-type topology.kubernetes.io/zone topology.kubernetes.io/region';
const POD_SECURITY = 'pod-security.kubernetes.io/';

const KEYS = rows(`
  V1ResourceRequirements.limits ${RESOURCES}
  V1ResourceRequirements.requests ${RESOURCES}
  V1VolumeResourceRequirements.limits storage
  V1VolumeResourceRequirements.requests storage
  V1PersistentVolumeSpec.capacity storage
  V1LimitRangeItem.default ${RESOURCES}
  V1LimitRangeItem.defaultRequest ${RESOURCES}
  V1LimitRangeItem.max ${RESOURCES} storage
  V1LimitRangeItem.min ${RESOURCES} storage
  V1LimitRangeItem.maxLimitRequestRatio ${RESOURCES}
  V1ResourceQuotaSpec.hard requests.cpu requests.memory limits.cpu limits.memory requests.storage pods services configmaps secrets persistentvolumeclaims
  V1PodSpec.nodeSelector ${NODE_LABELS}
  Namespace:V1ObjectMeta.labels ${['enforce', 'audit', 'warn'].map((mode) => `${POD_SECURITY}${mode} ${POD_SECURITY}${mode}-version`).join(' ')}
  V1ObjectMeta.labels app.kubernetes.io/name app.kubernetes.io/instance app.kubernetes.io/version app.kubernetes.io/component app.kubernetes.io/part-of app.kubernetes.io/managed-by`);

const TOPOLOGIES = 'kubernetes.io/hostname topology.kubernetes.io/zone topology.kubernetes.io/region';
const VERBS = 'get list watch create update patch delete deletecollection *';

const VALUES = rows(`
  V1ObjectFieldSelector.fieldPath metadata.name metadata.namespace metadata.uid spec.nodeName spec.serviceAccountName status.hostIP status.hostIPs status.podIP status.podIPs
  V1ResourceFieldSelector.resource limits.cpu limits.memory limits.ephemeral-storage requests.cpu requests.memory requests.ephemeral-storage
  V1Capabilities.add ${[...BASELINE_CAPABILITIES].join(' ')}
  V1Capabilities.drop ALL
  V1PolicyRule.verbs ${VERBS}
  V1PodAffinityTerm.topologyKey ${TOPOLOGIES}
  V1TopologySpreadConstraint.topologyKey ${TOPOLOGIES}
  V1NodeSelectorRequirement.key ${NODE_LABELS}
  V1Toleration.key node-role.kubernetes.io/control-plane node.kubernetes.io/not-ready node.kubernetes.io/unreachable
  V2ResourceMetricSource.name cpu memory
  V2ContainerResourceMetricSource.name cpu memory
  V1Secret.type Opaque kubernetes.io/tls kubernetes.io/dockerconfigjson kubernetes.io/basic-auth kubernetes.io/ssh-auth kubernetes.io/service-account-token
  V1EmptyDirVolumeSource.medium Memory
  V1ServiceSpec.clusterIP None
  V1LimitRangeItem.type Container Pod PersistentVolumeClaim
  ${['enforce', 'audit', 'warn'].map((mode) => `.${POD_SECURITY}${mode} privileged baseline restricted`).join('\n')}
  .kubernetes.io/os linux windows
  .kubernetes.io/arch amd64 arm64`);

/** Keys below a field of a type that takes any, in an object of a kind. */
export const usualKeys = (kind: string, type: string, field: string): readonly string[] =>
  KEYS.get(`${kind}:${type}.${field}`) ?? KEYS.get(`${type}.${field}`) ?? [];

/** Values of a field that takes any string; the type is `''` below a mapping of any keys. */
export const usualValues = (type: string, field: string): readonly string[] => VALUES.get(`${type}.${field}`) ?? [];
