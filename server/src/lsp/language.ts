import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionParams,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextMode,
} from 'vscode-languageserver';
import type { LineIndex } from '../base/line-index.ts';
import { isKubernetesCandidatePath } from '../model/kubernetes/index.ts';
import { RULES } from '../rules/index.ts';
import type { Completion } from '../service/completion.ts';
import { packageCompletionsAt } from '../service/dependencies/completion.ts';
import { completionsAt as dockerfileCompletionsAt } from '../service/dockerfile/completion.ts';
import { foldsOf } from '../service/dockerfile/folding.ts';
import { completionsAt as kubernetesCompletionsAt } from '../service/kubernetes/completion/completions.ts';
import type { Parsed } from '../service/parse.ts';
import type { OfferedRule } from '../service/suppression-ids.ts';
import { toTextEdits } from './convert.ts';
import type { Folder } from './folders.ts';
import type { Session } from './session.ts';

/** What editors ask of a language: completion and folding. */

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Property,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  kind: CompletionItemKind.Class,
  name: CompletionItemKind.Reference,
  stage: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  tag: CompletionItemKind.Value,
  rule: CompletionItemKind.EnumMember,
};

const OFFERED: Readonly<Record<'dockerfile' | 'kubernetes' | 'dependencies', readonly OfferedRule[]>> = {
  dependencies: offered('dependencies'),
  dockerfile: offered('dockerfile'),
  kubernetes: offered('kubernetes'),
};

function offered(kind: 'dockerfile' | 'kubernetes' | 'dependencies'): readonly OfferedRule[] {
  return RULES.filter(({ on }) => on === kind).map(({ meta }) => [meta.id, meta.title, meta.aliases] as const);
}

export function completions(session: Session, { textDocument, position, context }: CompletionParams): CompletionItem[] {
  const found = fileAt(session, textDocument.uri);
  if (!found) return [];
  const { lines } = found;
  const offset = lines.offsetAt(position);
  return completionsIn(found, offset, context?.triggerCharacter).map((completion) => {
    const { label, kind, span, newText, detail, documentation, sortText, isDeprecated, others } = completion;
    const [textEdit] = toTextEdits(lines, [{ span, newText }]);
    return {
      label,
      kind: KINDS[kind],
      detail,
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      ...(sortText === undefined ? {} : { sortText }),
      ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
      // The lines of the text have their whole indentation.
      ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
      ...(textEdit ? { textEdit } : {}),
      ...(others ? { additionalTextEdits: toTextEdits(lines, others) } : {}),
    };
  });
}

function completionsIn({ folder, path, parsed }: OpenFile, offset: number, trigger: string | undefined): readonly Completion[] {
  const { workspace } = folder;
  if (parsed?.kind === 'dockerfile')
    return trigger === ' ' ? [] : dockerfileCompletionsAt(parsed.model, offset, OFFERED.dockerfile);
  if (parsed?.kind === 'dependencies') return packageCompletionsAt(workspace, path, offset, OFFERED.dependencies);
  const file = workspace.snapshot(path);
  if (!file || (parsed && parsed.kind !== 'kubernetes') || (!parsed && !mayBecomeKubernetes(path))) return [];
  // Other blanks indent, or stand in a comment.
  if (trigger === ' ' && !/(?:[:-]|larboard-ignore(?:-file)?) $/.test(file.text.slice(Math.max(0, offset - 30), offset)))
    return [];
  return kubernetesCompletionsAt(parsed?.model, file, offset, workspace.surroundings(path), OFFERED.kubernetes);
}

const mayBecomeKubernetes = (path: string): boolean => /\.ya?ml$/i.test(path) && isKubernetesCandidatePath(path);

export function foldingRanges(session: Session, uri: string): FoldingRange[] {
  const found = fileAt(session, uri);
  if (found?.parsed?.kind !== 'dockerfile') return [];
  const { parsed, lines } = found;
  return foldsOf(parsed.model).map(({ span, kind }) => ({
    startLine: lines.positionAt(span.start).line,
    endLine: lines.positionAt(span.end).line,
    ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}

interface OpenFile {
  readonly folder: Folder;
  readonly path: string;
  readonly parsed: Parsed | undefined;
  readonly lines: LineIndex;
}

function fileAt(session: Session, uri: string): OpenFile | undefined {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const { folder, path } = session.take(document);
  const lines = session.disabled.has(folder) ? undefined : folder.workspace.lines(path);
  return lines && { folder, path, lines, parsed: folder.workspace.parsed(path) };
}
