import type { Alternative, Clause } from '../clause.ts';
import { schemeFor, totalOrder } from '../dialect.ts';
import type { VersionScheme } from '../scheme.ts';
import { splitAt } from '../split.ts';
import { CONSTRAINT, parseClause, parseHyphenRange } from './constraint.ts';
import { compareComposer, isUnstable, parseComposer, parseLooseComposer } from './version.ts';

const compare = totalOrder(parseLooseComposer, compareComposer);

/**
 * Constraints of Composer (https://getcomposer.org/doc/articles/versions.md): `||` or `|` between alternatives, white space or commas between what must all
 * hold. The least stability is a setting of the project, so pre-releases are ordinary members here.
 */
export const composerVersions: VersionScheme = {
  ...schemeFor({
    ecosystem: 'Packagist',
    isVersion: (text) => parseComposer(text) !== undefined,
    isPrerelease(version) {
      const parsed = parseComposer(version);
      return parsed !== undefined && isUnstable(parsed);
    },
    isBranch(version) {
      const parsed = parseComposer(version);
      return parsed !== undefined && 'branch' in parsed;
    },
    compare,
    parse(requirement) {
      const alternatives: Alternative[] = [];
      for (const { text, start } of splitAt(requirement, /\|\|?/g)) {
        const clauses = parseAlternative(text, start);
        if (clauses === undefined) return undefined;
        alternatives.push({ start, end: start + text.length, clauses });
      }
      return alternatives;
    },
    clean: (version) =>
      version
        .trim()
        .replace(/\+\S*$/, '')
        .replace(/^v(?=\d)/i, ''),
    least: (version) => `>=${version}`,
    conjunction: (requirement) => /\s*,\s*/.exec(requirement)?.[0] ?? ' ',
    pin: (version) => version,
  }),
  released: (bound) => bound.replace(/^(v?\d+(?:\.\d+){0,3})-dev$/i, '$1'),
};

function parseAlternative(text: string, start: number): readonly Clause[] | undefined {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < text.length) {
    const separator = /^[\s,]*/.exec(text.slice(at))?.[0] ?? '';
    // A comma leads to another constraint.
    if (clauses.length === 0 && separator !== '') return undefined;
    at += separator.length;
    const rest = text.slice(at);
    const hyphen = parseHyphenRange(rest, start + at, compare);
    const match = CONSTRAINT.exec(rest);
    const clause = hyphen ?? (match && parseClause(match, start + at, compare));
    if (!clause) return undefined;
    clauses.push(clause);
    at = clause.end - start;
  }
  return clauses.length > 0 ? clauses : undefined;
}
