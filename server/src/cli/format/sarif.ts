import { hash64 } from '../../base/hash.ts';
import type { LineIndex } from '../../base/line-index.ts';
import { VERSION } from '../../base/product.ts';
import type { Span } from '../../base/span.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Fix } from '../../engine/fix.ts';
import { OWN_RULES } from '../../engine/own-rules.ts';
import type { RuleMeta } from '../../engine/rule.ts';
import type { Severity } from '../../engine/severity.ts';
import { RULES } from '../../rules/index.ts';
import { explainRule, pageOf } from '../../service/explain.ts';
import type { ScanResult } from '../result.ts';

const LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** GitHub reads critical from 9.0, high from 7.0, medium from 4.0, low above 0. */
const SECURITY_SEVERITY: Record<Severity, string> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' };
const PRECISION: Record<RuleMeta['confidence'], string> = { high: 'very-high', medium: 'high', low: 'medium' };

/** SARIF 2.1.0 (OASIS, 2020) as GitHub code scanning takes it: relative URIs, full regions, stable fingerprints. */
export function sarifReport({ workspace, reports, skipped }: ScanResult): string {
  const metas = [...RULES, ...OWN_RULES].map(({ meta }) => meta);
  const indexes = new Map(metas.map(({ id }, index) => [id as string, index]));
  const results = reports.flatMap((report) => [
    ...report.findings.map((finding) => ({ finding, suppressions: [] as object[] })),
    ...report.suppressed.map(({ finding, suppression }) => ({
      finding,
      suppressions: [
        { kind: 'inSource', status: 'accepted', ...(suppression.reason === '' ? {} : { justification: suppression.reason }) },
      ],
    })),
  ]);
  const linesOf = (path: string): LineIndex | undefined => workspace.lines(path);
  const notifications = [
    ...reports
      .flatMap((report) => report.failures)
      .map(({ rule, path, error }) => ({ level: 'error', message: { text: `${rule} failed on ${path}: ${error}` } })),
    ...skipped.map(({ path, reason }) => ({ level: 'note', message: { text: `${path} was skipped: ${reason}` } })),
  ];
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Larboard',
            semanticVersion: VERSION,
            informationUri: 'https://github.com/larboard/larboard',
            rules: metas.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: reports.every((report) => report.failures.length === 0),
            toolExecutionNotifications: notifications,
          },
        ],
        results: results.map(({ finding, suppressions }) =>
          sarifResult(
            finding,
            suppressions,
            indexes.get(finding.rule) ?? -1,
            linesOf,
            workspace.snapshot(finding.path)?.text ?? '',
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(sarif, undefined, 2)}\n`;
}

const sarifRule = (meta: RuleMeta) => ({
  id: meta.id,
  name: meta.id.replaceAll(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: meta.title },
  fullDescription: { text: meta.why },
  helpUri: pageOf(meta.id),
  help: { text: meta.why, markdown: explainRule({ meta }) },
  defaultConfiguration: { level: LEVEL[meta.severity], enabled: meta.profiles.includes('recommended') },
  properties: {
    tags: [
      'security',
      meta.id.slice(0, meta.id.indexOf('/')),
      ...meta.references.flatMap((reference) => (/^CWE-\d+$/.test(reference) ? [`external/cwe/${reference.toLowerCase()}`] : [])),
    ],
    precision: PRECISION[meta.confidence],
    'security-severity': SECURITY_SEVERITY[meta.severity],
    'problem.severity': LEVEL[meta.severity] === 'note' ? 'recommendation' : LEVEL[meta.severity],
  },
});

function sarifResult(
  finding: Finding,
  suppressions: readonly object[],
  ruleIndex: number,
  linesOf: (path: string) => LineIndex | undefined,
  text: string,
) {
  const { rule, message, severity, path, span, fingerprint, fixes, related } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: LEVEL[severity],
    message: { text: message },
    locations: [location(path, span, linesOf)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((other, id) => ({
            id: id + 1,
            ...location(other.path ?? path, other.span, linesOf),
            message: { text: other.note },
          })),
        }
      : {}),
    partialFingerprints: { primaryLocationLineHash: lineHash(rule, text, span), 'larboardFingerprint/v1': fingerprint },
    ...(fixes.length > 0 ? { fixes: fixes.filter(({ deferred }) => !deferred).map((fix) => sarifFix(fix, path, linesOf)) } : {}),
    ...(suppressions.length > 0 ? { suppressions } : {}),
    properties: { severity },
  };
}

function sarifFix({ title, edits, others = [] }: Fix, path: string, linesOf: (path: string) => LineIndex | undefined) {
  const start = { start: 0, end: 0 };
  const changes = [
    { path, edits },
    ...others.map((other) => ('create' in other ? { path: other.path, edits: [{ span: start, newText: other.create }] } : other)),
  ].filter((change) => change.edits.length > 0);
  return {
    description: { text: title },
    artifactChanges: changes.map((change) => ({
      artifactLocation: artifact(change.path),
      replacements: change.edits.map((edit) => ({
        deletedRegion: region(change.path, edit.span, linesOf),
        ...(edit.newText === '' ? {} : { insertedContent: { text: edit.newText } }),
      })),
    })),
  };
}

const location = (path: string, span: Span, linesOf: (path: string) => LineIndex | undefined) => ({
  physicalLocation: { artifactLocation: artifact(path), region: region(path, span, linesOf) },
});

const artifact = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' });

function region(path: string, span: Span, linesOf: (path: string) => LineIndex | undefined) {
  const start = linesOf(path)?.positionAt(span.start) ?? { line: 0, character: 0 };
  const end = linesOf(path)?.positionAt(span.end) ?? start;
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

/** In the form that GitHub's own tool gives it: a hash of the line's text, a colon, a number. */
function lineHash(rule: string, text: string, { start }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart, Math.min(lineStart + 500, text.length)).split(/\r?\n/, 1)[0] ?? '';
  return `${hash64(`${rule}\0${line.trim()}`)}:1`;
}
