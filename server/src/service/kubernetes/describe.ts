import type { Environment } from '../../engine/environment.ts';
import { apiLifecycle } from '../../knowledge/kubernetes/api-lifecycle.ts';
import { VOLUME_SOURCES } from '../../knowledge/kubernetes/deprecated-fields.ts';
import { descriptionOf } from '../../knowledge/kubernetes/descriptions.ts';
import { kindInWords } from '../../knowledge/kubernetes/kind-words.ts';
import { isIn, kindOf, SCHEMA_MINORS, type SchemaField, schemaMinor } from '../../knowledge/kubernetes/schema.ts';
import { minorOf } from '../../knowledge/kubernetes-version.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { definitionOf } from '../../rules/kubernetes/support/custom-resources.ts';
import { versionsOf } from '../../rules/kubernetes/support/kind-guess.ts';
import type { ObjectShape, Shape } from '../../rules/kubernetes/support/shape.ts';
import { code } from '../markdown.ts';
import { shapeName } from './shape-names.ts';

/** What completion and hover know besides the file: a part of what rules are given. */
export interface Surroundings {
  readonly env: Pick<Environment, 'kubernetesVersion' | 'workspace'>;
  readonly file: { readonly path: string };
}

const [OLDEST, NEWEST] = SCHEMA_MINORS;
const VOLUME_OWNERS = /^V1(?:Volume|PersistentVolumeSpec)$/;

/** A field of an object. */
export interface Field {
  readonly owner: ObjectShape;
  readonly name: string;
  /** Undefined where the target version does not have it. */
  readonly shape: Shape | undefined;
}

/** What a field means, in one line. */
export const aboutField = ({ owner, name }: Omit<Field, 'shape'>): string | undefined =>
  owner.type === undefined ? undefined : descriptionOf(owner.type, name);

/** Whether the field should not be used any more. */
export const isOldField = ({ owner, name }: Omit<Field, 'shape'>): boolean => owner.elsewhere(name)?.isDeprecated === true;

/** Markdown about a field: its type, what it means, and since when it is there. */
export function describeField(field: Field, resource: Resource | undefined, around: Surroundings): string {
  const { owner, name, shape } = field;
  const known = owner.elsewhere(name);
  const words = [shape && shapeName(shape), owner.required.includes(name) ? 'required' : undefined];
  const lines = [[`**${name}**`, ...words.filter((word) => word !== undefined)].join(' · ')];
  const about = aboutField(field);
  if (about !== undefined) lines.push('', about);
  const values = shape && valuesOf(shape);
  if (values) lines.push('', `One of ${values.map((value) => code(String(value))).join(', ')}.`);
  const facts = known ? factsOf(field, known, around.env.kubernetesVersion) : [];
  if (facts.length > 0) lines.push('', facts.join(' '));
  const page = resource && pageOf(resource, around.env.kubernetesVersion);
  if (page !== undefined) lines.push('', page);
  return lines.join('\n');
}

/** The values that a scalar, or each item of a list, may have. */
export function valuesOf(shape: Shape): readonly unknown[] | undefined {
  if (shape.kind === 'list') return valuesOf(shape.items);
  return shape.kind === 'scalar' ? shape.values : undefined;
}

/** What the version has to do with a field, in sentences. */
export function factsOf({ owner, name }: Omit<Field, 'shape'>, known: SchemaField, version: string): readonly string[] {
  const target = schemaMinor(version);
  const facts: string[] = [];
  if (!isIn(known, target)) facts.push(`⚠ Not in Kubernetes 1.${target}.`);
  if (known.since > OLDEST) facts.push(`Since 1.${known.since}.`);
  if (known.until < NEWEST) facts.push(`Removed in 1.${known.until + 1}.`);
  const old = VOLUME_OWNERS.test(owner.type ?? '') ? VOLUME_SOURCES.get(name) : undefined;
  if (old) {
    const without = old.removed === undefined ? '' : `, without effect since 1.${old.removed}`;
    facts.push(`⚠ Deprecated since 1.${old.deprecated}${without}: ${old.advice}.`);
  } else if (known.isDeprecated) facts.push('⚠ Deprecated.');
  return facts;
}

/** Markdown about a kind: what it is for, and what becomes of its API version. */
export function describeKind({ apiVersion, kind, group }: Resource, around: Surroundings): string | undefined {
  const version = around.env.kubernetesVersion;
  const minor = schemaMinor(version);
  const own = kindOf(apiVersion, kind);
  const lifecycle = apiLifecycle(apiVersion, kind);
  if (!own && !lifecycle) {
    const definition = definitionOf(around, { group, kind });
    if (!definition) return undefined;
    const versions = definition.versions.map(({ name }) => code(`${group}/${name}`)).join(', ');
    return `**${kind}** · ${code(apiVersion)}\n\nA custom resource; its definition is in the workspace and has ${versions}.`;
  }
  const lines = [`**${kind}** · ${code(apiVersion)}`];
  const about = kindInWords(kind);
  if (about !== undefined) lines.push('', `${about}.`);
  if (own && own.since > OLDEST) lines.push('', `Since 1.${own.since}.`);
  if (lifecycle) {
    const { deprecated, removed, replacement } = lifecycle;
    const target = minorOf(version) ?? minor;
    const past = removed === undefined ? '' : `, ${removed <= target ? 'removed' : 'to be removed'} in 1.${removed}`;
    const instead = replacement && `${code(replacement.apiVersion)}${replacement.kind === kind ? '' : ` ${replacement.kind}`}`;
    const advice = instead === undefined ? '' : ` Use ${instead} (since 1.${replacement?.since ?? 0}).`;
    lines.push('', `${deprecated <= target ? '⚠ ' : ''}Deprecated since 1.${deprecated}${past}.${advice}`);
  }
  const served = versionsOf(kind, minor).filter((each) => each.apiVersion !== apiVersion);
  if (served.length > 0)
    lines.push(
      '',
      `Kubernetes 1.${minor} ${own && isIn(own, minor) ? 'also serves' : 'serves'} ${served.map((each) => code(each.apiVersion)).join(', ')}.`,
    );
  const page = pageOf({ apiVersion, kind, group }, version);
  if (page !== undefined) lines.push('', page);
  return lines.join('\n');
}

/** A link to the API reference of the target version; undefined for what Kubernetes itself does not serve. */
function pageOf(
  { apiVersion, kind, group }: Pick<Resource, 'apiVersion' | 'kind' | 'group'>,
  version: string,
): string | undefined {
  const minor = schemaMinor(version);
  const own = kindOf(apiVersion, kind);
  if (!own || !isIn(own, minor)) return undefined;
  const anchor = [kind, apiVersion.slice(apiVersion.indexOf('/') + 1), group === '' ? 'core' : group.replaceAll('.', '-')];
  const page = `https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.${minor}/#${anchor.join('-').toLowerCase()}`;
  return `[API reference of ${kind}](${page})`;
}
