import { createAnalyzer, type Advisories, type JsonFinding } from '../../server/src/index.ts';

/** What all rules together find in a few files. */
export const findingsIn = (files: Readonly<Record<string, string>>, advisories?: Advisories): readonly JsonFinding[] =>
  createAnalyzer({ config: { profile: 'all' }, ...(advisories && { advisories }) }).analyze(
    Object.entries(files).map(([path, text]) => ({ path, text })),
  ).findings;

/** Those about advisories: `path:line rule: subject`, without what follows the subject in the message. */
export const verdictsIn = (files: Readonly<Record<string, string>>, advisories?: Advisories): string[] =>
  findingsIn(files, advisories)
    .filter(({ rule }) => /vulnerab|malicious/.test(rule))
    .map(
      ({ path, start, rule, message }) =>
        `${path}:${start.line} ${rule.replace('dependencies/', '')}: ${message.replace(/,? (?:is|also admits versions that are) affected by .*$/s, '')}`,
    );
