import type { Span } from '../../../../base/span.ts';
import { isMistyped } from '../../misspelt.ts';
import type { LineScanner } from './line-scanner.ts';

/** One name that a manifest asks for, or that a catalog has. */
export interface PnpmAsked {
  readonly group: string;
  readonly name: string;
  nameSpan: Span;
  specifier: Span | undefined;
  version: Span | undefined;
}

/** One manifest, or the catalogs of a workspace. */
export interface PnpmImporter {
  /** As written; `.` is the folder of the lockfile. */
  readonly path: string;
  readonly span: Span;
  /** By group and name. */
  readonly asked: Map<string, PnpmAsked>;
  /** Version 5: what is asked for, by name. */
  readonly specifiers: Map<string, PnpmAsked>;
}

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'specifiers'];

/** The group that a key means, also with a character missing. */
export const groupOf = (key: string): string | undefined =>
  GROUPS.includes(key) ? key : GROUPS.find((group) => isMistyped(group, key));

/**
 * Reads a line below a group of an importer. Since version 6 each name has a `specifier` and a `version`; before, the specifiers stood in a list of their
 * own.
 * @param depth how deep the line is nested below its group, 1 for names
 * @param last the name that the lines before were about
 */
export function readAsked(
  { asked, specifiers }: PnpmImporter,
  group: string,
  depth: number,
  last: PnpmAsked | undefined,
  lines: LineScanner,
): PnpmAsked | undefined {
  const key = lines.pair();
  const hasValue = lines.value.start < lines.value.end;
  if (depth > 1) {
    if (last && key === 'specifier') last.specifier = lines.value;
    if (last && key === 'version') last.version = lines.value;
    return last;
  }
  if (group === 'specifiers') {
    if (hasValue) specifiers.set(key, { group, name: key, nameSpan: lines.key, specifier: lines.value, version: undefined });
    return undefined;
  }
  const entry: PnpmAsked = {
    group,
    name: key,
    nameSpan: lines.key,
    specifier: undefined,
    version: hasValue ? lines.value : undefined,
  };
  asked.set(`${group} ${key}`, entry);
  return entry;
}
