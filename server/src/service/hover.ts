import { type Span, touches } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { AnyRule } from '../engine/rule.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import { RULES } from '../rules/index.ts';
import { describePackage } from './dependencies/describe.ts';
import { describe } from './dockerfile/describe.ts';
import { placeAt } from './dockerfile/place.ts';
import { linked, pageOf } from './explain.ts';
import { aboutKubernetes } from './kubernetes/hover.ts';
import type { Workspace } from './workspace.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const META: ReadonlyMap<string, Pick<AnyRule, 'meta'>> = new Map([...RULES, ...OWN_RULES].map((rule) => [rule.meta.id, rule]));

/** What to show over `offset`: every finding there, with what, why and what to do; then what the file's own words stand for. */
export function hoverAt(workspace: Workspace, path: string, offset: number): Hover | undefined {
  const here = workspace.report(path).findings.filter(({ span }) => touches(span, { start: offset, end: offset }));
  const about = aboutWords(workspace, path, offset);
  const spans = [...here.map(({ span }) => span), ...(about ? [about.span] : [])];
  const [first] = spans;
  if (!first) return undefined;
  const span = spans.reduce((all, each) => ({ start: Math.max(all.start, each.start), end: Math.min(all.end, each.end) }), first);
  // Several findings of one rule are explained once.
  const rules = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  const words = about ? [about.markdown] : [];
  // Of a package, what is known of it says more than what a rule says of all.
  const isPackage = workspace.parsed(path)?.kind === 'dependencies';
  const parts = isPackage ? [...words, ...rules.map(describeFinding)] : [...rules.map(describeFinding), ...words];
  return { span: span.start <= span.end ? span : first, markdown: parts.join('\n\n---\n\n') };
}

/** What an image, a stage or a variable of a Dockerfile, a field, a kind or a name of Kubernetes, or a package stands for. */
function aboutWords(workspace: Workspace, path: string, offset: number): Hover | undefined {
  const parsed = workspace.parsed(path);
  const lineOf = (file: string, at: number): number | undefined => {
    const line = workspace.lines(file)?.positionAt(at).line;
    return line === undefined ? undefined : line + 1;
  };
  if (parsed?.kind === 'kubernetes') return aboutKubernetes(parsed.model, offset, workspace.surroundings(path), lineOf);
  if (parsed?.kind === 'dependencies') return describePackage(workspace, path, offset);
  if (parsed?.kind !== 'dockerfile' || parsed.model.isTemplate) return undefined;
  const place = placeAt(parsed.model, offset);
  return (
    place && {
      span: place.span,
      markdown: describe(place, parsed.model, (at) => lineOf(path, at) ?? 0, workspace.today),
    }
  );
}

function describeFinding(finding: Finding): string {
  const meta = META.get(finding.rule)?.meta;
  const lines = [`**${meta?.title ?? finding.rule}** · ${finding.severity}`, '', meta?.why ?? finding.message];
  if (meta && meta.references.length > 0) lines.push('', meta.references.map(linked).join(' · '));
  if (meta && meta.aliases.length > 0) lines.push('', `Also known as ${meta.aliases.map((alias) => `\`${alias}\``).join(', ')}.`);
  lines.push('', `[${finding.rule}](${pageOf(finding.rule)})`);
  return lines.join('\n');
}
