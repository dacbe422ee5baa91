import type { EditSource, YamlScalar } from '../../../model/yaml/index.ts';

/** A scalar as it is to be written elsewhere in its document; undefined where its lines, or in JSON its quotes, would be lost. */
export function scalarSource({ text, style }: EditSource, scalar: YamlScalar): string | undefined {
  const source = text.slice(scalar.span.start, scalar.span.end);
  if (scalar.style === 'literal' || scalar.style === 'folded' || /[\r\n]/.test(source)) return undefined;
  if (!style.json) return source;
  // Whoever writes JSON puts the quotes around what does not look like another type.
  return typeof scalar.value === 'string' && /^(?:true|false|null|-?\d+)$/.test(scalar.text) ? undefined : scalar.text;
}
