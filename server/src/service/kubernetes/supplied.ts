import { type ActiveRule, analyze, type Input } from '../../engine/analyze.ts';
import type { Finding } from '../../engine/finding.ts';
import { asDeployed } from './as-deployed.ts';

/**
 * The findings of a file without those that are gone in every overlay of the workspace that takes it in: what a base leaves out and all its overlays supply is not
 * missing. The rules themselves are asked, about the file as each overlay deploys it.
 */
export function withoutSupplied(
  findings: readonly Finding[],
  input: Input<'kubernetes'>,
  rules: readonly ActiveRule[],
  textOf: (path: string) => string | undefined,
): readonly Finding[] {
  if (findings.length === 0) return findings;
  const { model, file, env } = input;
  const overlays = asDeployed(model, file.path, env.workspace, textOf);
  if (overlays.length === 0) return findings;
  const concerned = new Set(findings.map(({ rule }) => rule));
  const active = rules.filter(({ rule }) => concerned.has(rule.meta.id));
  const left = new Set<string>();
  /** Those that no other finding sums up in some overlay. */
  const alone = new Set<string>();
  for (const overlay of overlays) {
    const deployed = analyze({ ...input, model: overlay }, active);
    for (const { fingerprint, summedUpBy } of deployed.findings) {
      left.add(fingerprint);
      if (summedUpBy === undefined) alone.add(fingerprint);
    }
    // What a rule that failed would have said is not known to be gone.
    for (const { rule } of deployed.failures) left.add(rule);
  }
  return findings
    .filter(({ fingerprint, rule }) => left.has(fingerprint) || left.has(rule))
    .map((finding) => (alone.has(finding.fingerprint) ? byItself(finding) : finding));
}

const byItself = ({ summedUpBy: _, ...finding }: Finding): Finding => finding;
