import type { Span } from '../../../base/span.ts';
import type { Dependency, Location } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { isCommitHash, locationOf } from '../location.ts';
import { flatRoot } from '../python/locked.ts';

/** `"name": {:hex, :package, "1.0.0", "hash", …` or `"name" => {…` of older files; a quote, the colon of an atom or a comma may be lost. */
const HEX = /^"?([\w-]+)"?:? {0,2}(?:=> )?\{?:?hex,? ?:?"?([\w-]+)"?,? ?"?([^",]{1,200})"?(?:,? ?"?([0-9a-f]{64})"?)?/d;
/** `"name": {:git, "url", "commit", [ref: "main"]}`. */
const GIT = /^"?([\w-]+)"?:? {0,2}(?:=> )?\{?:?git,? ?"?([^",\s]{1,2000})"?(?:,? ?"?([0-9a-f]{40})"?)?/d;
/** What a package asks for: `{:plug, "~> 1.0", [hex: :plug, …`. */
const REQUIRES = /\{:"?([\w-]+)"?, "[^"\n]*", \[(?:hex: :"?([\w-]+))?/g;
/** The hash of the archive stands behind the repository: `"hexpm", "…"}`. */
const OUTER = /, "([0-9a-f]{64})"\},?\s*\}?\s*$/;

/** Where another entry begins on the same line, which Mix does not write. */
const NEXT = /(?="[\w-]+"(?::| =>) \{:(?:hex|git), )(?<=\},? {0,2})/;

/** Reads mix.lock (Mix's own format, a map of Elixir with an entry a line; https://hexdocs.pm/hex/Hex.html). */
export function parseMixLock(text: string): DependencyFile {
  const dependencies: (Dependency & { kind: Dependency['kind'] })[] = [];
  let next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (next < text.length) {
    const start = next;
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    next = end + 1;
    if (end - start < 8) continue;
    const line = text.slice(start, end);
    const first = start + (/^(?:%\{)?[ \t]*/.exec(line.trimStart())?.[0].length ?? 0) + line.length - line.trimStart().length;
    let from = first;
    for (const entry of text.slice(first, end).split(NEXT)) {
      const read = hexPackage(entry, from) ?? gitPackage(entry, from);
      if (read) dependencies.push(read);
      from += entry.length;
    }
  }
  const required = new Set(dependencies.flatMap(({ requires = [] }) => requires));
  for (const one of dependencies) if (required.has(one.name)) one.kind = 'transitive';
  return dependencyFile({
    ecosystem: 'Hex',
    format: 'mix.lock',
    role: 'lockfile',
    dependencies,
    roots: dependencies.length === 0 ? [] : [flatRoot(dependencies)],
  });
}

const spanOf = (match: RegExpExecArray, group: number, start: number): Span => {
  const [from, to] = match.indices?.[group] ?? [0, 0];
  return { start: start + from, end: start + to };
};

function locked(
  match: RegExpExecArray,
  line: string,
  start: number,
  more: Partial<Dependency>,
): Dependency & { kind: Dependency['kind'] } {
  const rawName = match[1] ?? '';
  return {
    ecosystem: 'Hex',
    name: rawName,
    rawName,
    nameSpan: spanOf(match, 1, start),
    use: 'locked',
    kind: 'direct',
    groups: [],
    section: '',
    source: 'registry',
    span: { start, end: start + line.trimEnd().length },
    ...more,
  };
}

function hexPackage(line: string, start: number): (Dependency & { kind: Dependency['kind'] }) | undefined {
  const match = HEX.exec(line);
  const version = match?.[3];
  if (!match || version === undefined) return undefined;
  const name = match[2] ?? '';
  const requires = [...line.slice(match[0].length).matchAll(REQUIRES)].map(([, app = '', target]) => target ?? app);
  const hashes = [OUTER.exec(line)?.[1] ?? match[4]].filter((hash) => hash !== undefined);
  return locked(match, line, start, {
    name,
    source: name === match[1] ? 'registry' : 'alias',
    version,
    versionSpan: spanOf(match, 3, start),
    ...(hashes.length > 0 && { integrity: hashes.map((hash) => `sha256:${hash}`) }),
    requires,
  });
}

function gitPackage(line: string, start: number): (Dependency & { kind: Dependency['kind'] }) | undefined {
  const match = GIT.exec(line);
  const url = match?.[2];
  return match && url !== undefined
    ? locked(match, line, start, { source: 'git', location: gitLocation(match, url, start), requires: [] })
    : undefined;
}

function gitLocation(match: RegExpExecArray, url: string, start: number): Location {
  const location = locationOf(url, spanOf(match, 2, start), -1, undefined);
  const ref = match[3];
  return ref === undefined
    ? location
    : { ...location, hasRefKey: true, ref, refSpan: spanOf(match, 3, start), isCommit: isCommitHash(ref) };
}
