import type { Span } from '../../base/span.ts';
import type { Annotation, Comment } from '../../model/document.ts';
import type { RuleNames } from '../rule-names.ts';
import type { Suppression } from './suppression.ts';

const MARK = /^larboard-ignore(-file)?(?=[\s:]|$)/;
export const ANNOTATION = 'larboard.dev/ignore';
const UNTIL = /(?:^|\s)\[?until\s+(\d{4}-\d{2}-\d{2})\]?\s*\.?$/;
/** More is not read: no person writes a longer comment or annotation. */
const LONGEST = 20_000;
const MOST_ENTRIES = 500;

/** Reads `larboard-ignore <rule>[, <rule>]: <reason> [until YYYY-MM-DD]` and its `-file` form; undefined for any other comment. */
export function ownComment(comment: Comment, text: string, names: RuleNames): Suppression | undefined {
  const mark = MARK.exec(comment.text);
  if (!mark) return undefined;
  const at = text.indexOf(comment.text, comment.span.start) + mark[0].length;
  const entry = readEntry(comment.text.slice(mark[0].length, LONGEST), at, names);
  return { dialect: 'larboard', ...entry, covers: mark[1] ? 'file' : comment.covers, span: comment.span };
}

/**
 * Reads the annotation `larboard.dev/ignore: "<rule>: <reason>; <rule>: <reason>"`, whose entries cover the whole resource, and
 * `larboard.dev/ignore.<container>`, whose entries cover that container.
 */
export function ownAnnotation(annotation: Annotation, text: string, names: RuleNames): readonly Suppression[] {
  if (annotation.name !== ANNOTATION && !annotation.name.startsWith(`${ANNOTATION}.`)) return [];
  const container = annotation.name.slice(ANNOTATION.length + 1);
  const covers = container === '' ? annotation.covers : annotation.containers.get(container);
  if (!covers) {
    const nowhere: Suppression = {
      dialect: 'larboard',
      ...NOTHING,
      covers: annotation.span,
      span: annotation.span,
      missing: container,
    };
    return annotation.knowsContainers ? [nowhere] : [];
  }
  const suppressions: Suppression[] = [];
  let from = 0;
  for (const part of annotation.value.slice(0, LONGEST).split(';', MOST_ENTRIES)) {
    // An escaped value differs from its source text; then the whole value stands for each of its entries.
    const found = text.indexOf(part, annotation.span.start + from);
    const inside = found >= 0 && found + part.length <= annotation.span.end;
    if (part.trim() !== '') {
      const entry = readEntry(part, inside ? found : annotation.span.start, names);
      suppressions.push({
        dialect: 'larboard',
        ...entry,
        unknown: inside ? entry.unknown : entry.unknown.map(({ name }) => ({ name, span: annotation.span })),
        covers,
        span: annotation.span,
      });
    }
    from += part.length + 1;
  }
  return suppressions;
}

type Entry = Pick<Suppression, 'rules' | 'unknown' | 'reason' | 'until'>;

const NOTHING: Entry = { rules: [], unknown: [], reason: '' };

function readEntry(entry: string, at: number, names: RuleNames): Entry {
  const colon = entry.search(/:(?:\s|$)/);
  const selectors = colon < 0 ? entry : entry.slice(0, colon);
  const tail = colon < 0 ? '' : entry.slice(colon + 1).trim();
  const until = UNTIL.exec(tail);
  const rules: string[] = [];
  const unknown: { name: string; span: Span }[] = [];
  for (const match of selectors.matchAll(/[^\s,]+/g)) {
    const ids = match[0] === '*' ? ['*'] : names.selectAccepted(match[0]);
    if (ids.length > 0) rules.push(...ids);
    else unknown.push({ name: match[0], span: { start: at + match.index, end: at + match.index + match[0].length } });
  }
  return {
    rules,
    unknown,
    reason: until ? tail.slice(0, until.index).trim() : tail,
    ...(until?.[1] === undefined ? {} : { until: until[1] }),
  };
}
