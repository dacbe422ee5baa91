import type { Snapshot } from '../base/snapshot.ts';
import type { ConfigProblem } from '../engine/config/config.ts';
import { byPlace, type Finding } from '../engine/finding.ts';
import { Fingerprints } from '../engine/fingerprint.ts';
import { CONFIG_INVALID } from '../engine/own-rules.ts';
import type { Policy } from './configurations.ts';

/** The mistakes in a configuration file as findings in that file. */
export function configFindings({ path, text }: Snapshot, problems: readonly ConfigProblem[], policy: Policy): readonly Finding[] {
  const fingerprints = new Fingerprints(path, text);
  return problems
    .map(({ span, message }): Finding => ({
      rule: CONFIG_INVALID.id,
      path,
      span,
      severity: policy.severityOf(CONFIG_INVALID.id) ?? CONFIG_INVALID.severity,
      confidence: CONFIG_INVALID.confidence,
      message,
      fixes: [],
      related: [],
      tags: [],
      fingerprint: fingerprints.next(CONFIG_INVALID.id, span, undefined),
    }))
    .sort(byPlace);
}
