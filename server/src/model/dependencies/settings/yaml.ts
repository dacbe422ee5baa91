import type { Document } from '../../document.ts';
import { asMapping, asSequence, HOLE, keyOf, parseYaml, resolve, YAML_PROBLEMS, type YamlMapping } from '../../yaml/index.ts';
import { commentsOf } from '../comments.ts';
import type { Setting } from '../file.ts';

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

/**
 * The scalars of a mapping as settings: the keys around one are its section, joined by dots; the items of a list repeat the key of the list.
 * @param isSetting whether a key at the top is one
 */
export function yamlSettings(root: YamlMapping | undefined, isSetting: (key: string) => boolean = () => true): Setting[] {
  const result: Setting[] = [];
  const walk = (mapping: YamlMapping | undefined, section: string, depth: number): void => {
    for (const entry of mapping?.entries ?? []) {
      const key = keyOf(entry);
      if (key === undefined || (depth === 0 && !isSetting(key))) continue;
      const values = asSequence(entry.value)?.items.map(({ value }) => value) ?? [entry.value];
      for (const value of values) {
        // `${NAME}` is a value like any other here: it says that the environment decides.
        const scalar = resolve(value);
        if (scalar?.kind !== 'scalar') {
          if (depth < MAX_DEPTH) walk(asMapping(value), section === '' ? key : `${section}.${key}`, depth + 1);
          continue;
        }
        if (scalar.text.includes(HOLE)) continue;
        const isQuoted = scalar.span.end - scalar.span.start === scalar.text.length + 2;
        const valueSpan = isQuoted ? { start: scalar.span.start + 1, end: scalar.span.end - 1 } : scalar.span;
        result.push({ section, key, value: scalar.text, valueSpan });
      }
    }
  };
  walk(root, '', 0);
  return result;
}
