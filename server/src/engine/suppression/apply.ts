import { type Span, touches } from '../../base/span.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../finding.ts';
import type { RuleNames } from '../rule-names.ts';
import { ownAnnotation, ownComment } from './own.ts';
import { peerAnnotation } from './peer-annotations.ts';
import { mayHoldSuppression, peerComment } from './peer-comments.ts';
import { isExpired, namesOf, type Suppression } from './suppression.ts';

/** All suppressions that a file's comments and annotations hold, in the file's order. */
export function suppressionsOf(document: Document, text: string, names: RuleNames): readonly Suppression[] {
  const inner = mayHoldSuppression(text) ? (document.innerComments?.(mayHoldSuppression) ?? []) : [];
  const comments = [...document.comments, ...inner].flatMap(
    (comment) => ownComment(comment, text, names) ?? peerComment(comment, document, names),
  );
  const annotations = (document.annotations ?? []).flatMap((annotation) => [
    ...ownAnnotation(annotation, text, names),
    ...[peerAnnotation(annotation, names) ?? []].flat(),
  ]);
  return [...comments, ...annotations].sort((a, b) => a.span.start - b.span.start);
}

export interface Suppressed {
  readonly finding: Finding;
  readonly suppression: Pick<Suppression, 'reason' | 'until'>;
}

export interface Applied {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Which suppressions kept at least one finding quiet. */
  readonly used: ReadonlySet<Suppression>;
  /** Which ones would have, had the configuration not locked the rules. */
  readonly refused: ReadonlyMap<Suppression, ReadonlySet<string>>;
}

/**
 * Takes out what the suppressions cover. An expired one covers nothing.
 * @param isLocked whether a rule's findings cannot be suppressed in files
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  today: string,
  isLocked: (rule: string) => boolean = () => false,
): Applied {
  const valid = new SuppressionIndex(suppressions.filter((suppression) => !isExpired(suppression, today)));
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const used = new Set<Suppression>();
  const refused = new Map<Suppression, Set<string>>();
  for (const finding of findings) {
    const suppression = valid.find(finding);
    if (!suppression) kept.push(finding);
    else if (isLocked(finding.rule)) {
      kept.push(finding);
      refused.set(suppression, (refused.get(suppression) ?? new Set()).add(finding.rule));
    } else {
      used.add(suppression);
      suppressed.push({ finding, suppression });
    }
  }
  return { findings: kept, suppressed, used, refused };
}

/** Finds the suppression of a finding without looking at all of them: a generated file may have thousands of both. */
class SuppressionIndex {
  readonly #byRule = new Map<string, Coverage>();

  constructor(suppressions: readonly Suppression[]) {
    const lists = new Map<string, Suppression[]>();
    for (const suppression of suppressions)
      for (const rule of new Set(suppression.rules)) {
        const list = lists.get(rule);
        if (list) list.push(suppression);
        else lists.set(rule, [suppression]);
      }
    for (const [rule, list] of lists) this.#byRule.set(rule, new Coverage(list));
  }

  /** The first one in the file that is about the finding and covers its place. */
  find(finding: Finding): Suppression | undefined {
    const candidates = [...namesOf(finding), '*'].map((name) => this.#byRule.get(name)?.find(finding.span));
    return candidates.reduce((a, b) => (a && b ? (a.span.start <= b.span.start ? a : b) : (a ?? b)), undefined);
  }
}

/** Suppressions of one rule, in the order of what they cover. */
class Coverage {
  readonly #wide: Suppression | undefined;
  readonly #covering: readonly { readonly covers: Span; readonly suppression: Suppression; readonly reach: number }[];

  constructor(suppressions: readonly Suppression[]) {
    this.#wide = suppressions.find(({ covers }) => covers === 'file');
    let reach = 0;
    this.#covering = suppressions
      .flatMap((suppression) => (suppression.covers === 'file' ? [] : [{ covers: suppression.covers, suppression }]))
      .sort((a, b) => a.covers.start - b.covers.start)
      .map((one) => ({ ...one, reach: (reach = Math.max(reach, one.covers.end)) }));
  }

  find(place: Span): Suppression | undefined {
    let low = 0;
    let high = this.#covering.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#covering[middle]?.covers.start ?? 0) <= place.end) low = middle + 1;
      else high = middle;
    }
    let best = this.#wide;
    // `reach` is how far this one and all before it cover; behind that nothing can.
    for (let index = low - 1; index >= 0; index--) {
      const one = this.#covering[index];
      if (!one || one.reach < place.start) break;
      if (touches(one.covers, place) && !(best && best.span.start < one.suppression.span.start)) best = one.suppression;
    }
    return best;
  }
}
