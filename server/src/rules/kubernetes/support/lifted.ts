import type { Fix } from '../../../engine/fix.ts';
import {
  asMapping,
  type Edits,
  type EditSource,
  entryOf,
  keyOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../../model/yaml/index.ts';
import { fixOf } from './edits.ts';
import { fits } from './scalar-fit.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** The one field that a short form of these objects stands for. */
const MAIN_FIELDS: Readonly<Record<string, string>> = {
  V1AppArmorProfile: 'type',
  V1ConfigMapEnvSource: 'name',
  V1ConfigMapVolumeSource: 'name',
  V1ContainerPort: 'containerPort',
  V1DaemonSetUpdateStrategy: 'type',
  V1DeploymentStrategy: 'type',
  V1HostPathVolumeSource: 'path',
  V1LocalObjectReference: 'name',
  V1PersistentVolumeClaimVolumeSource: 'claimName',
  V1SeccompProfile: 'type',
  V1SecretEnvSource: 'name',
  V1SecretVolumeSource: 'secretName',
  V1ServiceBackendPort: 'number',
  V1ServicePort: 'port',
  V1StatefulSetUpdateStrategy: 'type',
};

/** Writes the short form of an object (`strategy: Recreate`) in full. */
export function inFull(source: EditSource, node: YamlNode, shape: Shape): readonly Fix[] {
  const object = shape.kind === 'list' ? shape.items : shape;
  if (node.kind !== 'scalar' || object.kind !== 'object' || node.anchor || node.tag) return [];
  const key = mainField(object, node);
  if (key === undefined || node.style === 'literal' || node.style === 'folded') return [];
  const { json } = source.style;
  const text = source.text.slice(node.span.start, node.span.end);
  const value = node.style === 'plain' && /[,[\]{}#\r\n]/.test(text) ? JSON.stringify(node.text) : text;
  const inner = `{ ${json ? `"${key}"` : key}: ${value} }`;
  const newText = shape.kind === 'list' ? `[${inner}]` : inner;
  return fixOf(`Write it as \`${key}\``, 'safe', [{ span: node.span, newText }]);
}

function mainField(object: ObjectShape, { value }: YamlScalar): string | undefined {
  const main = MAIN_FIELDS[object.type ?? ''];
  const key = main === 'number' && typeof value === 'string' ? 'name' : main;
  const field = key === undefined ? undefined : object.field(key);
  return value !== null && value !== '' && field?.kind === 'scalar' && fits(value, field) ? key : undefined;
}

/** Writes variables that stand as `NAME: value` as the list of them. */
export function asVariables(source: EditSource, node: YamlNode, shape: Shape): readonly Fix[] {
  if (node.kind !== 'mapping' || node.anchor || node.tag || shape.kind !== 'list') return [];
  if (shape.items.kind !== 'object' || shape.items.type !== 'V1EnvVar' || node.entries.length === 0) return [];
  const edits = node.entries.map((entry) => asVariable(source, node, entry));
  if (edits.includes(undefined)) return [];
  const [first, ...rest] = edits.flatMap((each) => each ?? []);
  if (!first) return [];
  const around: Edits =
    node.style === 'flow'
      ? [
          { span: { start: node.span.start, end: node.span.start + 1 }, newText: '[' },
          { span: { start: node.span.end - 1, end: node.span.end }, newText: ']' },
        ]
      : undefined;
  return fixOf('Write a list of names and values', 'safe', around ? [...around, first, ...rest] : [first, ...rest]);
}

function asVariable({ text, style }: EditSource, mapping: YamlMapping, entry: YamlEntry): Edits {
  const { key, colon, value, span } = entry;
  const name = keyOf(entry);
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name ?? '') || colon === undefined || value?.kind !== 'scalar') return undefined;
  if (key.anchor || value.anchor || value.tag || /[\r\n]/.test(text.slice(span.start, span.end)) || value.value === null)
    return undefined;
  const raw = text.slice(value.span.start, value.span.end);
  const quote = style.json ? '"' : '';
  const written = typeof value.value === 'string' ? raw : `"${raw}"`;
  // As a value, such a key would be a boolean.
  const isWord = /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name ?? '');
  const keyText = isWord ? `"${name ?? ''}"` : text.slice(key.span.start, key.span.end);
  const column = key.span.start - (text.lastIndexOf('\n', key.span.start - 1) + 1);
  const newText =
    mapping.style === 'flow'
      ? `{ ${quote}name${quote}: ${keyText}, ${quote}value${quote}: ${written} }`
      : `- name: ${keyText}${style.eol}${' '.repeat(column + 2)}value: ${written}`;
  return [{ span: { start: key.span.start, end: value.span.end }, newText }];
}

/** Puts the labels of a selector of the newer form directly into it, where the API has only the older form: `spec.selector` of a Service. */
export function withoutMatchLabels(source: EditSource, spec: YamlMapping, inner: YamlNode): readonly Fix[] {
  const selector = asMapping(entryOf(spec, 'selector')?.value);
  const entry = entryOf(selector, 'matchLabels');
  if (!selector || entry?.value !== inner || inner.kind !== 'mapping' || selector.entries.length !== 1) return [];
  if (inner.anchor || selector.anchor) return [];
  const { text } = source;
  if (inner.entries.length === 0) return [];
  // A comment behind the key would be lost.
  if (text.slice(entry.key.span.end + 1, inner.span.start).trim() !== '') return [];
  const by = inner.style === 'block' ? columnOf(text, inner) - columnOf(text, selector) : 0;
  const lines = text.slice(inner.span.start, inner.span.end).split(/(?<=\n)/);
  if (by < 0 || lines.slice(1).some((line) => line.trim() !== '' && line.slice(0, by).trim() !== '')) return [];
  const newText = lines.map((line, index) => (index === 0 || line.trim() === '' ? line : line.slice(by))).join('');
  return fixOf('Put the labels directly into the selector', 'safe', [{ span: selector.span, newText }]);
}

const columnOf = (text: string, { span }: YamlNode): number => span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
