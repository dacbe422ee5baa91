import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { schemaMinor } from '../../knowledge/kubernetes/schema.ts';
import type { HeadlessObject } from '../../model/kubernetes/index.ts';
import { asScalar, type Edits, entryOf, isNull, setPath, styleOf, stringOf } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';
import { kindsLike, versionsOf } from './support/kind-guess.ts';

/** More kinds than that are no help in choosing. */
const MOST_CHOICES = 4;

export const missingKindOrVersion = kubernetesRule(
  {
    id: 'kubernetes/missing-kind-or-version',
    title: 'Object without a kind or an API version',
    why: 'Kubernetes finds out what an object is from `apiVersion` and `kind`, so one that lacks either cannot be applied. It also escapes every other check, because nobody can tell which fields it should have.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      kind: 'The object has no `kind`. Say what it is.',
      version: 'The object has no `apiVersion`. Add the version of the API that its kind belongs to.',
      both: 'The object has neither `apiVersion` nor `kind`. Add both.',
    },
    aliases: ['kube-linter:schema-validation', 'kube-linter:template-kubeconform', 'kubeconform:schema'],
    references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields', 'CWE-1287'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model } = context;
    if (model.isTemplate) return;
    for (const object of [...model.headless, ...model.resources]) {
      const version = entryOf(object.node, 'apiVersion');
      const kind = entryOf(object.node, 'kind');
      const noVersion = !version || isEmpty(version.value);
      const noKind = !kind || isEmpty(kind.value);
      if (!noVersion && !noKind) continue;
      const first = object.node.entries[0]?.key.span ?? object.node.span;
      const span = (noVersion ? (version ?? kind) : (kind ?? version))?.key.span ?? first;
      if (noVersion && noKind) yield { message: 'both' as const, span };
      else if (noKind) yield { message: 'kind' as const, span, fixes: kinds(context, object) };
      else yield { message: 'version' as const, span, fixes: versions(context, object) };
    }
  },
);

const isEmpty = (value: Parameters<typeof isNull>[0]): boolean => isNull(value) || asScalar(value)?.value === '';

function kinds(context: Context<'kubernetes'>, { node, document }: HeadlessObject): readonly Fix[] {
  const { file, env } = context;
  const source = { text: file.text, style: styleOf(file.text, document.root, file.eol) };
  const likely = kindsLike(stringOf(entryOf(node, 'apiVersion')?.value) ?? '', node, schemaMinor(env.kubernetesVersion));
  if (likely.length > MOST_CHOICES) return [];
  const at = node.entries.findIndex(({ key }) => key.kind === 'scalar' && key.text === 'apiVersion');
  const next = at < 0 ? undefined : node.entries.at(at + 1)?.key;
  const before = next?.kind === 'scalar' ? next.text : undefined;
  return likely.flatMap((kind) => fixOf(`Add \`kind: ${kind}\``, 'suggested', setPath(source, node, ['kind'], kind, before)));
}

function versions({ file, env }: Context<'kubernetes'>, { node, document }: HeadlessObject): readonly Fix[] {
  const source = { text: file.text, style: styleOf(file.text, document.root, file.eol) };
  const [best] = versionsOf(stringOf(entryOf(node, 'kind')?.value) ?? '', schemaMinor(env.kubernetesVersion));
  if (!best) return [];
  const kind = entryOf(node, 'kind')?.key;
  const isAlone =
    !entryOf(node, 'apiVersion') &&
    kind &&
    /^[\r\n\uFEFF]?$/.test(file.text.slice(Math.max(0, kind.span.start - 1), kind.span.start));
  // In front of the kind is where people write and expect it, whatever stands above.
  const edits: Edits = isAlone
    ? [insertion(kind.span.start, `apiVersion: ${best.apiVersion}${file.eol}`)]
    : setPath(source, node, ['apiVersion'], best.apiVersion, 'kind');
  return fixOf(`Add \`apiVersion: ${best.apiVersion}\``, 'suggested', edits);
}
