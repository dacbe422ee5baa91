import { isDay } from '../../base/date.ts';
import type { Edit } from '../../base/edit.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Span } from '../../base/span.ts';
import { render } from '../analyze.ts';
import type { Finding } from '../finding.ts';
import type { Fingerprints } from '../fingerprint.ts';
import type { Fix } from '../fix.ts';
import { SUPPRESSION_EXPIRED, SUPPRESSION_INVALID, SUPPRESSION_UNUSED, SUPPRESSION_WITHOUT_REASON } from '../own-rules.ts';
import type { Messages, RuleMeta } from '../rule.ts';
import type { RuleNames } from '../rule-names.ts';
import { isExpired, type Suppression } from './suppression.ts';

export interface SuppressionCheck {
  readonly file: Snapshot;
  readonly suppressions: readonly Suppression[];
  readonly used: ReadonlySet<Suppression>;
  readonly names: RuleNames;
  readonly today: string;
  readonly fingerprints: Fingerprints;
  /** Whether a rule runs at all on this file; the suppression of one that does not is not "unused". */
  readonly isActive: (rule: string) => boolean;
}

/** Findings about the suppressions themselves. Peers' are not judged: they may serve the peer. */
export function checkSuppressions(check: SuppressionCheck): readonly Finding[] {
  return check.suppressions
    .filter(({ dialect }) => dialect === 'larboard')
    .flatMap((suppression) => [...problemsOf(suppression, check)]);
}

function* problemsOf(
  suppression: Suppression,
  { file, used, names, today, fingerprints, isActive }: SuppressionCheck,
): Generator<Finding> {
  const finding = <M extends Messages>(
    meta: RuleMeta<M>,
    message: keyof M & string,
    data: Record<string, string>,
    span: Span,
    fixes: readonly Fix[] = [],
  ): Finding => ({
    rule: meta.id,
    path: file.path,
    span,
    severity: meta.severity,
    confidence: meta.confidence,
    message: render(meta.messages[message] ?? message, data),
    fixes,
    related: [],
    tags: meta.tags ?? [],
    fingerprint: fingerprints.next(meta.id, span, undefined),
  });
  const { rules, unknown, reason, until, span } = suppression;
  for (const { name, span: where } of unknown) {
    const near = names.nearest(name);
    if (near === undefined) yield finding(SUPPRESSION_INVALID, 'unknown', { name }, where);
    else
      yield finding(SUPPRESSION_INVALID, 'near', { name, near }, where, [
        { title: `Replace by ${near}`, applicability: 'suggested', edits: [{ span: where, newText: near }] },
      ]);
  }
  if (rules.length === 0 && unknown.length === 0) yield finding(SUPPRESSION_INVALID, 'empty', {}, span);
  if (rules.length === 0) return;
  if (until !== undefined && !isDay(until)) yield finding(SUPPRESSION_INVALID, 'date', { until }, span);
  if (reason === '') yield finding(SUPPRESSION_WITHOUT_REASON, 'missing', {}, span);
  if (isExpired(suppression, today)) yield finding(SUPPRESSION_EXPIRED, 'expired', { until: until ?? '' }, span);
  else if (!used.has(suppression) && (rules.includes('*') || rules.some(isActive))) {
    const remove: Fix = { title: 'Remove the suppression', applicability: 'suggested', edits: [removal(file, span)] };
    yield finding(
      SUPPRESSION_UNUSED,
      'unused',
      { rules: rules.includes('*') ? 'any rule' : rules.join(', ') },
      span,
      isComment(file, span) ? [remove] : [],
    );
  }
}

const isComment = ({ text }: Snapshot, { start }: Span): boolean => text[start] === '#' || text.startsWith('//', start);

/** Deletes the comment with the white space before it, or its whole line when nothing else stands on it. */
function removal({ text }: Snapshot, span: Span): Edit {
  let start = span.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const ownLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  if (!ownLine) return { span: { start, end: span.end }, newText: '' };
  const lineBreak = /^\r?\n|^\r/.exec(text.slice(span.end, span.end + 2))?.[0].length ?? 0;
  return { span: { start, end: span.end + lineBreak }, newText: '' };
}
