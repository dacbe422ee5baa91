/** What one source says of one Kubernetes minor. */
export interface Graph {
  readonly minor: number;
  readonly types: ReadonlyMap<string, ReadonlyMap<string, SourceField>>;
  /** `group/version Kind` (`v1 Pod` in the core group) → the name of its type. */
  readonly kinds: ReadonlyMap<string, string>;
}

export interface SourceField {
  readonly type: FieldType;
  readonly required: boolean;
  /** The whole description, on one line; empty where the source has none. */
  readonly description: string;
}

/** A scalar's letter as in the table (see `server/src/knowledge/kubernetes/schema.ts`), or the name of a type. */
export interface FieldType {
  readonly shape: 'one' | 'list' | 'map' | 'map of lists';
  readonly of: string;
}

/** Scalars have names of one small letter (or `*`), types of more. */
export const isReference = ({ of }: FieldType): boolean => of.length > 1;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
