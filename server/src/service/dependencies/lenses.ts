import type { Span } from '../../base/span.ts';
import { ADVISORY_RULES } from '../../engine/advisory-id.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Workspace } from '../workspace.ts';

/** What stands above a package of a manifest. */
export interface Lens {
  /** Of the text that the findings are at. */
  readonly span: Span;
  /** `2 vulnerabilities`, `malicious`. */
  readonly title: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

const KINDS: ReadonlySet<string> = new Set(ADVISORY_RULES);

/** One lens for every place of a manifest that advisories speak about. Lockfiles are nobody's to edit, and have none. */
export function lensesOf(workspace: Workspace, path: string): readonly Lens[] {
  const parsed = workspace.parsed(path);
  if (parsed?.kind !== 'dependencies' || parsed.model.role !== 'manifest') return [];
  const places = new Map<number, Finding[]>();
  for (const finding of workspace.report(path).findings) {
    if (!finding.about || !KINDS.has(finding.rule)) continue;
    places.set(finding.span.start, [...(places.get(finding.span.start) ?? []), finding]);
  }
  return [...places.values()].flatMap((findings) => {
    const [first] = findings;
    return first ? { span: first.span, title: titleOf(findings), findings } : [];
  });
}

function titleOf(findings: readonly Finding[]): string {
  if (findings.some(({ rule }) => rule === 'dependencies/malicious-package')) return 'malicious package';
  const other = findings.filter(({ rule }) => OTHER_WORDS.has(rule));
  const count = findings.length - other.length;
  const words = other.map(({ rule }) => OTHER_WORDS.get(rule) ?? '');
  if (count > 0) words.unshift(count === 1 ? '1 vulnerability' : `${count} vulnerabilities`);
  return [...new Set(words)].join(', ');
}

const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['dependencies/range-allows-vulnerable-version', 'vulnerable versions allowed'],
  ['dependencies/unmaintained-dependency', 'unmaintained'],
  ['dependencies/unsound-dependency', 'unsound'],
]);

/** A lens with what choosing it does, if there is a proven fix. */
export interface ResolvedLens {
  readonly title: string;
  readonly fix?: { readonly fingerprint: string; readonly title: string };
}

/** Proves fixes until one holds; asked only for lenses that are on the screen. */
export function resolveLens(workspace: Workspace, { title, findings }: Lens): ResolvedLens {
  for (const finding of findings) {
    const [fix] = workspace.provenFixes(finding).filter(({ applicability }) => applicability !== 'manual');
    if (!fix) continue;
    const safe = finding.about?.safe;
    const words = safe === undefined ? lowerFirst(fix.title) : `fix to ${safe}`;
    return { title: `${title} · ${words}`, fix: { fingerprint: finding.fingerprint, title: fix.title } };
  }
  return { title };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
