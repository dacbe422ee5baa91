import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit } from '../base/edit.ts';
import type { LineIndex } from '../base/line-index.ts';
import type { Span } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { Severity } from '../engine/severity.ts';
import type { Action } from '../service/actions.ts';
import { pageOf } from '../service/explain.ts';

/** The only file that knows lines and characters. */

export const SOURCE = 'larboard';
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.larboard`;

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
};

const TAG = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary, hint: undefined, form: undefined };

export const toRange = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

export const toSpan = (lines: LineIndex, { start, end }: Range): Span => ({
  start: lines.offsetAt(start),
  end: lines.offsetAt(end),
});

export const toTextEdits = (lines: LineIndex, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText }));

/** @param elsewhere the lines and the URI of another file, if it is known */
export function toDiagnostic(
  finding: Finding,
  uri: string,
  lines: LineIndex,
  elsewhere: (path: string) => { readonly uri: string; readonly lines: LineIndex } | undefined,
): Diagnostic {
  const related = finding.related.flatMap(({ path, span, note }) => {
    const place = path === undefined ? { uri, lines } : elsewhere(path);
    return place ? [{ location: { uri: place.uri, range: toRange(place.lines, span) }, message: note }] : [];
  });
  const tags = finding.tags.flatMap((tag) => TAG[tag] ?? []);
  return {
    range: toRange(lines, finding.span),
    severity: finding.tags.includes('hint') ? DiagnosticSeverity.Hint : SEVERITY[finding.severity],
    code: finding.rule,
    codeDescription: { href: pageOf(finding.rule) },
    source: SOURCE,
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data: { fingerprint: finding.fingerprint },
  };
}

/** An action without its edit, which needs to know how the client takes edits. */
export function toCodeAction(action: Action, diagnostic: (finding: Finding) => Diagnostic): CodeAction {
  switch (action.kind) {
    case 'fix':
      return {
        title: action.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(action.finding)],
        isPreferred: action.preferred,
      };
    case 'deferred':
      return { title: action.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(action.finding)] };
    case 'task':
    case 'suppress':
      return { title: action.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(action.finding)] };
    case 'explain':
      return {
        title: action.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(action.finding)],
        command: { title: action.title, command: 'larboard.explainRule', arguments: [action.finding.rule] },
      };
    case 'fix-all':
      return { title: action.title, kind: FIX_ALL_KIND };
  }
}
