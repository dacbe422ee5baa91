import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { asScalar, type YamlScalar } from '../../model/yaml/index.ts';
import { fixOf } from './support/edits.ts';
import { labelMapsOf } from './support/label-maps.ts';
import { literalKeyOf } from './support/literal-key.ts';
import { annotationKey, labelKey, labelValue } from './support/name-grammar.ts';
import { namesOf } from './support/names.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const labelValueInvalid = kubernetesRule(
  {
    id: 'kubernetes/label-value-invalid',
    title: 'Label or name that Kubernetes rejects',
    why: 'Labels and names end up in DNS, URLs and selectors, so Kubernetes allows only few characters in them, and a certain length. Numbers and booleans are no text: `version: 1.0` needs quotes. The API server rejects the whole object otherwise.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      value: 'The label `{key}` cannot be `{value}`: {rule}.',
      key: 'The key of {what} cannot be `{key}`: {rule}.',
      type: 'The value of `{key}` is no text, and Kubernetes rejects it. Put it in quotes.',
      name: 'The name of {what} cannot be `{name}`: {rule}.',
    },
    aliases: ['kics:metadata_label_is_invalid', 'kube-linter:invalid-target-ports', 'kube-score:Label values'],
    references: [
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    ],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { what, node } of labelMapsOf(context.model)) {
      for (const entry of node.entries) {
        const key = literalKeyOf(entry);
        if (key === undefined || key === '<<') continue;
        const rule = isLiteral(key) ? (what === 'label' ? labelKey : annotationKey)(key) : undefined;
        if (rule !== undefined)
          yield { message: 'key', data: { what: `${what === 'label' ? 'a' : 'an'} ${what}`, key, rule }, span: entry.key.span };
        const value = asScalar(entry.value);
        if (!value) continue;
        if (value.value === null) continue;
        if (typeof value.value !== 'string') {
          yield { message: 'type', data: { key }, span: value.span, fixes: quote(context, value) };
          continue;
        }
        const wrong = what === 'label' && isLiteral(value.text) ? labelValue(value.text) : undefined;
        if (wrong === undefined) continue;
        const fixes = replace(value, value.text.replaceAll(/[^-\w.]+/g, '-'));
        yield { message: 'value', data: { key, value: shortened(value.text), rule: wrong }, span: value.span, fixes };
      }
    }
    for (const { what, field, node, check } of namesOf(context)) {
      if (node.value === null) continue;
      if (typeof node.value !== 'string') {
        yield { message: 'type', data: { key: field }, span: node.span, fixes: quote(context, node) };
        continue;
      }
      const rule = node.text !== '' && isLiteral(node.text) ? check?.(node.text) : undefined;
      if (rule === undefined) continue;
      // The names of RBAC may have any letter.
      const fixes =
        check?.('A') === undefined ? [] : replace(node, node.text.toLowerCase().replaceAll(/[^-a-z0-9.]+/g, '-'), check);
      yield { message: 'name', data: { what, name: shortened(node.text), rule }, span: node.span, fixes };
    }
  }),
);

/** Variables and placeholders are replaced before Kubernetes sees them. */
const isLiteral = (text: string): boolean => !/[{}<>$%]|^__|@@/.test(text) && !/^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(text);

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};

/** What was rejected until now cannot break. */
function quote({ file }: Context<'kubernetes'>, { span, style }: YamlScalar): readonly Fix[] {
  if (style !== 'plain') return [];
  return fixOf('Put the value in quotes', 'safe', [{ span, newText: `"${file.text.slice(span.start, span.end)}"` }]);
}

/** Something like the text that is allowed. Selectors and references elsewhere have to follow, so a person decides. */
function replace({ span, style }: YamlScalar, text: string, check = labelValue): readonly Fix[] {
  const near = text.slice(0, 63).replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  // Shorter words, and what begins with a digit, may be no text without quotes.
  if (near === '' || check(near) !== undefined || (style === 'plain' && !/^[A-Za-z].{5}/.test(near))) return [];
  if (style === 'literal' || style === 'folded') return [];
  const mark = style === 'single' ? "'" : style === 'double' ? '"' : '';
  return fixOf(`Write \`${near}\``, 'suggested', [{ span, newText: mark + near + mark }]);
}
