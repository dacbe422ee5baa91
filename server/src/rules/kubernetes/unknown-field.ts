import type { Applicability, Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { schemaMinor } from '../../knowledge/kubernetes/schema.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { deleteEntry, isNull, keyOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { moveHome, REVEALED_BY_NAME } from './support/field-move.ts';
import { meantField } from './support/meant-field.ts';
import { isOfOldBackend, newBackends } from './support/old-backends.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { fieldTitle } from './support/resource-title.ts';
import { type Deviation, deviationsOf } from './support/schema-walk.ts';

/** A file with more unknown fields than this is no manifest with a slip; what could be meant is not worth the time. */
const MOST_GUESSES = 100;
const MOST_ENTRIES = 1000;

type Unknown = Extract<Deviation, { what: 'unknown' }>;

export const unknownField = kubernetesRule(
  {
    id: 'kubernetes/unknown-field',
    title: 'Field that the API does not have',
    why: 'A field that the kind does not have is rejected by strict validation, and silently dropped without it, so the setting that it stands for never takes effect. That is dangerous where the field is only at the wrong level: a `securityContext` in the wrong place protects nothing. The schema is that of the target version of Kubernetes; kinds of CustomResourceDefinitions in the workspace are checked against their own.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade'],
    messages: {
      near: '{owner} has no field `{field}`. Did you mean `{near}`?',
      nested: '{owner} has no field `{field}`; it belongs to {home}. Move it there.',
      together: '{owner} has no fields {fields}; they belong to {home}. Move them there.',
      backend:
        '{owner} has no field `{field}` since `networking.k8s.io/v1`. Name the Service by `service.name`, and its port by `service.port`.',
      since:
        '{owner} has the field `{field}` only since Kubernetes 1.{minor}, and the target is 1.{target}. Delete it, or raise the target.',
      until: '{owner} lost the field `{field}` after Kubernetes 1.{minor}, and the target is 1.{target}. Delete it.',
      unknown: '{owner} has no field `{field}`. Delete it, or correct its name.',
    },
    aliases: [
      'k8s-roundtrip:unknown-field',
      'kube-linter:schema-validation',
      'kube-linter:template-kubeconform',
      'kubeconform:schema-strict',
    ],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/', 'CWE-1173'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    let guesses = MOST_GUESSES;
    for (const resource of context.model.resources) {
      let hasOldBackends = false;
      for (const deviation of deviationsOf(context, resource)) {
        if (deviation.what !== 'unknown') continue;
        if (isOfOldBackend(deviation)) {
          // The backends of an Ingress are of one form, and are repaired together.
          if (!hasOldBackends) yield backendProblem(context, resource, deviation);
          hasOldBackends = true;
        } else if (!isHolderOfAnchors(deviation)) {
          const mayGuess = deviation.place.mapping.entries.length < MOST_ENTRIES && guesses-- > 0;
          const problem = problemOf(context, resource, deviation, mayGuess);
          if (problem) yield problem;
        }
      }
    }
  }),
);

/** At the top of an object people define what aliases repeat; the file is then made ready by another tool. */
const isHolderOfAnchors = ({ place, name, entry }: Unknown): boolean =>
  place.path === '' && (name.startsWith('x-') || name.startsWith('.') || entry.value?.anchor !== undefined);

function describe({ model }: Context<'kubernetes'>, resource: Resource, { place, entry, name }: Unknown) {
  const owner = fieldTitle(model, resource, place.path);
  const common = { span: entry.key.span, key: `${resource.kind}/${resource.name ?? ''}/${place.path}/${name}` };
  return { data: { owner, field: name }, common };
}

function backendProblem(context: Context<'kubernetes'>, resource: Resource, deviation: Unknown) {
  const { data, common } = describe(context, resource, deviation);
  return { message: 'backend' as const, data, fixes: newBackends(editSource(context.file, resource), resource), ...common };
}

function problemOf(context: Context<'kubernetes'>, resource: Resource, deviation: Unknown, mayGuess: boolean) {
  const { place, entry, name } = deviation;
  const { data, common } = describe(context, resource, deviation);
  if (!mayGuess) return { message: 'unknown' as const, data, ...common };
  const deletion = (applicability: Applicability): readonly Fix[] =>
    fixOf('Delete the field', applicability, deleteEntry(editSource(context.file, resource), place.mapping, entry));
  const other = place.shape.elsewhere(name);
  if (other) {
    const target = schemaMinor(context.env.kubernetesVersion);
    const isNew = other.since > target;
    const minor = String(isNew ? other.since : other.until);
    return {
      message: isNew ? ('since' as const) : ('until' as const),
      data: { ...data, minor, target: String(target) },
      fixes: deletion('suggested'),
      ...common,
    };
  }
  const { near, isSameWord, home } = meantField(place, entry, name);
  if (home) {
    const where = home.path === '' ? `\`${resource.kind}\` itself` : `\`${home.path}\``;
    const all = home.together?.entries ?? [entry];
    // Several that belong to one part are one slip, told at the first of them.
    if (all[0] !== entry) return undefined;
    const fields = all
      .map((one) => `\`${keyOf(one) ?? ''}\``)
      .join(', ')
      .replace(/, ([^,]*)$/, ' and $1');
    return {
      message: all.length > 1 ? ('together' as const) : ('nested' as const),
      data: { ...data, fields, home: where },
      fixes: moveHome(context, resource, place, entry, home),
      ...common,
    };
  }
  // What is deleted may be what the author cares for most: a person decides.
  const fixes = deletion(isNull(entry.value) ? 'suggested' : 'manual');
  if (near === undefined) return { message: 'unknown' as const, data, fixes, ...common };
  const text = context.file.text[entry.key.span.start] ?? '';
  const quote = text === '"' || text === "'" ? text : '';
  const rename = fixOf(`Rename it to \`${near}\``, isSameWord ? 'safe' : 'suggested', [
    { span: entry.key.span, newText: quote + near + quote },
  ]).map((fix) => (entry.value?.kind === 'sequence' ? { ...fix, leaves: REVEALED_BY_NAME } : fix));
  return { message: 'near' as const, data: { ...data, near }, fixes: [...rename, ...fixes], ...common };
}
