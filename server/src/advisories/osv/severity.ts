import type { Advisory } from '../../knowledge/advisory.ts';
import { cvss2, cvss3, cvss4Class } from './cvss.ts';
import { type JsonObject, listOf, objectOf, textOf } from './json.ts';

type Severity = Advisory['severity'];

const LABELS: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
};

/** The qualitative scale of https://www.first.org/cvss/v3.1/specification-document, section 5; a score of 0 is low here. */
const classOf = (score: number): Severity => (score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low');

/** The database's own label, in any of the places where databases write it; else the class of a CVSS vector; undefined when nothing says it. */
export function severityOf(record: JsonObject, affected: JsonObject): Severity | undefined {
  for (const owner of [
    objectOf(affected['ecosystem_specific']),
    objectOf(affected['database_specific']),
    objectOf(record['database_specific']),
  ]) {
    const label = (textOf(owner['severity']) ?? '').toLowerCase();
    if (Object.hasOwn(LABELS, label)) return LABELS[label];
  }
  return (
    vectorClass(listOf(affected['severity'])) ??
    vectorClass(listOf(record['severity'])) ??
    ofVector(textOf(objectOf(affected['database_specific'])['cvss']) ?? '')
  );
}

/** Of several vectors the exact kinds count before the rough one, and newer ones before older ones. */
function vectorClass(entries: readonly unknown[]): Severity | undefined {
  const byType = new Map(
    entries
      .map(objectOf)
      .map(({ type, score }) => [textOf(type) ?? '', typeof score === 'number' ? String(score) : (textOf(score) ?? '')]),
  );
  for (const type of ['CVSS_V3', 'CVSS_V4', 'CVSS_V2']) {
    const found = ofVector(byType.get(type) ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofVector(text: string): Severity | undefined {
  const vector = text.trim();
  if (/^\d{1,2}(?:\.\d+)?$/.test(vector)) return classOf(Number(vector));
  const score = cvss3(vector) ?? cvss2(vector);
  return score === undefined ? cvss4Class(vector) : classOf(score);
}
