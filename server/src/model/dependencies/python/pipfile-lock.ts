import { memberSpan, objectOf, parseJson, spanOfJson, valueOf, type JsonMember, type JsonNode } from '../../json/index.ts';
import type { Dependency, Group } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type Registry } from '../file.ts';
import { locationOf, pathLocation } from '../location.ts';
import { pipfileLockShape } from '../json-shapes.ts';
import { lacksOne } from '../misspelt.ts';
import { pypiVersions } from '../versions/pypi/index.ts';
import { flatRoot, lockedAs } from './locked.ts';
import { separateLocation } from '../toml/lock-location.ts';
import type { LockText } from '../toml/lock-values.ts';

/** Reads Pipfile.lock (https://pipenv.pypa.io/en/latest/pipfile.html). Every member but `_meta` is a category; who asked for a package is not told. */
export function parsePipfileLock(text: string): DependencyFile {
  const { root, problems } = parseJson(text, { shape: pipfileLockShape });
  const dependencies = (root?.members ?? []).flatMap(({ key, value }) =>
    key.text === '_meta' || lacksOne('_meta', key.text) || value?.kind !== 'object'
      ? []
      : value.members.flatMap((member) => packageOf(text, member, key.text) ?? []),
  );
  return dependencyFile({
    ecosystem: 'PyPI',
    format: 'Pipfile.lock',
    role: 'lockfile',
    problems,
    dependencies,
    registries: registriesOf(objectOf(root, '_meta')),
    roots: [flatRoot(dependencies)],
  });
}

const textAt = (node: JsonNode | undefined): LockText | undefined =>
  node?.kind === 'string' ? { text: node.text, span: spanOfJson(node) } : undefined;

function packageOf(text: string, member: JsonMember, category: string): Dependency | undefined {
  const { key, value } = member;
  if (value?.kind !== 'object') return undefined;
  const marker = textAt(valueOf(value, 'markers'))?.text;
  const integrity = (valueOf(value, 'hashes')?.items ?? []).map((hash) => hash.text);
  const isDefault = category === 'default' || lacksOne('default', category);
  const groups: Group[] = isDefault ? [] : ['dev'];
  return lockedAs({ text: key.text, span: spanOfJson(key) }, versionOf(value), memberSpan(text, member), {
    section: isDefault ? 'default' : category,
    groups,
    ...(marker !== undefined && { marker }),
    ...(integrity.length > 0 && { integrity }),
    ...originOf(value),
  });
}

/** `==1.2.3`, of which the version is the part behind the operator. */
function versionOf(entry: JsonNode): LockText | undefined {
  const written = textAt(valueOf(entry, 'version'));
  if (written === undefined) return undefined;
  const operator = /^={0,3}/.exec(written.text)?.[0].length ?? 0;
  // `*` stands for what was installed without being locked.
  if (operator === 0 && !pypiVersions.isVersion(written.text)) return undefined;
  return {
    text: written.text.slice(operator),
    span: { start: Math.min(written.span.start + operator, written.span.end), end: written.span.end },
  };
}

function originOf(entry: JsonNode): Pick<Dependency, 'source' | 'location'> | undefined {
  const git = textAt(valueOf(entry, 'git'));
  if (git) return { source: 'git', location: separateLocation(git, textAt(valueOf(entry, 'ref'))) };
  const path = textAt(valueOf(entry, 'path'));
  if (path) return { source: 'path', location: pathLocation(path.text, path.span) };
  const file = textAt(valueOf(entry, 'file'));
  return file && { source: 'url', location: locationOf(file.text, file.span, -1, undefined) };
}

const registriesOf = (meta: JsonNode | undefined): Registry[] =>
  (valueOf(meta, 'sources')?.items ?? []).flatMap((source) => {
    const url = valueOf(source, 'url');
    return url?.kind === 'string' ? [{ kind: 'index' as const, url: url.text, urlSpan: spanOfJson(url) }] : [];
  });
