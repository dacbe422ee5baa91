import type { Ecosystem } from '../base/ecosystem.ts';
import { likeness } from '../base/likeness.ts';
import { remembered } from '../base/memo.ts';
import type { Snapshot } from '../base/snapshot.ts';
import type { Advisories } from '../engine/advisories.ts';
import { ADVISORY_RULES, advisoryId, shownAdvisory } from '../engine/advisory-id.ts';
import { render } from '../engine/analyze.ts';
import type { ConfigSuppression } from '../engine/config/config.ts';
import type { Finding } from '../engine/finding.ts';
import { Fingerprints } from '../engine/fingerprint.ts';
import { SUPPRESSION_EXPIRED, SUPPRESSION_UNUSED } from '../engine/own-rules.ts';
import type { Messages, RuleMeta } from '../engine/rule.ts';
import { isAtLeast } from '../engine/severity.ts';
import type { Suppressed } from '../engine/suppression/apply.ts';
import { isExpired, namesOf } from '../engine/suppression/suppression.ts';
import type { DependencyFacts } from '../model/dependencies/index.ts';
import type { Policy } from './configurations.ts';
import { isOfPackage } from './subject.ts';

type Manifests = readonly (readonly [path: string, facts: DependencyFacts])[];

/** What has to be known of the workspace. */
export interface Needs {
  readonly manifests: () => Manifests;
  readonly suppressedIn: (path: string) => readonly Suppressed[];
  /** The one that the file's tool is for, if it is for one. */
  readonly ecosystem: Ecosystem | undefined;
  readonly advisories: Advisories;
  readonly today: string;
}

/**
 * What is to be said about advisories, and packages with all their advisories, that a configuration file accepts: that the time is over, or that nothing in the workspace
 * falls under them. Nothing is said of an advisory that would not be known, and of a package that is there: an advisory of it may yet come.
 */
export function needlessFindings(file: Snapshot, policy: Policy, needs: Needs): readonly Finding[] {
  const { path, text } = file;
  const { config } = policy;
  const entries = acceptedIn(path, config.suppressions);
  // What does not run needs nothing accepted.
  if (entries.size === 0 || config.excluded(path) || !ADVISORY_RULES.some((rule) => policy.isActive(rule))) return [];
  const manifests = needs.manifests();
  const quiet = byNames(manifests.flatMap(([manifest]) => needs.suppressedIn(manifest).map((one) => one.finding)));
  const isNowhere = packagesIn(manifests, needs.ecosystem);
  const fingerprints = new Fingerprints(path, text);
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
  for (const together of entries.values()) {
    const [first] = together;
    if (first?.origin.from !== 'file') continue;
    const { span } = first.origin;
    const ids = [...new Set(together.flatMap(({ rules }) => rules))];
    const name = isOfOnePackage(first) ? first.subject?.package : undefined;
    if (together.every((one) => isExpired(one, needs.today)))
      findings.push(finding(SUPPRESSION_EXPIRED, 'expired', { until: first.until ?? '' }, span));
    else if (
      !together.some((one) => isNeeded(one, quiet)) &&
      (name === undefined ? ids.every((id) => needs.advisories.knows?.(id)) : isNowhere(name))
    )
      findings.push(finding(SUPPRESSION_UNUSED, 'unused', { rules: name ?? ids.map(shownAdvisory).join(', ') }, span));
  }
  return findings.filter(({ rule, severity }) => policy.isActive(rule) && isAtLeast(severity, config.minimumSeverity.value));
}

/** The entries of the file at `path` by the place of what they name: several suppressions where one is about a package as a whole. */
function acceptedIn(path: string, suppressions: readonly ConfigSuppression[]): ReadonlyMap<number, readonly ConfigSuppression[]> {
  const entries = new Map<number, ConfigSuppression[]>();
  for (const one of suppressions) {
    if (one.origin.from !== 'file' || one.origin.path !== path) continue;
    if (!isOfAdvisories(one) && !isOfOnePackage(one)) continue;
    const { start } = one.origin.span;
    entries.set(start, [...(entries.get(start) ?? []), one]);
  }
  return entries;
}

const isOfAdvisories = ({ rules }: ConfigSuppression): boolean =>
  rules.length > 0 && rules.every((name) => advisoryId(name) !== undefined);

const isOfOnePackage = ({ rules, subject }: ConfigSuppression): boolean =>
  subject?.package !== undefined && rules.length === 1 && ADVISORY_RULES.some((rule) => rule === rules[0]);

function byNames(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) for (const name of namesOf(finding)) remembered(found, name, () => []).push(finding);
  return found;
}

/** Whether an entry covers a finding that is kept quiet: by itself, or by another one that says the same. */
const isNeeded = ({ rules, matches, subject }: ConfigSuppression, quiet: ReadonlyMap<string, readonly Finding[]>): boolean =>
  rules.some((name) =>
    (quiet.get(name) ?? []).some((finding) => matches(finding.path) && (!subject || isOfPackage(subject, finding))),
  );

/** Whether a package of a name, in which `*` stands for any text, is certainly not there: all that the manifests ask for is locked, and nothing of that name is. */
function packagesIn(manifests: Manifests, ecosystem: Ecosystem | undefined): (name: string) => boolean {
  const files = manifests.map(([, facts]) => facts).filter((facts) => ecosystem === undefined || facts.ecosystem === ecosystem);
  const locked = new Set(files.filter(({ role }) => role === 'lockfile').map((facts) => facts.ecosystem));
  const isKnown =
    locked.size > 0 && files.every((facts) => !facts.isBroken && (facts.declared.length === 0 || locked.has(facts.ecosystem)));
  if (!isKnown) return () => false;
  const names = new Set<string>();
  for (const { declared, lockedNames = [] } of files) {
    for (const { name, rawName } of declared) names.add(name).add(rawName);
    for (const name of lockedNames) names.add(name);
  }
  return (pattern) => {
    if (!pattern.includes('*')) return !names.has(pattern);
    const isLike = likeness(pattern);
    return ![...names].some(isLike);
  };
}
