import type { Span } from '../../../../base/span.ts';
import { locationOf } from '../../location.ts';
import { parseNpmSpec } from '../spec.ts';
import type { Locked } from './locked.ts';

/** What an entry asks for. Peers are installed for it as well, unless they are optional. */
const REQUIRED = ['"dependencies"', '"optionalDependencies"', '"peerDependencies"'];
const OPTIONAL = '"optionalPeers"';

/** The line of a package: where its two first texts are, without quotes. */
export interface BunLine {
  /** Of the whole line, without blanks at its ends and the comma. */
  readonly span: Span;
  /** Where it is installed. */
  readonly key: Span;
  /** `name@version` */
  readonly head: Span;
}

/** The line between two offsets as that of a package: `"a/b": ["b@1.0.0", …],`. Undefined for any other. */
export function bunLineAt(text: string, start: number, end: number): BunLine | undefined {
  const line = text.slice(start, end);
  const bracket = line.indexOf('["');
  if (bracket < 0) return undefined;
  const close = line.indexOf('"', bracket + 2);
  let keyEnd = bracket;
  while (keyEnd > 0 && '": '.includes(line[keyEnd - 1] ?? '')) keyEnd--;
  let keyStart = 0;
  while (line[keyStart] === '\t') keyStart++;
  if (line[keyStart] === '"') keyStart++;
  if (close < 0 || keyEnd <= keyStart || line.slice(keyStart, keyEnd).includes('{')) return undefined;
  const stop = line.endsWith(',') ? end - 1 : end;
  return {
    span: { start, end: stop },
    key: { start: start + keyStart, end: start + keyEnd },
    head: { start: start + bracket + 2, end: start + close },
  };
}

/**
 * The package of a line: `[name@version, registry, { dependencies }, integrity]`, with fewer items for what does not come from a registry. `workspace` for a
 * package of the repository; undefined for what is broken.
 */
export function lockedBunPackage(text: string, { span, key, head }: BunLine): Locked | 'workspace' | undefined {
  const written = text.slice(head.start, head.end);
  const at = written.indexOf('@', 1);
  if (at < 0) return undefined;
  const from = written.slice(at + 1);
  if (from.startsWith('workspace:') || from === 'root:') return 'workspace';
  const path = text.slice(key.start, key.end);
  const rawName = lastName(path);
  const line = text.slice(head.end, span.end);
  return {
    ecosystem: 'npm',
    rawName,
    nameSpan: { start: key.end - rawName.length, end: key.end },
    use: 'locked',
    kind: 'direct',
    groups: [],
    section: 'packages',
    ...originOf(written.slice(0, at), rawName, from, { start: head.start + at + 1, end: head.end }),
    ...resolvedOf(text, head.end, span.end),
    ...integrityOf(line),
    path,
    requires: requiredIn(line),
    span,
  };
}

type Origin = Pick<Locked, 'name' | 'source' | 'version' | 'versionSpan' | 'location'>;

function originOf(name: string, rawName: string, from: string, place: Span): Origin {
  const first = from.charCodeAt(0);
  if (first >= 48 && first <= 57)
    return { name, source: name === rawName ? 'registry' : 'alias', version: from, versionSpan: place };
  const { source } = parseNpmSpec(name, from, place);
  if (source === 'registry' || source === 'alias') return { name, source };
  const hash = source === 'git' ? from.indexOf('#') : -1;
  const location = locationOf(from, place, hash, hash < 0 ? undefined : { start: hash + 1, end: from.length });
  return { name: rawName, source, location: from.startsWith('github:') ? { ...location, transport: 'https' } : location };
}

/** `a/@s/b` ends in `@s/b`. */
function lastName(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  const before = path.lastIndexOf('/', slash - 1);
  return path[before + 1] === '@' ? path.slice(before + 1) : path.slice(slash + 1);
}

/** The second text is a registry or an archive, where it is not the usual registry. */
function resolvedOf(text: string, from: number, end: number): Pick<Locked, 'resolved'> | undefined {
  if (!text.startsWith('", "http', from)) return undefined;
  const start = from + 4;
  const close = text.indexOf('"', start);
  if (close < 0 || close > end) return undefined;
  return { resolved: [{ url: text.slice(start, close), urlSpan: { start, end: close } }] };
}

/** The last text of the line, where it is a hash. */
function integrityOf(line: string): Pick<Locked, 'integrity'> {
  const end = line.lastIndexOf('"');
  const start = line.lastIndexOf('"', end - 1) + 1;
  return start > 0 && line.startsWith('sha', start) ? { integrity: [line.slice(start, end)] } : {};
}

function requiredIn(line: string): string[] {
  const names: string[] = [];
  for (const section of REQUIRED) {
    const at = line.indexOf(section);
    if (at >= 0) keysFrom(line, at + section.length, names);
  }
  const optional = line.indexOf(OPTIONAL);
  if (optional < 0) return names;
  const list = line.slice(optional, line.indexOf(']', optional));
  return names.filter((name) => !list.includes(`"${name}"`));
}

/** The keys of the flat object of texts that begins behind an offset: every other text. */
function keysFrom(line: string, from: number, names: string[]): void {
  const close = line.indexOf('}', from);
  const end = close < 0 ? line.length : close;
  for (let open = line.indexOf('"', from); open >= 0 && open < end;) {
    const shut = line.indexOf('"', open + 1);
    if (shut < 0) return;
    names.push(line.slice(open + 1, shut));
    const value = line.indexOf('"', shut + 1);
    const behind = value < 0 ? -1 : line.indexOf('"', value + 1);
    if (behind < 0) return;
    open = line.indexOf('"', behind + 1);
  }
}
