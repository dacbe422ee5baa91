import { type Edit, insertion } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { ScalarType } from '../../../knowledge/kubernetes/schema.ts';
import { type EditSource, type ScalarValue, type YamlNode, type YamlScalar } from '../../../model/yaml/index.ts';
import { fixOf } from './edits.ts';
import { nearestField } from './nearest-field.ts';
import { hasType } from './scalar-fit.ts';

const sourceOf = ({ text }: EditSource, { span }: YamlNode): string => text.slice(span.start, span.end);

/** Puts a plain scalar into quotes. */
export function quoted(source: EditSource, node: YamlScalar): readonly Fix[] {
  if (node.style !== 'plain' || node.tag) return [];
  return fixOf('Quote the value', 'safe', [{ span: node.span, newText: `"${sourceOf(source, node)}"` }]);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'on'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'off'].map((word) => [word, 'false'] as const),
]);

/** Writes what a string or a number plainly means as the boolean or number that is wanted. */
export function unquoted(_source: EditSource, node: YamlScalar, wanted: ScalarType): readonly Fix[] {
  if (node.style === 'literal' || node.style === 'folded' || node.tag) return [];
  const text = node.text.trim();
  if (wanted === 'boolean') {
    const word = WORDS.get(text.toLowerCase());
    const applicability = word === undefined ? 'suggested' : 'safe';
    const value = word ?? (node.value === 1 || text === '1' ? 'true' : node.value === 0 || text === '0' ? 'false' : undefined);
    return value === undefined ? [] : fixOf(`Write \`${value}\``, applicability, [{ span: node.span, newText: value }]);
  }
  if (!/^-?(?:0|[1-9]\d*)$/.test(text) || !hasType(Number(text), wanted)) return [];
  return fixOf(`Write \`${text}\``, 'safe', [{ span: node.span, newText: text }]);
}

/** Replaces a value by the one of the API's that was most likely meant. */
export function writtenRight({ text }: EditSource, node: YamlScalar, values: readonly ScalarValue[]): readonly Fix[] {
  const names = values.filter((value) => typeof value === 'string');
  const near = nearestField(node.text, names);
  if (near === undefined || node.style === 'literal' || node.style === 'folded') return [];
  const quote = node.style === 'plain' ? '' : (text[node.span.start] ?? '');
  const isSameWord = near.toLowerCase() === node.text.toLowerCase();
  return fixOf(`Write \`${near}\``, isSameWord ? 'safe' : 'suggested', [{ span: node.span, newText: quote + near + quote }]);
}

/** Makes a value the only item of a list. A program alone may be a whole command, so that is for a person to see. */
export function wrapped(source: EditSource, node: YamlNode, path: string): readonly Fix[] {
  if (node.anchor || node.tag) return [];
  const isCommandLine = /\.(?:command|args)$/.test(path);
  const text = sourceOf(source, node);
  // A command line is for a shell, and its arguments alone are for nobody.
  if (isCommandLine && node.kind === 'scalar' && /\s/.test(node.text)) return path.endsWith('.command') ? byShell(node) : [];
  const applicability = isCommandLine ? 'suggested' : 'safe';
  const edits = node.kind === 'mapping' && node.style === 'block' ? dashed(source, node) : inBrackets(source, node, text);
  return fixOf('Put the value into a list', applicability, edits);
}

function byShell({ span, style, text }: YamlScalar): readonly Fix[] {
  if (style === 'literal' || style === 'folded') return [];
  return fixOf('Let a shell run the command', 'suggested', [{ span, newText: `["sh", "-c", ${JSON.stringify(text)}]` }]);
}

function inBrackets({ style }: EditSource, node: YamlNode, text: string): readonly [Edit] | undefined {
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return undefined;
  if (node.kind === 'mapping' && node.entries.length === 0) return [{ span: node.span, newText: '[]' }];
  const needsQuotes = node.kind === 'scalar' && node.style === 'plain' && (style.json || /[,[\]{}#:\r\n]/.test(text));
  return [{ span: node.span, newText: `[${needsQuotes ? JSON.stringify(node.text) : text}]` }];
}

/** A dash in front of the first line, and blanks in front of the others. */
function dashed({ text }: EditSource, { span }: YamlNode): readonly [Edit, ...Edit[]] {
  const edits: [Edit, ...Edit[]] = [insertion(span.start, '- ')];
  for (const { index } of text.slice(span.start, span.end).matchAll(/\n(?=[^\r\n])/g))
    edits.push(insertion(span.start + index + 1, '  '));
  return edits;
}
