import type { Span } from '../../../base/span.ts';
import { spanOfToml, stringOfToml, valueOfToml, type TomlNode } from '../../toml/index.ts';
import type { Dependency, Location } from '../dependency.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { memberDeletion } from './deletion.ts';

/** `name = value` in a table of dependencies, however it is spelt. */
export interface Entry {
  readonly rawName: string;
  readonly nameSpan: Span;
  readonly value: TomlNode;
  readonly span: Span;
  readonly deletion?: Span;
}

export const entriesOf = (text: string, table: TomlNode): Entry[] =>
  table.members.map(({ key, value, span }, index) => {
    const deletion = memberDeletion(text, table, index);
    return { rawName: key.text, nameSpan: key.span, value, span, ...(deletion && { deletion }) };
  });

/** The string under `key` as requirement and place. */
export const requirementOf = (value: TomlNode | undefined): Pick<Dependency, 'requirement' | 'requirementSpan'> =>
  value?.kind === 'string' ? { requirement: value.text, requirementSpan: spanOfToml(value) } : {};

export const isTrue = (table: TomlNode, key: string): boolean => {
  const value = valueOfToml(table, key);
  return value?.kind === 'literal' && value.text === 'true';
};

/** The keys that name what is taken from a git repository, as Cargo, Poetry, uv and Pipenv (`ref`) call them. */
const REFERENCES = ['rev', 'tag', 'branch', 'ref'];

/** Where an entry with keys of its own (`git`, `url`, `path`, …) comes from; undefined for a package of a registry. */
export function originOf(table: TomlNode): Pick<Dependency, 'source' | 'location'> | undefined {
  const git = stringOfToml(table, 'git');
  if (git) return { source: 'git', location: gitLocation(table, git) };
  const path = stringOfToml(table, 'path');
  if (path) return { source: 'path', location: pathLocation(path.text, spanOfToml(path)) };
  const url = stringOfToml(table, 'url') ?? stringOfToml(table, 'file');
  if (!url) return undefined;
  return /^[a-z]+:\/\//i.test(url.text) && !/^file:/i.test(url.text)
    ? { source: 'url', location: locationOf(url.text, spanOfToml(url), -1, undefined) }
    : { source: 'path', location: pathLocation(url.text, spanOfToml(url)) };
}

function gitLocation(table: TomlNode, git: TomlNode): Location {
  const location = { ...locationOf(git.text, spanOfToml(git), -1, undefined), hasRefKey: true };
  const member = REFERENCES.map((key) => table.member(key)).find((found) => found?.value.kind === 'string');
  if (member === undefined || member.value.text === '') return location;
  const { key, value } = member;
  // A branch or a tag may be called like a commit.
  const isCommit = (key.text === 'rev' || key.text === 'ref') && isCommitHash(value.text);
  return { ...location, ref: value.text, refSpan: spanOfToml(value), refKeySpan: key.span, isCommit };
}
