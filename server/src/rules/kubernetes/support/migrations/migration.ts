import type { Applicability } from '../../../../engine/fix.ts';
import type { Resource } from '../../../../model/kubernetes/index.ts';
import type { Edits, EditSource } from '../../../../model/yaml/index.ts';

/** What changes in a resource, beside `apiVersion`, when it moves to another version of its API. */
export interface Migration {
  /** One that is undefined cannot be made; then nothing is offered. */
  readonly edits: readonly Edits[];
  readonly applicability: Applicability;
}

/** Undefined where a person has to decide something. */
export type Migrate = (source: EditSource, resource: Resource) => Migration | undefined;

export const SAME_SHAPE: Migration = { edits: [], applicability: 'safe' };
