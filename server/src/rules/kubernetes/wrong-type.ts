import { kubernetesRule } from '../../engine/rule.ts';
import { deleteItem } from '../../model/yaml/index.ts';
import { brokenBound } from './support/bounds.ts';
import { editSource, fixOf } from './support/edits.ts';
import { judgedTexts } from './support/judged-texts.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { fieldTitle } from './support/resource-title.ts';
import { fits, hasType } from './support/scalar-fit.ts';
import { type Deviation, deviationsOf } from './support/schema-walk.ts';
import { inWords, isItem, shapeInWords, valuesInWords } from './support/shape-words.ts';
import { asVariables, inFull, withoutMatchLabels } from './support/lifted.ts';
import { quoted, unquoted, wrapped, writtenRight } from './support/type-fixes.ts';
import { summedUpBy } from './support/summed-up-by.ts';

/** Maps of quantities have a rule of their own, which knows more about them. */
const QUANTITY_MAPS = /\.(?:limits|requests|hard|min|max|default|defaultRequest|maxLimitRequestRatio)\./;

type Wrong = Extract<Deviation, { what: 'type' }>;

export const wrongType = kubernetesRule(
  {
    id: 'kubernetes/wrong-type',
    title: 'Value of the wrong type',
    why: 'The API rejects a manifest whose values have another type than the schema says. Most of the time YAML is to blame: an environment variable `8080` or `yes` without quotes is a number or a boolean, and `"3"` with quotes is a string. Fields with a fixed set of values reject all others, and are case-sensitive.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade'],
    messages: {
      quote: '{field} must be a string, but without quotes `{text}` is {found}. Quote it.',
      unquote: '{field} must be {wanted}, and `{text}` is a string. Write it without quotes.',
      value: '{field} cannot be `{text}`. Use {values}.',
      bounds: '{field} cannot be `{text}`. It must be {rule}.',
      list: '{field} must be a list. Put the value into one.',
      type: '{field} must be {wanted}, and this is {found}. Correct the value.',
      repeated: 'Two items of {field} have the same {keys}, `{text}`. The API wants each only once.',
    },
    aliases: ['kube-linter:schema-validation', 'kube-linter:template-kubeconform', 'kubeconform:schema'],
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/', 'CWE-1286'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const { file, model } = context;
    const texts = judgedTexts(context);
    for (const resource of model.resources) {
      const source = editSource(file, resource);
      const where = (path: string) => `${resource.kind}/${resource.name ?? ''}/${path}`;
      for (const deviation of deviationsOf(context, resource)) {
        if (deviation.what === 'repeated' && !model.isTemplate) {
          const { path, keys, list, index, first, again } = deviation;
          const sources = [
            index,
            list.items.findIndex(({ span }) => span.start <= first.span.start && first.span.end <= span.end),
          ].map((at) => file.text.slice(list.items[at]?.value?.span.start, list.items[at]?.value?.span.end));
          yield {
            message: 'repeated' as const,
            data: {
              field: fieldTitle(model, resource, path),
              keys: keys.map((key) => `\`${key}\``).join(' and '),
              text: again.text,
            },
            span: again.span,
            related: [{ span: first.span, note: 'The first one is here.' }],
            fixes:
              sources[0] === sources[1] ? fixOf('Delete the repeated item', 'suggested', deleteItem(source, list, index)) : [],
            key: `${where(path)}/${again.text}`,
          };
        }
        if (deviation.what !== 'type' || isOthers(deviation)) continue;
        const { path, node, shape } = deviation;
        const field = fieldTitle(model, resource, path);
        const common = { span: node.kind === 'scalar' ? node.span : firstLine(file.text, node.span), key: where(path) };
        const found = inWords(node);
        if (shape.kind === 'list' && isItem(node, shape.items)) {
          yield { message: 'list' as const, data: { field }, fixes: wrapped(source, node, path), ...common };
        } else if (node.kind !== 'scalar' || shape.kind !== 'scalar') {
          const fixes = [
            ...inFull(source, node, shape),
            ...asVariables(source, node, shape),
            ...withoutMatchLabels(source, deviation.place.mapping, node),
          ];
          yield { message: 'type' as const, data: { field, wanted: shapeInWords(shape), found }, fixes, ...common };
        } else if (shape.bounds && fits(node.value, shape)) {
          const rule = brokenBound(node.value, shape.bounds) ?? '';
          yield { message: 'bounds' as const, data: { field, text: node.text, rule }, ...common };
        } else if (hasType(node.value, shape.scalar)) {
          const data = { field, text: node.text, values: valuesInWords(shape.values ?? []) };
          yield { message: 'value' as const, data, fixes: writtenRight(source, node, shape.values ?? []), ...common };
        } else if (shape.scalar === 'string' && typeof node.value !== 'string') {
          const cause = texts.has(node.span.start) ? summedUpBy('kubernetes/label-value-invalid') : {};
          yield {
            message: 'quote' as const,
            data: { field, text: node.text, found },
            fixes: quoted(source, node),
            ...common,
            ...cause,
          };
        } else {
          const fixes = unquoted(source, node, shape.scalar);
          const data = { field, wanted: shapeInWords(shape), text: node.text };
          if (fixes.length > 0 && typeof node.value === 'string') yield { message: 'unquote' as const, data, fixes, ...common };
          else yield { message: 'type' as const, data: { ...data, found: `\`${node.text}\`` }, fixes, ...common };
        }
      }
    }
  }),
);

const isOthers = ({ path, node, shape }: Wrong): boolean =>
  shape.kind === 'scalar' &&
  shape.scalar === 'quantity' &&
  node.kind === 'scalar' &&
  typeof node.value === 'string' &&
  QUANTITY_MAPS.test(path);

/** A block has many lines; its first says where it is. */
function firstLine(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const lineBreak = text.slice(start, end).search(/[\r\n]/);
  return { start, end: lineBreak < 0 ? end : start + lineBreak };
}
