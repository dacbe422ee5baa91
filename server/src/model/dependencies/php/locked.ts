import type { Span } from '../../../base/span.ts';
import { isCommitHash, locationOf } from '../location.ts';
import type { Dependency, Location, Resolved } from '../dependency.ts';
import { PLATFORM } from './platform.ts';

/** A text of a lockfile, decoded, with its place inside the quotes. */
export interface LockField {
  readonly text: string;
  readonly span: Span;
}

/** What composer.lock says of one package, before it is understood. */
export interface RawPackage {
  readonly section: string;
  readonly start: number;
  end: number;
  /** `name`, `version`, `source.url`, `dist.shasum`, … */
  readonly fields: Map<string, LockField>;
  readonly requires: string[];
  /** Names that it stands for (`replace`, `provide`): who asks for one of them may get this. */
  readonly provides: string[];
  readonly licenses: string[];
}

export const rawPackage = (section: string, start: number): RawPackage => ({
  section,
  start,
  end: start,
  fields: new Map(),
  requires: [],
  provides: [],
  licenses: [],
});

/** The fields of a package that are read; of `require` and `license` what is listed. */
export const FIELDS: ReadonlySet<string> = new Set(['name', 'version', 'type', 'abandoned']);
export const LISTS: ReadonlySet<string> = new Set(['source', 'dist', 'require', 'replace', 'provide', 'license']);
export const PARTS: ReadonlySet<string> = new Set(['type', 'url', 'reference', 'shasum']);

/** One locked package; its kind is `direct` until the others tell who asks for it. */
export function lockedComposerPackage({
  section,
  start,
  end,
  fields,
  requires,
  licenses,
}: RawPackage): (Dependency & { kind: Dependency['kind'] }) | undefined {
  const name = fields.get('name');
  if (name === undefined) return undefined;
  const version = fields.get('version');
  const shasum = fields.get('dist.shasum')?.text ?? '';
  const location = locationIn(fields);
  const abandoned = fields.get('abandoned')?.text;
  const type = fields.get('type')?.text;
  const resolved = resolvedIn(fields);
  return {
    ecosystem: 'Packagist',
    name: name.text.toLowerCase(),
    rawName: name.text,
    nameSpan: name.span,
    use: 'locked',
    kind: 'direct',
    groups: section === 'packages-dev' ? ['dev'] : [],
    section,
    source: fields.get('dist.type')?.text === 'path' ? 'path' : 'registry',
    ...(version && { version: version.text, versionSpan: version.span }),
    ...(location && { location }),
    ...(resolved.length > 0 && { resolved }),
    ...(/^[0-9a-f]{40}$/i.test(shasum) && { integrity: [`sha1:${shasum}`] }),
    ...(abandoned !== undefined && abandoned !== 'false' && { deprecated: deprecation(abandoned) }),
    ...(licenses.length > 0 && { license: licenses.length === 1 ? licenses[0] : `(${licenses.join(' OR ')})` }),
    ...((type === 'composer-plugin' || type === 'composer-installer') && { hasInstallScript: true }),
    requires: requires.filter((one) => !PLATFORM.test(one)).map((one) => one.toLowerCase()),
    span: { start, end },
  };
}

const deprecation = (abandoned: string): string =>
  abandoned === 'true' ? 'The package is abandoned.' : `The package is abandoned. Use ${abandoned} instead.`;

/** The archive, and the repository where Composer takes that instead. */
const resolvedIn = (fields: ReadonlyMap<string, LockField>): readonly Resolved[] =>
  ['dist', 'source'].flatMap((part) => {
    const url = fields.get(`${part}.url`);
    return url === undefined || fields.get(`${part}.type`)?.text === 'path' ? [] : [{ url: url.text, urlSpan: url.span }];
  });

/** The repository with its commit, else the archive. */
function locationIn(fields: ReadonlyMap<string, LockField>): Location | undefined {
  const url = fields.get('source.url') ?? fields.get('dist.url');
  if (url === undefined) return undefined;
  const location = locationOf(url.text, url.span, -1, undefined);
  const reference = fields.has('source.url') ? fields.get('source.reference') : undefined;
  return reference === undefined || reference.text === ''
    ? location
    : { ...location, hasRefKey: true, ref: reference.text, refSpan: reference.span, isCommit: isCommitHash(reference.text) };
}
