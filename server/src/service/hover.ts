import { type Span, touches } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { AnyRule } from '../engine/rule.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { RULES } from '../rules/index.ts';
import { linked, pageOf } from './explain.ts';
import type { Workspace } from './workspace.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const META: ReadonlyMap<string, Pick<AnyRule, 'meta'>> = new Map([...RULES, ...OWN_RULES].map((rule) => [rule.meta.id, rule]));

/** What to show over `offset`: every finding there, what, why, what to do, and who else has the rule. */
export function hoverAt(workspace: Workspace, path: string, offset: number): Hover | undefined {
  const here = workspace.report(path).findings.filter(({ span }) => touches(span, { start: offset, end: offset }));
  const [first] = here;
  if (!first) return undefined;
  const span = here.reduce(
    (all, finding) => ({ start: Math.max(all.start, finding.span.start), end: Math.min(all.end, finding.span.end) }),
    first.span,
  );
  return { span: span.start <= span.end ? span : first.span, markdown: here.map(describeFinding).join('\n\n---\n\n') };
}

function describeFinding(finding: Finding): string {
  const meta = META.get(finding.rule)?.meta;
  const lines = [`**${meta?.title ?? finding.rule}** · ${finding.severity}`, '', meta?.why ?? finding.message];
  if (meta && meta.references.length > 0) lines.push('', meta.references.map(linked).join(' · '));
  if (meta && meta.aliases.length > 0) lines.push('', `Also known as ${meta.aliases.map((alias) => `\`${alias}\``).join(', ')}.`);
  lines.push('', `[${finding.rule}](${pageOf(finding.rule)})`);
  return lines.join('\n');
}
