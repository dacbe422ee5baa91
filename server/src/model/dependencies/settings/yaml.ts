import type { Span } from '../../../base/span.ts';
import type { Document } from '../../document.ts';
import {
  asMapping,
  asSequence,
  HOLE,
  keyOf,
  parseYaml,
  resolve,
  YAML_PROBLEMS,
  type YamlEntry,
  type YamlMapping,
  type YamlScalar,
  type YamlSequence,
} from '../../yaml/index.ts';
import { commentsOf } from '../comments.ts';
import type { Setting } from '../file.ts';
import { wholeLine } from '../lines.ts';
import { lineAround, partDeletion } from './parts.ts';

/** The first document of a file as a mapping, with what every document tells. */
export function readYaml(text: string): Pick<Document, 'problems' | 'comments'> & { readonly root: YamlMapping | undefined } {
  const { documents } = parseYaml(text);
  const comments = documents.flatMap((document) => document.comments);
  return {
    root: asMapping(documents[0]?.root),
    problems: documents.flatMap(({ problems }) => problems.map(({ span, code }) => ({ span, message: YAML_PROBLEMS[code] }))),
    comments: commentsOf(text, comments),
  };
}

/** Settings files are flat; deeper nesting is nothing that we know. */
const MAX_DEPTH = 6;
/** Aliases that stand for aliases could name more without end. */
const MAX_ENTRIES = 50_000;

/**
 * The scalars of a mapping as settings: the keys around one are its section, joined by dots; the items of a list repeat the key of the list.
 * @param isSetting whether a key at the top is one
 */
export function yamlSettings(
  text: string,
  root: YamlMapping | undefined,
  isSetting: (key: string) => boolean = () => true,
): Setting[] {
  const result: Setting[] = [];
  let budget = MAX_ENTRIES;
  const walk = (mapping: YamlMapping, section: string, depth: number): void => {
    for (const [index, entry] of mapping.entries.entries()) {
      const key = keyOf(entry);
      if (budget-- < 0) return;
      if (key === undefined || (depth === 0 && !isSetting(key))) continue;
      const inner = section === '' ? key : `${section}.${key}`;
      const removal = mapping.style === 'block' ? linesOfEntry(text, entry) : partDeletion(text, mapping.entries, index);
      const add = (scalar: YamlScalar, span: Span, deletion: Span | undefined): void => {
        if (!scalar.text.includes(HOLE))
          result.push({
            section,
            key,
            keySpan: unquoted(entry.key as YamlScalar),
            ...valueOf(scalar),
            span,
            ...(deletion && { deletion }),
          });
      };
      const list = asSequence(entry.value);
      const value = resolve(entry.value);
      if (list?.items.length === 0)
        result.push({
          section,
          key,
          keySpan: unquoted(entry.key as YamlScalar),
          value: '[]',
          valueSpan: list.span,
          span: entry.span,
          ...(removal && { deletion: removal }),
        });
      for (const [at, item] of list?.items.entries() ?? []) {
        if (list === undefined || budget-- < 0) break;
        // `${NAME}` is a value like any other here: it says that the environment decides.
        const part = resolve(item.value);
        if (part?.kind === 'scalar') add(part, item.span, list.items.length === 1 ? removal : itemRemoval(text, list, at));
        else if (part?.kind === 'mapping' && depth < MAX_DEPTH) walk(part, `${inner}[${at}]`, depth + 1);
      }
      if (value?.kind === 'scalar') add(value, entry.span, removal);
      else if (value?.kind === 'mapping' && depth < MAX_DEPTH) walk(value, inner, depth + 1);
    }
  };
  if (root) walk(root, '', 0);
  return result;
}

const unquoted = ({ span, text, style }: YamlScalar): Span =>
  style !== 'plain' && span.end - span.start === text.length + 2 ? { start: span.start + 1, end: span.end - 1 } : span;

const valueOf = (scalar: YamlScalar): Pick<Setting, 'value' | 'valueSpan'> => ({
  value: scalar.text,
  valueSpan: unquoted(scalar),
});

/** All lines of an entry, if it has them for itself. */
function linesOfEntry(text: string, { span }: YamlEntry): Span | undefined {
  const line = lineAround(text, span);
  return line && text.slice(line.start, span.start).trim() === '' ? wholeLine(text, line) : undefined;
}

function itemRemoval(text: string, list: YamlSequence, at: number): Span | undefined {
  if (list.style === 'flow') return partDeletion(text, list.items, at);
  const item = list.items[at];
  const line = item && lineAround(text, item.span);
  return line && wholeLine(text, line);
}
