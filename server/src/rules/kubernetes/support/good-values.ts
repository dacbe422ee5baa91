import type { Resource } from '../../../model/kubernetes/index.ts';
import { parseImage } from '../../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, entryOf, keyOf, type NewValue, stringOf } from '../../../model/yaml/index.ts';
import type { Place } from './schema-walk.ts';

/** Values of required fields that are right nearly always: `Type.field`. */
const USUAL: Readonly<Record<string, NewValue>> = {
  'V1HTTPIngressPath.pathType': 'Prefix',
  'V1RoleRef.apiGroup': 'rbac.authorization.k8s.io',
  'V1TopologySpreadConstraint.maxSkew': '1',
  'V1TopologySpreadConstraint.topologyKey': 'kubernetes.io/hostname',
  'V1TopologySpreadConstraint.whenUnsatisfiable': 'ScheduleAnyway',
  'V1PodAffinityTerm.topologyKey': 'kubernetes.io/hostname',
  'V1CustomResourceDefinitionSpec.scope': 'Namespaced',
  'V1CustomResourceDefinitionVersion.served': 'true',
  'V1CustomResourceDefinitionVersion.storage': 'true',
  'V1ValidatingWebhook.sideEffects': 'None',
  'V1ValidatingWebhook.admissionReviewVersions': ['v1'],
  'V1MutatingWebhook.sideEffects': 'None',
  'V1MutatingWebhook.admissionReviewVersions': ['v1'],
};

/** A value that a person would most likely write for a missing field; undefined where none is better than another. */
export function goodValue({ node }: Resource, { shape, mapping }: Place, name: string): NewValue | undefined {
  const field = `${shape.type ?? ''}.${name}`;
  if (/^V1(?:Deployment|StatefulSet|DaemonSet)Spec\.selector$/.test(field))
    return selectorOf(asMapping(at(node, 'spec', 'template', 'metadata', 'labels')));
  if (field === 'V1Container.name') return nameOf(stringOf(entryOf(mapping, 'image')?.value));
  return USUAL[field];
}

/** All labels of the pods: that is what people select by, and they can take some away. */
function selectorOf(labels: ReturnType<typeof asMapping>): NewValue | undefined {
  const pairs = (labels?.entries ?? []).flatMap((entry): [string, string][] => {
    const key = keyOf(entry);
    const value = asScalar(entry.value);
    return key === undefined || typeof value?.value !== 'string'
      ? []
      : [[key, value.style === 'plain' ? value.text : JSON.stringify(value.text)]];
  });
  return pairs.length === 0 || pairs.length !== labels?.entries.length ? undefined : { matchLabels: Object.fromEntries(pairs) };
}

/** The last part of an image's name, as a label of DNS. */
function nameOf(image: string | undefined): string | undefined {
  const name =
    image === undefined ? undefined : parseImage(image)?.name.split('/').at(-1)?.toLowerCase().replaceAll(/[._]+/g, '-');
  return name !== undefined && /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? name : undefined;
}
