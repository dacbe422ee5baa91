import type { Span } from '../../../base/span.ts';
import type { Dependency, Group, Location, Source } from '../dependency.ts';
import { dependencyFile, type DependencyFile, type LockRoot, type Runtime } from '../file.ts';
import { isCommitHash, locationOf, pathLocation } from '../location.ts';
import { lacksOne } from '../misspelt.ts';
import { LineScanner } from '../npm/lock/line-scanner.ts';
import { flatRoot } from '../python/locked.ts';

interface Field {
  readonly text: string;
  readonly span: Span;
}

interface Entry {
  readonly name: Field;
  end: number;
  /** `version`, `source`, `dependency`, `description.url`, … */
  readonly fields: Map<string, Field>;
}

const SOURCES: ReadonlyMap<string, Source> = new Map([
  ['git', 'git'],
  ['path', 'path'],
  ['sdk', 'path'],
]);

/** `1.0.0"  other:` */
const JOINED = /^([^\s"']*)["']? {1,2}(\w+):$/;

const cut = ({ span }: Field, text: string): Field => ({ text, span: { start: span.start, end: span.start + text.length } });

/** Reads pubspec.lock (pub's own format, https://dart.dev/tools/pub/glossary#lockfile). It has no edges. */
export function parsePubspecLock(text: string): DependencyFile {
  const lines = new LineScanner(text);
  const entries: Entry[] = [];
  const runtimes: Runtime[] = [];
  let section = 'packages';
  let current: Entry | undefined;
  while (lines.advance()) {
    const key = lines.pair();
    const field = { text: lines.valueText(), span: { ...lines.value } };
    const { level } = lines;
    if (level === 0) {
      // A misspelt section is the one of the packages; the other one has nothing but pairs.
      section = key === 'sdks' || lacksOne('sdks', key) ? 'sdks' : 'packages';
      current = undefined;
    } else if (section === 'sdks') {
      if (field.text !== '') runtimes.push({ name: key, requirement: field.text, requirementSpan: field.span });
    } else if (level === 1) {
      current = { name: { text: key, span: { ...lines.key } }, end: lines.end, fields: new Map() };
      entries.push(current);
    } else if (current) {
      current.end = lines.end;
      const joined = JOINED.exec(field.text);
      current.fields.set(level === 2 ? key : `description.${key}`, joined ? cut(field, joined[1] ?? '') : field);
      if (joined === null) continue;
      // The line break before the next package is lost.
      const start = field.span.end - (joined[2]?.length ?? 0) - 1;
      current = { name: { text: joined[2] ?? '', span: { start, end: field.span.end - 1 } }, end: lines.end, fields: new Map() };
      entries.push(current);
    }
  }
  const dependencies = entries.flatMap((entry) => lockedOf(entry) ?? []);
  return dependencyFile({
    ecosystem: 'Pub',
    format: 'pubspec.lock',
    role: 'lockfile',
    dependencies,
    runtimes,
    roots: dependencies.length === 0 ? [] : [rootOf(dependencies, entries)],
  });
}

function lockedOf({ name, end, fields }: Entry): Dependency | undefined {
  const version = fields.get('version');
  const asked = fields.get('dependency')?.text ?? '';
  if (version === undefined && asked === '') return undefined;
  const real = fields.get('description.name')?.text ?? name.text;
  const origin = SOURCES.get(fields.get('source')?.text ?? '');
  const location = origin && locationIn(origin, fields);
  const url = origin === undefined ? fields.get('description.url') : undefined;
  const sha = fields.get('description.sha256')?.text;
  return {
    ecosystem: 'Pub',
    name: real,
    rawName: name.text,
    nameSpan: name.span,
    use: 'locked',
    kind: /^direct\b/.test(asked) ? 'direct' : 'transitive',
    groups: groupsOf(asked),
    section: 'packages',
    source: origin ?? (real === name.text ? 'registry' : 'alias'),
    ...(version && { version: version.text, versionSpan: version.span }),
    ...(location && { location }),
    ...(url && { resolved: [{ url: url.text, urlSpan: url.span }] }),
    ...(sha !== undefined && sha !== '' && { integrity: [`sha256:${sha}`] }),
    span: { start: name.span.start, end },
  };
}

const groupsOf = (asked: string): readonly Group[] => (asked === 'direct dev' ? ['dev'] : []);

function locationIn(source: Source, fields: ReadonlyMap<string, Field>): Location | undefined {
  const path = fields.get('description.path');
  if (source === 'path') return path && pathLocation(path.text, path.span);
  const url = fields.get('description.url');
  const ref = fields.get('description.resolved-ref') ?? fields.get('description.ref');
  if (url === undefined) return undefined;
  const location = { ...locationOf(url.text, url.span, -1, undefined), hasRefKey: true };
  return ref === undefined ? location : { ...location, ref: ref.text, refSpan: ref.span, isCommit: isCommitHash(ref.text) };
}

/** The file tells which packages were asked for, but not with what requirement. */
function rootOf(dependencies: readonly Dependency[], entries: readonly Entry[]): LockRoot {
  const asked = new Set(
    entries.flatMap(({ name, fields }) => (/^direct (?:main|dev)/.test(fields.get('dependency')?.text ?? '') ? name.text : [])),
  );
  const declared = dependencies
    .filter(({ rawName }) => asked.has(rawName))
    .map(({ rawName, name, nameSpan, groups, span }): Dependency => ({
      ecosystem: 'Pub',
      name,
      rawName,
      nameSpan,
      use: 'declared',
      kind: 'direct',
      groups,
      section: 'packages',
      source: 'registry',
      span,
    }));
  return { ...flatRoot(dependencies), ...(declared.length > 0 && { declared }) };
}
