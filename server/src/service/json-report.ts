import type { Edit } from '../base/edit.ts';
import type { Position } from '../base/line-index.ts';
import { VERSION } from '../base/product.ts';
import type { Span } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import type { AnyRule } from '../engine/rule.ts';
import type { Severity } from '../engine/severity.ts';
import type { Applicability, Fix } from '../engine/fix.ts';
import type { SkipReason } from './scan.ts';
import type { FileReport, Workspace } from './workspace.ts';

/** Offsets are UTF-16 code units from 0; lines and columns count from 1. */
export interface JsonPlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface JsonEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface JsonFix {
  readonly title: string;
  readonly applicability: Applicability;
  /** Of the finding's own file; empty when only other files change. */
  readonly edits: readonly JsonEdit[];
  /** Edits of other files, or new files with their text. */
  readonly others?: readonly (
    { readonly path: string; readonly edits: readonly JsonEdit[] } | { readonly path: string; readonly create: string }
  )[];
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly start: JsonPlace;
  readonly end: JsonPlace;
  readonly aliases: readonly string[];
  readonly fingerprint: string;
  readonly related: readonly {
    readonly path: string;
    readonly start: JsonPlace;
    readonly end: JsonPlace;
    readonly message: string;
  }[];
  readonly fixes: readonly JsonFix[];
}

/** The stable report (`schemas/report.schema.json`). */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: 'larboard'; readonly version: string };
  readonly summary: {
    readonly files: number;
    readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[];
    readonly findings: Readonly<Record<Severity, number>>;
    readonly milliseconds: number;
  };
  readonly findings: readonly JsonFinding[];
  readonly failures: readonly { readonly rule: string; readonly path: string; readonly error: string }[];
}

export interface ReportInput {
  readonly workspace: Workspace;
  readonly rules: readonly AnyRule[];
  readonly reports: readonly FileReport[];
  readonly skipped: JsonReport['summary']['skipped'];
  readonly milliseconds: number;
}

export function jsonReport({ workspace, rules, reports, skipped, milliseconds }: ReportInput): JsonReport {
  const aliases = new Map([...rules, ...OWN_RULES].map(({ meta }) => [meta.id as string, meta.aliases]));
  const findings = reports.flatMap((report) => report.findings);
  return {
    version: 1,
    tool: { name: 'larboard', version: VERSION },
    summary: { files: reports.length, skipped, findings: countBySeverity(findings), milliseconds },
    findings: findings.map((finding) => jsonFinding(workspace, finding, aliases.get(finding.rule) ?? [])),
    failures: reports.flatMap((report) => report.failures),
  };
}

export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function jsonFinding(workspace: Workspace, finding: Finding, aliases: readonly string[]): JsonFinding {
  const { rule, severity, message, path, span, fingerprint } = finding;
  return {
    rule,
    severity,
    message,
    path,
    ...places(workspace, path, span),
    aliases,
    fingerprint,
    related: finding.related.map((related) => {
      const where = related.path ?? path;
      return { path: where, ...places(workspace, where, related.span), message: related.note };
    }),
    // A deferred fix has nothing to show before its question was asked.
    fixes: finding.fixes.filter(({ deferred }) => !deferred).map(jsonFix),
  };
}

const jsonFix = ({ title, applicability, edits, others }: Fix): JsonFix => ({
  title,
  applicability,
  edits: edits.map(jsonEdit),
  ...(others
    ? { others: others.map((other) => ('create' in other ? other : { path: other.path, edits: other.edits.map(jsonEdit) })) }
    : {}),
});

const jsonEdit = ({ span, newText }: Edit): JsonEdit => ({ start: span.start, end: span.end, text: newText });

const NOWHERE: Position = { line: 0, character: 0 };

function places(workspace: Workspace, path: string, span: Span): { readonly start: JsonPlace; readonly end: JsonPlace } {
  const lines = workspace.lines(path);
  const place = (offset: number): JsonPlace => {
    const { line, character } = lines?.positionAt(offset) ?? NOWHERE;
    return { offset, line: line + 1, column: character + 1 };
  };
  return { start: place(span.start), end: place(span.end) };
}
