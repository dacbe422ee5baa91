import type { Span } from '../../../base/span.ts';
import type { JsonNode } from '../../json/index.ts';
import type { Group, Source } from '../dependency.ts';
import { locationOf } from '../location.ts';
import type { Locked } from './lock/locked.ts';

/** What an entry of a lockfile says, while it is read. */
export interface LockedFields {
  version: JsonNode | undefined;
  resolved: JsonNode | undefined;
  integrity: string | undefined;
  name: string | undefined;
  isLink: boolean;
  hasInstallScript: boolean;
  deprecated: string | undefined;
  license: string | undefined;
  readonly groups: Group[];
  readonly requires: string[];
}

export const lockedFields = (): LockedFields => ({
  version: undefined,
  resolved: undefined,
  integrity: undefined,
  name: undefined,
  isLink: false,
  hasInstallScript: false,
  deprecated: undefined,
  license: undefined,
  groups: [],
  requires: [],
});

/** Fields whose value is a text or a literal. */
export const SCALARS: ReadonlySet<string> = new Set([
  'version',
  'resolved',
  'integrity',
  'name',
  'dev',
  'optional',
  'peer',
  'devOptional',
  'inBundle',
  'bundled',
  'link',
  'hasInstallScript',
  'deprecated',
  'license',
]);

/** Fields whose keys are the names that the package asks for. */
export const REQUIRING: ReadonlySet<string> = new Set(['dependencies', 'optionalDependencies', 'requires']);

export function readField(fields: LockedFields, key: string, value: JsonNode): void {
  switch (key) {
    case 'version':
      fields.version = value;
      break;
    case 'resolved':
      fields.resolved = value;
      break;
    case 'integrity':
      fields.integrity = value.text;
      break;
    case 'name':
      fields.name = value.text;
      break;
    case 'dev':
    case 'optional':
    case 'peer':
      if (value.text === 'true') fields.groups.push(key);
      break;
    case 'devOptional':
      if (value.text === 'true') fields.groups.push('dev', 'optional');
      break;
    case 'inBundle':
    case 'bundled':
      if (value.text === 'true') fields.groups.push('bundled');
      break;
    case 'link':
      fields.isLink = value.text === 'true';
      break;
    case 'hasInstallScript':
      fields.hasInstallScript = value.text === 'true';
      break;
    case 'deprecated':
      if (value.kind === 'string') fields.deprecated = value.text;
      break;
    case 'license':
      if (value.kind === 'string') fields.license = value.text;
      break;
  }
}

/** One locked package. Its `kind` is `direct` until the roots tell otherwise. */
export function lockedPackage(fields: LockedFields, rawName: string, nameSpan: Span, path: string, span: Span): Locked {
  const { version, resolved, integrity, groups, requires } = fields;
  let name = fields.name ?? rawName;
  const from = resolved?.text ?? '';
  // Version 1 writes an alias as `npm:name@1.2.3` into the version.
  const written = version?.text ?? '';
  const source = sourceOf(from, written, name !== rawName);
  const alias = written.startsWith('npm:') ? written.lastIndexOf('@') : -1;
  if (alias > 4) name = written.slice(4, alias);
  const locked: Mutable<Locked> = {
    ecosystem: 'npm',
    name,
    rawName,
    nameSpan,
    use: 'locked',
    kind: 'direct',
    groups,
    section: 'packages',
    source: alias > 4 ? 'alias' : source,
    path,
    requires,
    span,
  };
  const archive = source === 'url' ? archiveOf(name, version) : undefined;
  if (archive) {
    locked.source = 'registry';
    return { ...locked, ...archive, ...(integrity !== undefined && { integrity: integrity.split(' ') }) };
  }
  const place = source === 'registry' || source === 'alias' ? undefined : (resolved ?? version);
  if (version?.kind === 'string' && place !== version) {
    locked.version = alias > 4 ? written.slice(alias + 1) : written;
    locked.versionSpan = { start: version.start, end: version.end };
  }
  if (place) {
    const hash = place.text.indexOf('#');
    const ref = hash < 0 ? undefined : { start: hash + 1, end: place.text.length };
    locked.location = locationOf(place.text, { start: place.start, end: place.end }, hash, ref);
  } else if (resolved?.kind === 'string' && from !== '')
    locked.resolved = [{ url: from, urlSpan: { start: resolved.start, end: resolved.end } }];
  if (integrity !== undefined) locked.integrity = integrity.includes(' ') ? integrity.split(' ') : [integrity];
  if (fields.hasInstallScript) locked.hasInstallScript = true;
  if (fields.deprecated !== undefined) locked.deprecated = fields.deprecated;
  if (fields.license !== undefined) locked.license = fields.license;
  return locked;
}

/** The archive of a registry, which npm 5 may write into the version: `https://…/acorn/-/acorn-4.0.4.tgz`. */
function archiveOf(name: string, node: JsonNode | undefined): Pick<Locked, 'version' | 'versionSpan' | 'resolved'> | undefined {
  const { text: url = '', start = 0, end = 0 } = node ?? {};
  const file = `/-/${name.slice(name.lastIndexOf('/') + 1)}-`;
  const from = url.endsWith('.tgz') ? url.lastIndexOf(file) + file.length : 0;
  const version = url.slice(from, -'.tgz'.length);
  if (from < file.length || !/^\d[\w.+-]*$/.test(version) || end - start !== url.length) return undefined;
  const versionSpan = { start: start + from, end: end - '.tgz'.length };
  return { version, versionSpan, resolved: [{ url, urlSpan: { start, end } }] };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const GIT = /^(?:git[+:@]|github:|gitlab:|bitbucket:)/;

function sourceOf(resolved: string, version: string, renamed: boolean): Source {
  // Nearly all are: a version, fetched from a registry.
  const first = version.charCodeAt(0);
  if (first >= 48 && first <= 57 && resolved.startsWith('http')) return renamed ? 'alias' : 'registry';
  if (GIT.test(resolved) || GIT.test(version)) return 'git';
  if (resolved.startsWith('file:') || version.startsWith('file:')) return 'path';
  if (/^https?:/.test(version)) return 'url';
  return renamed ? 'alias' : 'registry';
}
