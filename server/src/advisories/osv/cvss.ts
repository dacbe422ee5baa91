/**
 * Base scores of CVSS vectors, from 0 to 10; undefined for a text that is no complete vector.
 * v2: https://www.first.org/cvss/v2/guide, v3.0 and v3.1: https://www.first.org/cvss/v3.1/specification-document (section 7; appendix A for rounding).
 */

/** `AV:N/AC:L` → metric → value. The first of a repeated metric counts. */
function metricsOf(vector: string): ReadonlyMap<string, string> {
  const metrics = new Map<string, string>();
  for (const part of vector.split('/')) {
    const colon = part.indexOf(':');
    if (colon > 0 && !metrics.has(part.slice(0, colon))) metrics.set(part.slice(0, colon), part.slice(colon + 1));
  }
  return metrics;
}

type Weights = Readonly<Record<string, number>>;

/** The weight of each metric in turn; undefined when one is missing. */
function weigh(metrics: ReadonlyMap<string, string>, tables: Readonly<Record<string, Weights>>) {
  const weights: Record<string, number> = {};
  for (const [metric, table] of Object.entries(tables)) {
    const value = metrics.get(metric) ?? '';
    const weight = Object.hasOwn(table, value) ? table[value] : undefined;
    if (weight === undefined) return undefined;
    weights[metric] = weight;
  }
  return (metric: string): number => weights[metric] ?? 0;
}

const IMPACT_V3: Weights = { H: 0.56, L: 0.22, N: 0 };
const V3: Readonly<Record<string, Weights>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  S: { U: 0, C: 1 },
  C: IMPACT_V3,
  I: IMPACT_V3,
  A: IMPACT_V3,
};
/** Privileges count more when the scope changes. */
const PRIVILEGES = { same: { N: 0.85, L: 0.62, H: 0.27 }, changed: { N: 0.85, L: 0.68, H: 0.5 } };

/** To the next tenth, in whole numbers, so that floating point does not decide (v3.1, appendix A). */
function roundedUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

export function cvss3(vector: string): number | undefined {
  const [version, ...rest] = vector.split('/');
  if (version !== 'CVSS:3.0' && version !== 'CVSS:3.1') return undefined;
  const metrics = metricsOf(rest.join('/'));
  const changed = metrics.get('S') === 'C';
  const weight = weigh(metrics, { ...V3, PR: changed ? PRIVILEGES.changed : PRIVILEGES.same });
  if (!weight) return undefined;
  const base = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  if (impact <= 0) return 0;
  const exploitability = 8.22 * weight('AV') * weight('AC') * weight('PR') * weight('UI');
  return roundedUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

const IMPACT_V2: Weights = { N: 0, P: 0.275, C: 0.66 };
const V2: Readonly<Record<string, Weights>> = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: IMPACT_V2,
  I: IMPACT_V2,
  A: IMPACT_V2,
};

export function cvss2(vector: string): number | undefined {
  const weight = weigh(metricsOf(vector.replace(/^CVSS:2\.0\//, '').replace(/^\(|\)$/g, '')), V2);
  if (!weight) return undefined;
  const impact = 10.41 * (1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A')));
  const exploitability = 20 * weight('AV') * weight('AC') * weight('Au');
  const score = (0.6 * impact + 0.4 * exploitability - 1.5) * (impact === 0 ? 0 : 1.176);
  return Math.round(score * 10) / 10;
}

type Class = 'critical' | 'high' | 'medium' | 'low';

/**
 * The rough class of a v4.0 vector. The standard's score is a table of 270 expert judgements with interpolation; its first and third equivalence sets (how easily
 * it is exploited, how much of the vulnerable system is lost; https://www.first.org/cvss/v4.0/specification-document, section 8) decide the class nearly alone.
 */
export function cvss4Class(vector: string): Class | undefined {
  if (!vector.startsWith('CVSS:4.0/')) return undefined;
  const metrics = metricsOf(vector.slice('CVSS:4.0/'.length));
  const of = (metric: string): string => metrics.get(metric) ?? '';
  if (!/^[NALP]$/.test(of('AV')) || !/^[LH]$/.test(of('AC')) || !/^[NLH]$/.test(of('PR')) || !/^[NPA]$/.test(of('UI')))
    return undefined;
  const impacts = ['VC', 'VI', 'VA', 'SC', 'SI', 'SA'].map(of);
  if (impacts.some((impact) => !/^[NLH]$/.test(impact))) return undefined;
  if (impacts.every((impact) => impact === 'N')) return 'low';
  const open = [of('AV'), of('PR'), of('UI')].filter((value) => value === 'N').length;
  const ease = open === 3 ? 0 : open > 0 && of('AV') !== 'P' ? 1 : 2;
  const highs = impacts.slice(0, 3);
  const loss = highs[0] === 'H' && highs[1] === 'H' ? 0 : highs.includes('H') ? 1 : 2;
  const isHard = of('AC') === 'H' || of('AT') === 'P';
  const table: readonly (readonly Class[])[] = [
    ['critical', 'high', 'medium'],
    ['high', isHard ? 'medium' : 'high', isHard ? 'low' : 'medium'],
    ['high', 'medium', 'low'],
  ];
  return table[ease]?.[loss];
}
