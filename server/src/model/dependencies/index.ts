import type { Document } from '../document.ts';
export interface DependencyFile extends Document {
  readonly todo?: never;
}
export interface DependencyFacts {
  readonly todo?: never;
}
