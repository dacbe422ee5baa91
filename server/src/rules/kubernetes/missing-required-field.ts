import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { HOLE, keyOf, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { goodValue } from './support/good-values.ts';
import { isFragment } from './support/fragments.ts';
import { meantField } from './support/meant-field.ts';
import { isPathOfOldBackend } from './support/old-backends.ts';
import { fieldTitle } from './support/resource-title.ts';
import { deviationsOf, type Place } from './support/schema-walk.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const missingRequiredField = kubernetesRule(
  {
    id: 'kubernetes/missing-required-field',
    title: 'Required field is missing',
    why: 'The API rejects an object that lacks a required field, so the manifest cannot be applied. What is required follows from the schema of the target version of Kubernetes, or of the CustomResourceDefinition in the workspace. Parts of objects (patches, templates) are not judged.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { missing: '{owner} needs the field `{field}`. Add it.' },
    aliases: ['kube-linter:schema-validation', 'kube-linter:template-kubeconform', 'kubeconform:schema'],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/', 'CWE-1287'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const resource of context.model.resources) {
      if (isFragment(context, resource)) continue;
      for (const deviation of deviationsOf(context, resource)) {
        if (deviation.what !== 'missing') continue;
        const { place, name } = deviation;
        const isOfList = place.path.endsWith('[]');
        const holder = fieldTitle(context.model, resource, isOfList ? place.path.slice(0, -2) : place.path);
        const owner = isOfList ? `An item of ${holder}` : holder;
        yield {
          message: 'missing' as const,
          data: { owner, field: name },
          span: place.near,
          fixes: fixes(context, resource, place, name),
          key: `${resource.kind}/${resource.name ?? ''}/${place.path}/${name}`,
          ...(isUnderOtherName(place, name) || isPathOfOldBackend(place, name) ? summedUpBy('kubernetes/unknown-field') : {}),
        };
      }
    }
  }),
);

function fixes({ file }: Context<'kubernetes'>, resource: Resource, place: Place, name: string): readonly Fix[] {
  const value = goodValue(resource, place, name);
  if (value === undefined) return [];
  const title = typeof value === 'string' ? `Add \`${name}: ${value}\`` : `Add \`${name}\``;
  return fixOf(title, 'suggested', setPath(editSource(file, resource), place.mapping, [name], value));
}

/** A mapping with more entries is data, and comparing them would take time. */
const MOST_ENTRIES = 100;

/** Whether the field, or what belongs in it, stands there under a name that the object does not have: then that is the slip. */
const isUnderOtherName = (place: Place, name: string): boolean =>
  place.mapping.entries.length <= MOST_ENTRIES &&
  place.mapping.entries.some((entry) => {
    const other = keyOf(entry);
    if (other === undefined || other === '<<' || other.includes(HOLE) || place.shape.field(other)) return false;
    const { near, home } = meantField(place, entry, other);
    return near === name || (home?.target?.mapping === place.mapping && home.target.missing[0] === name);
  });
