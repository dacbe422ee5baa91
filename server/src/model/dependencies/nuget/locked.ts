import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../dependency.ts';
import { nugetName } from './name.ts';

export type Locked = { -readonly [K in keyof Dependency]: Dependency[K] };

/** A package of a lockfile, whose members are still to come. */
export const lockedPackage = (rawName: string, nameSpan: Span, framework: string, requires: string[]): Locked => ({
  ecosystem: 'NuGet',
  name: nugetName(rawName),
  rawName,
  nameSpan,
  use: 'locked',
  kind: 'direct',
  groups: [],
  section: framework,
  source: 'registry',
  requires,
  span: nameSpan,
});

/** @param span of the value, without quotes */
export function setMember(entry: Locked, key: string, value: string, span: Span): void {
  switch (key) {
    case 'type':
      if (value === 'Project') entry.source = 'workspace';
      if (value !== 'Direct') entry.kind = 'transitive';
      break;
    case 'requested':
      entry.requirement = value;
      break;
    case 'resolved':
      entry.version = value;
      entry.versionSpan = span;
      break;
    case 'contentHash':
      entry.integrity = [value];
      break;
  }
}
