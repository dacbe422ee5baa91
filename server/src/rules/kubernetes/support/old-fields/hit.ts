import type { Span } from '../../../../base/span.ts';
import type { Fix } from '../../../../engine/fix.ts';
import type { OldField } from '../../../../knowledge/kubernetes/deprecated-fields.ts';

/** A place where something deprecated is used. */
export interface Hit {
  readonly field: OldField;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly key: string;
}
