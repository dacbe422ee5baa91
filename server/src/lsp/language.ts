import {
  type CompletionItem,
  CompletionItemKind,
  type FoldingRange,
  FoldingRangeKind,
  type Position,
} from 'vscode-languageserver';
import { RULES } from '../rules/index.ts';
import { type Completion, completionsAt } from '../service/dockerfile/completion.ts';
import { foldsOf } from '../service/dockerfile/folding.ts';
import { toTextEdits } from './convert.ts';
import type { Session } from './session.ts';

/** What editors ask of a language: completion and folding. */

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Property,
  stage: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  tag: CompletionItemKind.Value,
  rule: CompletionItemKind.EnumMember,
};

const DOCKERFILE_RULES = RULES.filter(({ on }) => on === 'dockerfile').map(
  ({ meta }) => [meta.id, meta.title, meta.aliases] as const,
);

export function completions(session: Session, uri: string, position: Position): CompletionItem[] {
  const found = dockerfileAt(session, uri);
  if (!found) return [];
  const { model, lines } = found;
  return completionsAt(model, lines.offsetAt(position), DOCKERFILE_RULES).map(({ label, kind, span, newText, detail }) => {
    const [textEdit] = toTextEdits(lines, [{ span, newText }]);
    return { label, kind: KINDS[kind], detail, ...(textEdit ? { textEdit } : {}) };
  });
}

export function foldingRanges(session: Session, uri: string): FoldingRange[] {
  const found = dockerfileAt(session, uri);
  if (!found) return [];
  const { model, lines } = found;
  return foldsOf(model).map(({ span, kind }) => ({
    startLine: lines.positionAt(span.start).line,
    endLine: lines.positionAt(span.end).line,
    ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}

function dockerfileAt(session: Session, uri: string) {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const { folder, path } = session.take(document);
  const lines = folder.workspace.lines(path);
  const parsed = session.disabled.has(folder) ? undefined : folder.workspace.parsed(path);
  return parsed?.kind === 'dockerfile' && lines ? { model: parsed.model, lines } : undefined;
}
