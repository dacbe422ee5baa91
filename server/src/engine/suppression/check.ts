import { isDay } from '../../base/date.ts';
import type { Edit } from '../../base/edit.ts';
import type { Snapshot } from '../../base/snapshot.ts';
import type { Span } from '../../base/span.ts';
import { ADVISORY_RULES, advisoryId, shownAdvisory } from '../advisory-id.ts';
import { render } from '../analyze.ts';
import type { Finding } from '../finding.ts';
import type { Fingerprints } from '../fingerprint.ts';
import type { Fix } from '../fix.ts';
import {
  SUPPRESSION_EXPIRED,
  SUPPRESSION_INVALID,
  SUPPRESSION_NOT_ALLOWED,
  SUPPRESSION_UNUSED,
  SUPPRESSION_WITHOUT_REASON,
} from '../own-rules.ts';
import type { DocumentKind, Messages, RuleMeta } from '../rule.ts';
import type { RuleNames } from '../rule-names.ts';
import type { Applied } from './apply.ts';
import { isExpired, type Suppression } from './suppression.ts';

export interface SuppressionCheck extends Pick<Applied, 'used' | 'refused'> {
  readonly file: Snapshot;
  readonly kind: DocumentKind;
  readonly suppressions: readonly Suppression[];
  readonly names: RuleNames;
  readonly today: string;
  readonly fingerprints: Fingerprints;
  /** Whether a rule runs at all on this file; the suppression of one that does not is not "unused". */
  readonly isActive: (rule: string) => boolean;
}

/** To guess what a wrong name was meant to be costs a comparison with every rule; nobody reads more guesses than these in one file. */
const MOST_GUESSES = 50;

/** Findings about the suppressions themselves. Peers' are judged only by the policy against suppressions: otherwise they may serve the peer. */
export function checkSuppressions(check: SuppressionCheck): readonly Finding[] {
  const finding: Make = (meta, message, data, span, fixes = []) => ({
    rule: meta.id,
    path: check.file.path,
    span,
    severity: meta.severity,
    confidence: meta.confidence,
    message: render(meta.messages[message] ?? message, data),
    fixes,
    related: [],
    tags: meta.tags ?? [],
    fingerprint: check.fingerprints.next(meta.id, span, undefined),
  });
  const isForbidden = check.kind === 'dockerfile' && check.isActive(SUPPRESSION_NOT_ALLOWED.id);
  let guesses = MOST_GUESSES;
  const nearest = (name: string): string | undefined => (guesses-- > 0 ? check.names.nearest(name) : undefined);
  const findings = check.suppressions.flatMap((suppression) => [
    ...(suppression.dialect === 'larboard' ? mistakesOf(suppression, check, finding, nearest) : []),
    ...(check.refused.has(suppression) ? [refusal(suppression, check, finding)] : []),
    ...(suppression.dialect === 'larboard' && !isForbidden ? weaknessesOf(suppression, check, finding) : []),
  ]);
  return isForbidden ? [...findings, ...policyProblems(check, finding)] : findings;
}

type Make = <M extends Messages>(
  meta: RuleMeta<M>,
  message: keyof M & string,
  data: Record<string, string>,
  span: Span,
  fixes?: readonly Fix[],
) => Finding;

/** What makes our own have no effect, or not the one that was meant. */
function* mistakesOf(
  suppression: Suppression,
  { today }: SuppressionCheck,
  finding: Make,
  nearest: (name: string) => string | undefined,
): Generator<Finding> {
  const { rules, unknown, until, missing, span } = suppression;
  for (const { name, span: where } of unknown) {
    const near = nearest(name);
    if (near === undefined) yield finding(SUPPRESSION_INVALID, 'unknown', { name }, where);
    else
      yield finding(SUPPRESSION_INVALID, 'near', { name, near }, where, [
        { title: `Replace by ${near}`, applicability: 'suggested', edits: [{ span: where, newText: near }] },
      ]);
  }
  if (missing !== undefined) yield finding(SUPPRESSION_INVALID, 'container', { container: missing }, span);
  else if (rules.length === 0 && unknown.length === 0) yield finding(SUPPRESSION_INVALID, 'empty', {}, span);
  if (rules.length === 0) return;
  if (until !== undefined && !isDay(until)) yield finding(SUPPRESSION_INVALID, 'date', { until }, span);
  if (isExpired(suppression, today)) yield finding(SUPPRESSION_EXPIRED, 'expired', { until: until ?? '' }, span);
}

const refusal = (suppression: Suppression, { refused }: SuppressionCheck, finding: Make): Finding => {
  const rules = [...(refused.get(suppression) ?? [])].sort().join(', ');
  return finding(SUPPRESSION_INVALID, 'locked', { rules }, suppression.span);
};

/** No reason, no use. */
function* weaknessesOf(suppression: Suppression, check: SuppressionCheck, finding: Make): Generator<Finding> {
  const { rules, reason, span } = suppression;
  if (rules.length === 0) return;
  if (reason === '') yield finding(SUPPRESSION_WITHOUT_REASON, 'missing', {}, span);
  if (isUnused(suppression, check)) {
    const names = rules.includes('*') ? 'any rule' : rules.map(shownAdvisory).join(', ');
    yield finding(SUPPRESSION_UNUSED, 'unused', { rules: names }, span, removals(suppression, check, 'suggested'));
  }
}

/** What the policy against suppressions says: one finding for a comment, which may hold several. */
function* policyProblems(check: SuppressionCheck, finding: Make): Generator<Finding> {
  const comments = new Map<number, Suppression[]>();
  for (const suppression of check.suppressions) {
    if (suppression.dialect === 'larboard' && suppression.rules.length === 0) continue;
    const together = comments.get(suppression.span.start);
    if (together) together.push(suppression);
    else comments.set(suppression.span.start, [suppression]);
  }
  for (const together of comments.values()) {
    const [first] = together;
    if (!first) continue;
    if (together.every((suppression) => isUnused(suppression, check))) {
      // Another tool may see what we do not.
      const foreign = together.find(({ dialect }) => dialect !== 'larboard');
      const applicability = foreign ? 'suggested' : 'safe';
      const fixes = together.some(({ saysMore }) => saysMore) ? [] : removals(first, check, applicability);
      const tool = foreign?.dialect ?? '';
      yield finding(SUPPRESSION_NOT_ALLOWED, foreign ? 'foreign' : 'unused', { tool }, first.span, fixes);
    } else {
      const hasReason = together.some(({ reason }) => reason !== '');
      yield finding(SUPPRESSION_NOT_ALLOWED, hasReason ? 'used' : 'reason', {}, first.span);
    }
  }
}

/** Not so for one that may yet be needed: for a rule that does not run here, or by the peer for something that we do not check. */
function isUnused(suppression: Suppression, { used, refused, today, isActive }: SuppressionCheck): boolean {
  const { rules, isPartlyForeign = false } = suppression;
  if (used.has(suppression) || refused.has(suppression) || isExpired(suppression, today) || isPartlyForeign) return false;
  return (
    rules.includes('*') || rules.some((name) => (advisoryId(name) === undefined ? isActive(name) : ADVISORY_RULES.some(isActive)))
  );
}

function removals({ span }: Suppression, { file }: SuppressionCheck, applicability: Fix['applicability']): readonly Fix[] {
  // A comment that looks like a parser directive would become one if what stands above it went.
  if (!isComment(file, span) || DIRECTIVE_BELOW.test(file.text.slice(span.end, span.end + 200))) return [];
  return [{ title: 'Remove the suppression', applicability, edits: [removal(file, span)] }];
}

const DIRECTIVE_BELOW = /^[ \t]*(?:\r?\n|\r)[ \t]*#[ \t]*(?:syntax|escape|check)[ \t]*=/i;

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
