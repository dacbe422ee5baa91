import type { Advisory, AffectedRange, Ecosystem } from '../advisory.ts';

/**
 * Affected versions in one text: `<4.17.21`, `1.0.0 to 1.2.6` (from, before), `*` (all), `<=2.0.1` (the last affected, none fixed), `=1.4.1` (that one only), `>=1.0` (from
 * there on, none fixed), several separated by `, `; ` instead 1.4.0 2.0.1` behind them names good releases of a package that was hijacked.
 */
type Affected = string;

interface Affects {
  readonly ranges: readonly AffectedRange[];
  readonly versions: readonly string[];
  readonly instead: readonly string[];
}

function affects(written: Affected): Affects {
  const [text = '', instead] = written.split(' instead ');
  const ranges: AffectedRange[] = [];
  const versions: string[] = [];
  for (const part of text.split(', ')) {
    if (part === '*') ranges.push({ introduced: '0' });
    else if (part.startsWith('<=')) ranges.push({ introduced: '0', lastAffected: part.slice(2) });
    else if (part.startsWith('>=')) ranges.push({ introduced: part.slice(2) });
    else if (part.startsWith('<')) ranges.push({ introduced: '0', fixed: part.slice(1) });
    else if (part.startsWith('=')) versions.push(part.slice(1));
    else {
      const [introduced = '0', fixed = ''] = part.split(' to ');
      ranges.push({ introduced, fixed });
    }
  }
  return { ranges, versions, instead: instead?.split(' ') ?? [] };
}

/** A maker of facts; `ids`: the record's own id, then its aliases, separated by blanks. */
export const fact =
  (ecosystem: Ecosystem, kind: Advisory['kind']) =>
  (name: string, ids: string, severity: Advisory['severity'], affected: Affected, summary: string): Advisory => {
    const [id = '', ...aliases] = ids.split(' ');
    const { ranges, versions, instead } = affects(affected);
    return {
      id,
      aliases,
      ecosystem,
      name,
      kind,
      severity,
      summary,
      ranges,
      ...(versions.length > 0 && { versions }),
      ...(instead.length > 0 && { instead }),
    };
  };

export const npm = fact('npm', 'vulnerability');
export const npmMalware = fact('npm', 'malicious');
export const pypi = fact('PyPI', 'vulnerability');
export const pypiMalware = fact('PyPI', 'malicious');
export const go = fact('Go', 'vulnerability');
export const goMalware = fact('Go', 'malicious');
export const maven = fact('Maven', 'vulnerability');
export const nuget = fact('NuGet', 'vulnerability');
export const gem = fact('RubyGems', 'vulnerability');
export const gemMalware = fact('RubyGems', 'malicious');
export const composer = fact('Packagist', 'vulnerability');
export const cargo = fact('crates.io', 'vulnerability');
export const cargoMalware = fact('crates.io', 'malicious');
/** Nobody maintains it any more. The summary says what to use instead, where somebody does. */
export const cargoUnmaintained = (name: string, ids: string, affected: Affected, summary: string): Advisory => ({
  ...cargo(name, ids, 'low', affected, summary),
  informational: 'unmaintained',
});
/** Safe code that uses it can break memory safety. */
export const cargoUnsound = (name: string, ids: string, affected: Affected, summary: string): Advisory => ({
  ...cargo(name, ids, 'low', affected, summary),
  informational: 'unsound',
});
export const hex = fact('Hex', 'vulnerability');
export const pub = fact('Pub', 'vulnerability');
