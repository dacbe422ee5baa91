import type { Document } from '../document.ts';
export interface Dockerfile extends Document {
  readonly todo?: never;
}
export interface DockerfileFacts {
  readonly todo?: never;
}
