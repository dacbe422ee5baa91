import { touches } from '../../base/span.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../finding.ts';
import type { RuleNames } from '../rule-names.ts';
import { ownAnnotation, ownComment } from './own.ts';
import { peerAnnotation, peerComment } from './peers.ts';
import { isAbout, isExpired, type Suppression } from './suppression.ts';

/** All suppressions that a file's comments and annotations hold, in the file's order. */
export function suppressionsOf(document: Document, text: string, names: RuleNames): readonly Suppression[] {
  const comments = document.comments.flatMap((comment) => ownComment(comment, text, names) ?? peerComment(comment, names) ?? []);
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
}

/** Takes out what the suppressions cover. An expired one covers nothing. */
export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[], today: string): Applied {
  const valid = suppressions.filter((suppression) => !isExpired(suppression, today));
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const suppression = valid.find(
      (one) => isAbout(one, finding.rule) && (one.covers === 'file' || touches(one.covers, finding.span)),
    );
    if (!suppression) kept.push(finding);
    else {
      used.add(suppression);
      suppressed.push({ finding, suppression });
    }
  }
  return { findings: kept, suppressed, used };
}
