import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { schemaMinor } from '../../knowledge/kubernetes/schema.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { deleteEntry, moveEntry, type YamlEntry } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { nearestField } from './support/nearest-field.ts';
import { type Home, homeOf } from './support/nesting.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { type Deviation, deviationsOf, type Place } from './support/schema-walk.ts';

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
      for (const deviation of deviationsOf(context, resource)) {
        if (deviation.what === 'unknown' && !isHolderOfAnchors(deviation))
          yield problemOf(context, resource, deviation, deviation.place.mapping.entries.length < MOST_ENTRIES && guesses-- > 0);
      }
    }
  }),
);

/** At the top of an object people define what aliases repeat; the file is then made ready by another tool. */
const isHolderOfAnchors = ({ place, name, entry }: Unknown): boolean =>
  place.path === '' && (name.startsWith('x-') || name.startsWith('.') || entry.value?.anchor !== undefined);

function problemOf(context: Context<'kubernetes'>, resource: Resource, { place, entry, name }: Unknown, mayGuess: boolean) {
  const owner = place.path === '' ? (resource.kind === '' ? 'The object' : `\`${resource.kind}\``) : `\`${place.path}\``;
  const common = { span: entry.key.span, key: `${resource.kind}/${resource.name ?? ''}/${place.path}/${name}` };
  const data = { owner, field: name };
  if (!mayGuess) return { message: 'unknown' as const, data, ...common };
  const other = place.shape.elsewhere(name);
  if (other) {
    const target = schemaMinor(context.env.kubernetesVersion);
    const isNew = other.since > target;
    const minor = String(isNew ? other.since : other.until);
    return {
      message: isNew ? ('since' as const) : ('until' as const),
      data: { ...data, minor, target: String(target) },
      fixes: deletion(context, resource, place, entry),
      ...common,
    };
  }
  const taken = new Set(place.mapping.entries.map(({ key }) => (key.kind === 'scalar' ? key.text : '')));
  const free = place.shape.names.filter((one) => !taken.has(one));
  const near = nearestField(name, free) ?? longerName(name, free);
  const isSameWord = near?.toLowerCase() === name.toLowerCase();
  const home = isSameWord ? undefined : homeOf(place, entry, name);
  if (home) {
    const where = home.path === '' ? `\`${resource.kind}\` itself` : `\`${home.path}\``;
    return {
      message: 'nested' as const,
      data: { ...data, home: where },
      fixes: move(context, resource, place, entry, home),
      ...common,
    };
  }
  const fixes = deletion(context, resource, place, entry);
  if (near === undefined) return { message: 'unknown' as const, data, fixes, ...common };
  const text = context.file.text[entry.key.span.start] ?? '';
  const quote = text === '"' || text === "'" ? text : '';
  const rename = fixOf(`Rename it to \`${near}\``, isSameWord ? 'safe' : 'suggested', [
    { span: entry.key.span, newText: quote + near + quote },
  ]);
  return { message: 'near' as const, data: { ...data, near }, fixes: [...rename, ...fixes], ...common };
}

/** `name` for `secretName`, where only one field ends like that. */
function longerName(name: string, names: readonly string[]): string | undefined {
  const ending = name.charAt(0).toUpperCase() + name.slice(1);
  const [only, other] = names.filter((one) => name.length > 2 && one.endsWith(ending));
  return other === undefined ? only : undefined;
}

const deletion = ({ file }: Context<'kubernetes'>, resource: Resource, { mapping }: Place, entry: YamlEntry): readonly Fix[] =>
  fixOf('Delete the field', 'suggested', deleteEntry(editSource(file, resource), mapping, entry));

function move(
  { file }: Context<'kubernetes'>,
  resource: Resource,
  place: Place,
  entry: YamlEntry,
  { path, target }: Home,
): readonly Fix[] {
  if (!target) return [];
  const holder = place.parent?.mapping.entries.find(({ value }) => value === place.mapping);
  const edits = moveEntry(editSource(file, resource), place.mapping, entry, target.mapping, target.missing, holder);
  return fixOf(path === '' ? 'Move it to the top' : `Move it to \`${path}\``, 'suggested', edits);
}
