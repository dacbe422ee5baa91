import type { Ecosystem } from '../base/ecosystem.ts';

export type { Ecosystem };

/** One affected interval: from `introduced` (inclusive, `'0'` is the beginning) to `fixed` (exclusive) or `lastAffected` (inclusive); open-ended without both. */
export interface AffectedRange {
  readonly introduced: string;
  readonly fixed?: string;
  readonly lastAffected?: string;
}

/** What is known of one vulnerability or malicious package, cut down to what a verdict needs. */
export interface Advisory {
  /** The public id: `GHSA-…`, `CVE-…`, `PYSEC-…`, `GO-…`, `MAL-…`. */
  readonly id: string;
  /** Other ids of the same thing. */
  readonly aliases: readonly string[];
  readonly ecosystem: Ecosystem;
  /** The package's name, normalised as its ecosystem does (PyPI: PEP 503). */
  readonly name: string;
  readonly kind: 'vulnerability' | 'malicious';
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  /** One sentence without a full stop, in our own words. */
  readonly summary: string;
  readonly ranges: readonly AffectedRange[];
  /** Single affected versions, where no range says it. */
  readonly versions?: readonly string[];
  /** Of a hijacked package: releases that are known to be its authors' own, above or below the malicious ones. */
  readonly instead?: readonly string[];
  /** It tells something about the package and is no vulnerability: nobody maintains it, its code is unsound, or there is something to know. */
  readonly informational?: 'unmaintained' | 'unsound' | 'notice';
  /** ISO dates (YYYY-MM-DD). */
  readonly published?: string;
  readonly modified?: string;
  /** The public page of the record. */
  readonly url?: string;
  /** Where it comes from, if not from where its neighbours do: for people, with the ISO date of the data. */
  readonly origin?: { readonly source: string; readonly date: string };
}
