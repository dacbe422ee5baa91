import { SEVERITIES } from '../../engine/severity.ts';
import { countBySeverity } from '../../service/json-report.ts';
import type { ScanResult } from '../result.ts';
import { type Paint, printable, SEVERITY_STYLE } from '../terminal.ts';
import { codeFrame } from './code-frame.ts';
import { withoutSecrets } from './conceal.ts';

/** The report for people: each finding with its place, message, code frame and what can be done; then a summary. */
export function textReport(result: ScanResult, paint: Paint): string {
  const blocks = result.reports.flatMap((report) => {
    const file = result.workspace.snapshot(report.path);
    const lines = result.workspace.lines(report.path);
    if (!file || !lines) return [];
    const shown = withoutSecrets(file.text, report);
    return report.findings.map(({ path, span, severity, rule, message, fixes, related }) => {
      const { line, character } = lines.positionAt(span.start);
      const style = SEVERITY_STYLE[severity];
      const block = [
        `${paint('bold', `${printable(path)}:${line + 1}:${character + 1}`)}  ${paint(style, severity)}  ${paint('dim', rule)}`,
        printable(message),
        codeFrame(shown, lines, span, paint, style),
      ];
      for (const other of related) {
        const where = other.path ?? path;
        const place = result.workspace.lines(where)?.positionAt(other.span.start);
        block.push(
          `  ${paint('dim', 'see')} ${printable(where)}${place ? `:${place.line + 1}:${place.character + 1}` : ''}: ${printable(other.note)}`,
        );
      }
      const [fix] = fixes;
      if (fix)
        block.push(
          `  ${paint('green', fix.applicability === 'safe' ? 'fix' : `fix (${fix.applicability})`)}: ${printable(fix.title)}`,
        );
      return `${block.join('\n')}\n\n`;
    });
  });
  return blocks.join('') + failures(result, paint) + summary(result, paint);
}

function failures({ reports }: ScanResult, paint: Paint): string {
  return reports
    .flatMap((report) => report.failures)
    .map(({ rule, path, error }) => `${paint('red', 'rule failed')}  ${rule} on ${path}: ${error.split('\n')[0] ?? ''}\n`)
    .join('');
}

function summary({ reports, skipped, milliseconds }: ScanResult, paint: Paint): string {
  const findings = reports.flatMap((report) => report.findings);
  const counts = countBySeverity(findings);
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    paint(SEVERITY_STYLE[severity], `${counts[severity]} ${severity}`),
  );
  const safe = findings.filter(({ fixes }) => fixes.some(({ applicability }) => applicability === 'safe')).length;
  const choose = findings.filter(({ fixes }) => fixes.length > 0).length - safe;
  const suppressed = reports.reduce((sum, report) => sum + report.suppressed.length, 0);
  const lines = [
    `${plural(reports.length, 'file')}, ${plural(findings.length, 'finding')}${parts.length > 0 ? ` (${parts.join(', ')})` : ''} in ${milliseconds} ms`,
  ];
  if (safe + choose > 0)
    lines.push(`${safe} can be fixed with --fix, ${choose} more ${choose === 1 ? 'has a fix' : 'have fixes'} to choose`);
  if (suppressed > 0) lines.push(`${suppressed} suppressed`);
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, count] of reasons) lines.push(`${plural(count, 'file')} skipped: ${reason}`);
  return `${lines.join('\n')}\n`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
