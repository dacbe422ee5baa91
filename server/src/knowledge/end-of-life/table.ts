/** What a project says about how long its releases get security fixes. */
export interface ProductTable {
  /** For people. */
  readonly name: string;
  /** What its cycles below a number were called. */
  readonly formerly?: { readonly below: number; readonly name: string };
  /** Where the project says so. */
  readonly source: string;
  /** A line per release cycle: the cycle, the last day (ISO) with security fixes or `-` where none is set, and the code name if tags use one. */
  readonly cycles: string;
  /** Set where a number below all that are listed need not be an older release. */
  readonly isPartial?: true;
}
