import type { Advisory, Ecosystem } from '../knowledge/advisory.ts';

/** Port: where the knowledge of vulnerable and malicious packages comes from. Asked synchronously; the host decides what is behind it. */
export interface Advisories {
  /** For people: "built-in facts", "OSV". */
  readonly source: string;
  /** ISO date (YYYY-MM-DD) of the data. */
  readonly date: string;
  /** All advisories of one package, whatever the version; empty when none is known. `name` is normalised as the ecosystem does. */
  forPackage(ecosystem: Ecosystem, name: string): readonly Advisory[];
  /** Whether the advisory of this id (in upper case) would be known, so that one that nothing falls under is known to be needless. */
  knows?(id: string): boolean;
}
