import { memberSpan, spanOfJson, type JsonMember, type JsonNode } from '../../json/index.ts';
import type { Group, Source } from '../dependency.ts';
import { locationOf } from '../location.ts';
import type { Locked } from './lock/locked.ts';

/** One locked package. Its `kind` is `direct` until the roots tell otherwise. */
export function lockedPackage(text: string, member: JsonMember, entry: JsonNode, rawName: string, path: string): Locked {
  let version: JsonNode | undefined;
  let resolved: JsonNode | undefined;
  let integrity: string | undefined;
  let deprecated: string | undefined;
  let name = rawName;
  const groups: Group[] = [];
  const requires: string[] = [];
  for (const { key, value } of entry.members) {
    if (value === undefined) continue;
    switch (key.text) {
      case 'version':
        version = value;
        break;
      case 'resolved':
        resolved = value;
        break;
      case 'integrity':
        integrity = value.text;
        break;
      case 'deprecated':
        if (value.kind === 'string') deprecated = value.text;
        break;
      case 'name':
        name = value.text;
        break;
      case 'dev':
      case 'optional':
      case 'peer':
        if (value.text === 'true') groups.push(key.text);
        break;
      case 'devOptional':
        if (value.text === 'true') groups.push('dev', 'optional');
        break;
      case 'dependencies':
      case 'optionalDependencies':
      case 'requires':
        for (const required of value.members) requires.push(required.key.text);
        break;
    }
  }
  const source = sourceOf(resolved?.text ?? '', version?.text ?? '', name !== rawName);
  const place = source === 'registry' || source === 'alias' ? undefined : (resolved ?? version);
  const hash = place?.text.indexOf('#') ?? -1;
  // Version 1 writes an alias as `npm:name@1.2.3` into the version.
  const written = version?.text ?? '';
  const alias = written.startsWith('npm:') ? written.lastIndexOf('@') : -1;
  if (alias > 4) name = written.slice(4, alias);
  const versionNode = version?.kind === 'string' && place !== version ? version : undefined;
  return {
    ecosystem: 'npm',
    name,
    rawName,
    nameSpan: spanOfJson(member.key),
    use: 'locked',
    kind: 'direct',
    groups,
    section: 'packages',
    source: alias > 4 ? 'alias' : source,
    ...(versionNode && {
      version: alias > 4 ? versionNode.text.slice(alias + 1) : versionNode.text,
      versionSpan: spanOfJson(versionNode),
    }),
    ...(place && {
      location: locationOf(
        place.text,
        spanOfJson(place),
        hash,
        hash < 0 ? undefined : { start: hash + 1, end: place.text.length },
      ),
    }),
    ...(integrity !== undefined && { integrity: integrity.split(' ') }),
    ...(deprecated !== undefined && { deprecated }),
    path,
    requires,
    span: memberSpan(text, member),
  };
}

function sourceOf(resolved: string, version: string, renamed: boolean): Source {
  // Nearly all are: a version, fetched from a registry.
  if (resolved.startsWith('http') && /^\d/.test(version)) return renamed ? 'alias' : 'registry';
  if (/^(?:git[+:@]|github:|gitlab:|bitbucket:)/.test(resolved) || /^(?:git[+:@]|github:|gitlab:|bitbucket:)/.test(version))
    return 'git';
  if (resolved.startsWith('file:') || version.startsWith('file:')) return 'path';
  if (/^https?:/.test(version)) return 'url';
  return renamed ? 'alias' : 'registry';
}
