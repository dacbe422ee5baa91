import type { Snapshot } from '../base/snapshot.ts';
import { advisoryId, shownAdvisory } from '../engine/advisory-id.ts';
import { render } from '../engine/analyze.ts';
import type { ConfigSuppression } from '../engine/config/config.ts';
import type { Finding } from '../engine/finding.ts';
import { Fingerprints } from '../engine/fingerprint.ts';
import { SUPPRESSION_EXPIRED, SUPPRESSION_UNUSED } from '../engine/own-rules.ts';
import type { Messages, RuleMeta } from '../engine/rule.ts';
import { isExpired, type Suppression } from '../engine/suppression/suppression.ts';
import type { Policy } from './configurations.ts';

/** Of what a configuration file accepts, one entry: several suppressions where it is about a package as a whole. */
export type Entries = ReadonlyMap<number, readonly ConfigSuppression[]>;

/** The entries of the file at `path` that accept advisories, by the place of what they name. */
export function acceptedIn(path: string, suppressions: readonly ConfigSuppression[]): Entries {
  const entries = new Map<number, ConfigSuppression[]>();
  for (const one of suppressions) {
    if (one.origin.from !== 'file' || one.origin.path !== path) continue;
    if (!one.rules.every((name) => advisoryId(name) !== undefined)) continue;
    const { start } = one.origin.span;
    entries.set(start, [...(entries.get(start) ?? []), one]);
  }
  return entries;
}

/**
 * What is to be said about advisories that a configuration file accepts: that the time is over, or that nothing in the workspace falls under them.
 * @param used every suppression that kept a finding quiet
 * @param knows whether the advisory of an id would be known; of others nothing can be said
 */
export function needlessFindings(
  { path, text }: Snapshot,
  entries: Entries,
  used: Iterable<Pick<Suppression, 'reason'>>,
  knows: (id: string) => boolean,
  today: string,
  policy: Policy,
): readonly Finding[] {
  const fingerprints = new Fingerprints(path, text);
  const needed = placesIn(path, used);
  const finding = <M extends Messages>(
    meta: RuleMeta<M>,
    message: keyof M & string,
    data: Record<string, string>,
    span: Finding['span'],
  ): Finding => ({
    rule: meta.id,
    path,
    span,
    severity: policy.severityOf(meta.id) ?? meta.severity,
    confidence: meta.confidence,
    message: render(meta.messages[message] ?? message, data),
    fixes: [],
    related: [],
    tags: meta.tags ?? [],
    fingerprint: fingerprints.next(meta.id, span, undefined),
  });
  const findings: Finding[] = [];
  for (const [start, together] of entries) {
    const [first] = together;
    if (first?.origin.from !== 'file') continue;
    const { span } = first.origin;
    const ids = together.flatMap(({ rules }) => rules);
    if (together.every((one) => isExpired(one, today)))
      findings.push(finding(SUPPRESSION_EXPIRED, 'expired', { until: first.until ?? '' }, span));
    else if (!needed.has(start) && ids.every(knows))
      findings.push(finding(SUPPRESSION_UNUSED, 'unused', { rules: [...new Set(ids)].map(shownAdvisory).join(', ') }, span));
  }
  return findings.filter(({ rule }) => policy.isActive(rule));
}

function placesIn(path: string, used: Iterable<Pick<Suppression, 'reason'> | ConfigSuppression>): ReadonlySet<number> {
  const places = new Set<number>();
  for (const one of used) {
    if (!('origin' in one) || one.origin.from !== 'file' || one.origin.path !== path) continue;
    places.add(one.origin.span.start);
  }
  return places;
}
