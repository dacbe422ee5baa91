import type { Container } from '../../../model/kubernetes/index.ts';
import { type MappedText, MappedTextBuilder, type Word } from '../../../model/shell/index.ts';
import { asScalar, at, itemsOf, type YamlScalar } from '../../../model/yaml/index.ts';

/** The words that a container is started with, the entrypoint's first; undefined for one that is not literal. */
export const commandItems = ({ node }: Pick<Container, 'node'>): readonly (YamlScalar | undefined)[] =>
  ['command', 'args'].flatMap((list) => itemsOf(at(node, list)).map(asScalar));

/** The words as the shell model reads those of an exec form. What is not literal ends them: nothing is known of the rest. */
export function commandWords(text: string, items: readonly (YamlScalar | undefined)[]): readonly Word[] {
  const end = items.indexOf(undefined);
  return (end < 0 ? items : items.slice(0, end)).flatMap((item) => (item ? wordOf(text, item) : []));
}

function wordOf(text: string, scalar: YamlScalar): Word {
  const { span, text: value } = scalar;
  const source = mappedScalar(text, scalar);
  return { span, source, parts: [{ kind: 'literal', span, value, start: 0, end: source.length }] };
}

/** The content of a scalar that knows where its lines stand; from where escapes or folding moved text, a line stands for the whole scalar. */
function mappedScalar(text: string, { span, text: content }: YamlScalar): MappedText {
  const builder = new MappedTextBuilder(span.start);
  const raw = text.slice(span.start, span.end);
  let cursor: number | undefined = 0;
  for (const [index, line] of content.split('\n').entries()) {
    if (index > 0) builder.addWhole('\n', span.start, span.end);
    const found: number = cursor === undefined ? -1 : raw.indexOf(line, cursor);
    if (found < 0) builder.addWhole(line, span.start, span.end);
    else builder.add(line, span.start + found, span.start + found + line.length);
    // Behind a line that is not written as it is, the others are not looked for.
    cursor = found < 0 ? undefined : found + line.length;
  }
  return builder.build();
}
