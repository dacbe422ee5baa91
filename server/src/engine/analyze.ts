import type { Snapshot } from '../base/snapshot.ts';
import { byPlace, type Finding, type RuleFailure } from './finding.ts';
import { Fingerprints } from './fingerprint.ts';
import type { AnyProblem, AnyRule, Context, DocumentKind, Documents } from './rule.ts';
import type { Environment } from './environment.ts';
import type { Severity } from './severity.ts';

/** A rule that the configuration turned on. `severity`, when set, replaces the rule's own and that of its problems. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity?: Severity;
}

export interface Analysis {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

export interface Input<K extends DocumentKind> {
  readonly kind: K;
  readonly file: Snapshot;
  readonly model: Documents[K];
  readonly env: Environment;
}

/** Runs the rules that read this kind of document. Pure and total: broken input gives fewer findings, a broken rule gives a failure; nothing throws. */
export function analyze<K extends DocumentKind>(input: Input<K>, rules: readonly ActiveRule[]): Analysis {
  const { kind, file } = input;
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const fingerprints = new Fingerprints(file.path, file.text);
  for (const active of rules) {
    if (active.rule.on !== kind) continue;
    const { meta } = active.rule;
    try {
      // The kind was compared just above, which is what makes the erased context the right one.
      for (const problem of active.rule.check(input as unknown as Context<never>)) {
        requireInside(problem, file);
        findings.push(finding(problem, active, file.path, fingerprints));
      }
    } catch (error) {
      failures.push({
        rule: meta.id,
        path: file.path,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
  return { findings: findings.sort(byPlace), failures };
}

function finding(problem: AnyProblem, { rule, severity }: ActiveRule, path: string, fingerprints: Fingerprints): Finding {
  const { meta } = rule;
  return {
    rule: meta.id,
    path,
    span: problem.span,
    severity: severity ?? problem.severity ?? meta.severity,
    confidence: meta.confidence,
    message: render(meta.messages[problem.message] ?? problem.message, problem.data),
    fixes: problem.fixes ?? [],
    related: problem.related ?? [],
    tags: meta.tags ?? [],
    fingerprint: fingerprints.next(meta.id, problem.span, problem.key),
    ...(problem.summedUpBy !== undefined && { summedUpBy: problem.summedUpBy }),
    ...(problem.sameAs !== undefined && { sameAs: problem.sameAs }),
    ...(problem.about && { about: problem.about }),
    ...(problem.secrets && { secrets: problem.secrets }),
  };
}

/** Fills a message's placeholders. One left without data stays visible, so that a test sees it. */
export const render = (template: string, data: Readonly<Record<string, string>> | undefined): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    data && Object.hasOwn(data, name) ? presentable(data[name] ?? whole) : whole,
  );

/** In UTF-16 code units; a name is shorter, and what is longer was not written by a person. */
const LONGEST_DATA = 300;

/** Text of the user's file as part of a sentence: on one line, of a length that can be read, and nothing that a terminal would obey. */
function presentable(value: string): string {
  const short = value.length > LONGEST_DATA ? `${value.slice(0, LONGEST_DATA).replace(/[\uD800-\uDBFF]$/, '')}…` : value;
  return short.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '\uFFFD');
}

function requireInside({ span }: AnyProblem, { text }: Snapshot): void {
  const valid =
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start <= span.end &&
    span.end <= text.length;
  if (!valid) throw new RangeError(`the rule reported span ${span.start}–${span.end} in a text of ${text.length} code units`);
}
