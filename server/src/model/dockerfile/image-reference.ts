import type { Span } from '../../base/span.ts';
import { UNKNOWN, type Expansion } from './expansion.ts';

/** A piece of an image reference. */
export interface ReferencePart {
  readonly text: string;
  /** Where it is in the reference as written; the whole `${NAME}` when it comes from a variable. */
  readonly span: Span;
  /** Where it is written, so that it can be edited: in the reference or in the default of an ARG. Undefined when it is not one piece there. */
  readonly origin: Span | undefined;
  /** The piece `[start, end)` of this one. */
  piece(start: number, end: number): ReferencePart;
}

/** `[registry/]path[:tag][@digest]`. */
export interface ImageReference {
  /** Undefined when a variable in it is unknown. */
  readonly text: string | undefined;
  readonly span: Span;
  readonly certainty: 'literal' | 'resolved' | 'unknown';
  readonly registry: ReferencePart | undefined;
  /** The whole name without tag and digest, registry included. Undefined when unknown. */
  readonly name: ReferencePart | undefined;
  /** Absent and unknown are told apart by `isTagUnknown`. */
  readonly tag: ReferencePart | undefined;
  readonly digest: ReferencePart | undefined;
  /** Whether an unknown variable may hold the tag or digest, or hide that there is none. */
  readonly isTagUnknown: boolean;
  /** Where a tag is inserted: behind the name, where the name is written; undefined when that is no one place. */
  readonly tagInsertion: number | undefined;
  /** Repository as the registry knows it, lower case: `docker.io/library/node`. Undefined when unknown. */
  readonly repository: string | undefined;
}

/** Reads a reference by the grammar of https://pkg.go.dev/github.com/distribution/reference; malformed ones are read as far as they go. */
export function readImageReference({ value, site, origin, variables }: Expansion, text: string): ImageReference {
  const whole = site.text;
  const at = whole.indexOf('@');
  const nameAndTag = at < 0 ? whole.length : at;
  const slash = whole.lastIndexOf('/', Math.max(0, nameAndTag - 1));
  const colon = whole.slice(0, nameAndTag).indexOf(':', slash + 1);
  const nameEnd = colon < 0 ? nameAndTag : colon;
  const part = (start: number, end: number): ReferencePart => {
    const piece = whole.slice(start, end);
    const written = origin.span(start, end);
    return {
      text: piece,
      span: site.span(start, end),
      origin: text.slice(written.start, written.end) === piece ? written : undefined,
      piece: (from, to) => part(start + from, Math.min(start + to, end)),
    };
  };
  const known = (start: number, end: number): ReferencePart | undefined =>
    whole.slice(start, end).includes(UNKNOWN) ? undefined : part(start, end);
  const name = known(0, nameEnd);
  const registryEnd = registryLength(whole.slice(0, nameEnd));
  const tag = colon >= 0 && colon + 1 < nameAndTag ? known(colon + 1, nameAndTag) : undefined;
  const digest = at >= 0 && at + 1 < whole.length ? known(at + 1, whole.length) : undefined;
  return {
    text: value,
    span: site.span(0, whole.length),
    certainty: value === undefined ? 'unknown' : variables.length > 0 ? 'resolved' : 'literal',
    registry: registryEnd > 0 ? known(0, registryEnd) : undefined,
    name,
    tag,
    digest,
    isTagUnknown: whole.slice(slash + 1).includes(UNKNOWN),
    tagInsertion: insertionPoint(text, whole, origin, slash + 1, nameEnd),
    repository: name && repositoryOf(name.text),
  };
}

/** The first component is a registry if it has a dot or colon, or is localhost. */
function registryLength(name: string): number {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(0, slash));
  return /[.:]/.test(first) || first === 'localhost' ? slash : 0;
}

/** The repository as the registry knows it, for a whole reference without variables: `docker.io/library/node` for `node:24`. */
export function repositoryOfText(reference: string): string {
  const name = reference.split('@', 1)[0] ?? '';
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return repositoryOf(colon < 0 ? name : name.slice(0, colon));
}

function repositoryOf(name: string): string {
  const lower = name.toLowerCase().replace(/^(?:index\.docker\.io|registry-1\.docker\.io|docker\.io)\//, '');
  if (registryLength(lower) > 0) return lower;
  return `docker.io/${lower.includes('/') ? lower : `library/${lower}`}`;
}

/** The end of the name's last component, if that is written in one piece. */
function insertionPoint(
  text: string,
  whole: string,
  origin: Expansion['origin'],
  start: number,
  end: number,
): number | undefined {
  const last = whole.slice(start, end);
  const written = origin.span(start, end);
  return last !== '' && text.slice(written.start, written.end) === last ? written.end : undefined;
}
