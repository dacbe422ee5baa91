import { applyEdits, type Edit } from '../../../base/edit.ts';
import { span } from '../../../base/span.ts';
import { type Edits, nodesOf, parseYaml, type YamlDocument } from '../../../model/yaml/index.ts';

/** Longer documents are not worth parsing again for a fix. */
const LONGEST = 200_000;

/**
 * Replaces the tabs that indent lines of a document by the smallest usual number of spaces with which it parses. Undefined when none does, and where a block
 * scalar holds tabs, which are content there.
 */
export function spacesForTabs(text: string, { span: where, root }: YamlDocument): Edits {
  if (where.end - where.start > LONGEST) return undefined;
  for (const node of nodesOf(root)) {
    if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded') && node.text.includes('\t'))
      return undefined;
  }
  const source = text.slice(where.start, where.end);
  for (const width of [2, 4, 8]) {
    const edits = tabEdits(source, width);
    if (parseYaml(applyEdits(source, edits)).documents.some(({ problems }) => problems.length > 0)) continue;
    const [first, ...rest] = edits.map(({ span: { start, end }, newText }) => ({
      span: span(where.start + start, where.start + end),
      newText,
    }));
    return first && [first, ...rest];
  }
  return undefined;
}

const tabEdits = (source: string, width: number): readonly Edit[] =>
  [...source.matchAll(/^ *\t[ \t]*/gm)].map(({ 0: indent, index }) => ({
    span: span(index, index + indent.length),
    newText: indent.replaceAll('\t', ' '.repeat(width)),
  }));
