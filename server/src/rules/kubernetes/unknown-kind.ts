import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { allKinds, kindOf, schemaMinor } from '../../knowledge/kubernetes/schema.ts';
import type { Resource } from '../../model/kubernetes/index.ts';
import { asScalar, entryOf, replaceScalar, type YamlScalar } from '../../model/yaml/index.ts';
import { apiConditions } from './support/api-conditions.ts';
import { definitionOf, kindsOfGroup } from './support/custom-resources.ts';
import { editSource, fixOf } from './support/edits.ts';
import { groupOf, isOwnGroup, nearestCustomKind, nearestKind, versionsOf } from './support/kind-guess.ts';
import { nearestField } from './support/nearest-field.ts';
import { type NewApi, newApiOf } from './support/new-api.ts';
import { isPlaceholder } from './support/placeholder.ts';

/** Kinds that others keep in groups of Kubernetes: kubeconfig files, OpenShift's before it had groups, and those that Kubernetes removed long ago. */
const OTHERS =
  /^(?:Config|List|Status|Table|.*Options|.*Review|Template|DeploymentConfig|Build|BuildConfig|ImageStream\w*|Image|Route|Project|ProjectRequest|User|Group|Identity|OAuthClient|SecurityContextConstraints|PodSecurityPolicy|PodPreset|PodStatusResult|RangeAllocation|SerializedReference|WatchEvent|API\w*)$/;

export const unknownKind = kubernetesRule(
  {
    id: 'kubernetes/unknown-kind',
    title: 'Kind that the API does not have',
    why: 'The kind is not in the group and version of the Kubernetes API that the manifest names, so it cannot be applied. Usually the kind is misspelt, or `apiVersion` is that of another kind, or newer than the target version. Only groups of Kubernetes itself and of CustomResourceDefinitions in the workspace are judged.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      near: '`{version}` has no kind `{kind}`. Did you mean `{near}`?',
      moved: '`{version}` has no kind `{kind}`. Use `apiVersion: {near}`.',
      unknown: '`{version}` has no kind `{kind}`. Correct the kind or the API version.',
      since: '`{version}` serves `{kind}` only from Kubernetes 1.{since} on, and the target is {target}. Raise the target.',
      sinceNear:
        '`{version}` serves `{kind}` only from Kubernetes 1.{since} on, and the target is {target}. Use `apiVersion: {near}`.',
      custom: 'The CustomResourceDefinition of `{kind}` has no version `{version}`. Use `{near}`.',
    },
    aliases: ['kubeconform:schema'],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const isChosen = apiConditions(context);
    for (const resource of context.model.resources) {
      const { kind, apiVersion, node } = resource;
      const where = { kind: asScalar(entryOf(node, 'kind')?.value), version: asScalar(entryOf(node, 'apiVersion')?.value) };
      if (!where.kind || !where.version || kind === '' || apiVersion === '') continue;
      if (kindOf(apiVersion, kind)) {
        const found = isChosen(where.version.span.start) ? undefined : newApiOf(context, resource);
        if (found) yield tooNew(context, resource, where.version, found);
        continue;
      }
      if (isPlaceholder(kind) || isPlaceholder(apiVersion) || OTHERS.test(kind)) continue;
      const found = judge(context, resource);
      if (!found) continue;
      const { message, near } = found;
      const target = message === 'near' ? where.kind : where.version;
      const span = message === 'near' || message === 'unknown' ? where.kind.span : where.version.span;
      const data = { kind, version: message === 'custom' ? resource.version : apiVersion };
      if (near === undefined) {
        yield { message: 'unknown' as const, data, span };
        continue;
      }
      const edits = replaceScalar(editSource(context.file, resource), target, near);
      const fixes: readonly Fix[] = fixOf(`Write \`${near}\``, 'suggested', edits);
      yield { message: message === 'unknown' ? ('near' as const) : message, data: { ...data, near }, span, fixes };
    }
  },
);

function tooNew(context: Context<'kubernetes'>, resource: Resource, node: YamlScalar, { since, instead }: NewApi) {
  const { apiVersion: version, kind } = resource;
  const data = { version, kind, since: String(since), target: context.env.kubernetesVersion };
  const common = { span: node.span, severity: 'high' as const };
  if (instead === undefined) return { message: 'since' as const, data, ...common };
  const edits = replaceScalar(editSource(context.file, resource), node, instead);
  const fixes = fixOf(`Write \`${instead}\``, 'suggested', edits);
  return { message: 'sinceNear' as const, data: { ...data, near: instead }, fixes, ...common };
}

interface Verdict {
  readonly message: 'near' | 'moved' | 'unknown' | 'custom';
  readonly near?: string;
}

function judge(context: Context<'kubernetes'>, resource: Resource): Verdict | undefined {
  const { apiVersion, group, version, kind } = resource;
  const minor = schemaMinor(context.env.kubernetesVersion);
  const [best] = versionsOf(kind, minor);
  if (!isOwnGroup(group)) {
    const served = definitionOf(context, resource)?.versions.map(({ name }) => name);
    if (served) {
      const [only] = served;
      return only === undefined || served.includes(version) ? undefined : { message: 'custom', near: `${group}/${only}` };
    }
    const ofGroup = kindsOfGroup(context, group);
    const custom = nearestCustomKind(kind, ofGroup);
    if (ofGroup.length > 0) return custom === undefined ? undefined : { message: 'near', near: custom };
    // Groups of custom resources have a dot; one that has none, or almost is one of Kubernetes' own, is a slip if the kind is known.
    if (!best || group === 'extensions') return undefined;
    const isSlip = !group.includes('.') || nearestField(group, [groupOf(best.apiVersion)]) !== undefined;
    return isSlip ? { message: 'moved', near: best.apiVersion } : undefined;
  }
  if (kind.endsWith('List') && [...allKinds()].some((one) => one.apiVersion === apiVersion && `${one.kind}List` === kind))
    return undefined;
  const isOfGroup = [...allKinds()].some((one) => one.kind === kind && groupOf(one.apiVersion) === group);
  // Versions that came and went before the schema begins are for the rules about removed versions.
  if (/^v\d+(?:alpha|beta)\d+$/.test(version) && (isOfGroup || ![...allKinds()].some((one) => one.apiVersion === apiVersion)))
    return undefined;
  if (best) return { message: 'moved', near: best.apiVersion };
  const near = nearestKind(kind, apiVersion, minor);
  return near === undefined ? { message: 'unknown' } : { message: 'near', near };
}
