import type { Severity } from './severity.ts';

/** What a policy's expression says about an object; an error is the policy's, not the object's. */
export type Verdict = boolean | { readonly error: string };

/** A rule that a team wrote itself, in its configuration. */
export interface CustomPolicy {
  readonly name: string;
  /** What to say where it is broken; one or two sentences. */
  readonly message: string;
  readonly severity: Severity | undefined;
  /** `Deployment` or `apps/v1/Deployment`; empty: every kind. */
  readonly kinds: readonly string[];
  /** The field that it is about: `spec.template.spec.containers[].image`. Undefined: the whole object. */
  readonly path: string | undefined;
  /** Whether the field has to be there, or must not be. */
  readonly must: 'exist' | 'not-exist' | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly denied: readonly string[] | undefined;
  /** The whole value has to match. */
  readonly pattern: RegExp | undefined;
  /** What a fix writes. */
  readonly set: string | undefined;
  /** Whether the object, given as plain data with whole numbers as `bigint`, is right. */
  readonly expression: ((object: unknown) => Verdict) | undefined;
}
