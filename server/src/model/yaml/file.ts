import { type Span, span } from '../../base/span.ts';
import { splitDocuments } from './documents.ts';
import type { YamlComment, YamlNode } from './nodes.ts';
import { parseDocument, type ParsedText } from './parse-document.ts';
import type { YamlProblem } from './problems.ts';
import { remap } from './remap.ts';
import { withoutTemplateComments } from './template-action.ts';

/** One document of a stream; all offsets count from the start of the file. */
export interface YamlDocument {
  readonly span: Span;
  /** Undefined when the document is empty or could not be read at all. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  readonly problems: readonly YamlProblem[];
  /** Whether actions of a template engine stand in its structure; scalars then may contain `HOLE`. */
  readonly isTemplate: boolean;
}

export interface YamlFile {
  readonly text: string;
  /** At least one. */
  readonly documents: readonly YamlDocument[];
}

/**
 * Parses a YAML stream or a JSON text. Total, and near-linear in the length of the text.
 * @param previous an earlier version of the same file: documents with the same text are taken over, moved where needed
 * @param repairs whether a broken document is read as far as possible, which takes several times as long
 */
export function parseYaml(text: string, previous?: YamlFile, repairs = true): YamlFile {
  const known = previous ? byText(previous) : undefined;
  const documents = splitDocuments(withoutTemplateComments(text)).map((where): YamlDocument => {
    const source = text.slice(where.start, where.end);
    const old = known?.get(source)?.next();
    return old ? moved(old, where) : placed(parseDocument(source, repairs), where);
  });
  return { text, documents };
}

/** Documents with the same text, in order; the last one serves again when more are asked for. */
class Twins {
  readonly #documents: YamlDocument[] = [];
  #taken = 0;

  add(document: YamlDocument): void {
    this.#documents.push(document);
  }

  next(): YamlDocument | undefined {
    return this.#documents[Math.min(this.#taken++, this.#documents.length - 1)];
  }
}

function byText({ text, documents }: YamlFile): Map<string, Twins> {
  const known = new Map<string, Twins>();
  for (const document of documents) {
    const source = text.slice(document.span.start, document.span.end);
    let twins = known.get(source);
    if (!twins) known.set(source, (twins = new Twins()));
    twins.add(document);
  }
  return known;
}

function moved(document: YamlDocument, where: Span): YamlDocument {
  const by = where.start - document.span.start;
  if (by === 0) return document;
  return { span: where, isTemplate: document.isTemplate, ...remap(document, (offset) => offset + by) };
}

function placed(parsed: ParsedText, where: Span): YamlDocument {
  const { root, comments, problems } = where.start === 0 ? parsed : remap(parsed, (offset) => offset + where.start);
  return { span: span(where.start, where.end), root, comments, problems, isTemplate: parsed.isTemplate };
}
