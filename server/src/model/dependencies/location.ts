import type { Span } from '../../base/span.ts';
import type { Location } from './dependency.ts';

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
/** Whether a reference is a full commit hash. */
export const isCommitHash = (ref: string): boolean => COMMIT.test(ref);

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** How a URL is fetched; `git@host:path` and URLs without a scheme of their own mean SSH. */
export function transportOf(url: string): string {
  if (/^[./~\\]/.test(url)) return 'file';
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || url.startsWith('git@')) return 'ssh';
  return scheme.replace(/^[a-z]+\+/, '');
}

/** A file or folder, however its path begins. */
export const pathLocation = (text: string, place: Span): Location => ({
  ...locationOf(text, place, -1, undefined),
  transport: 'file',
});

/**
 * A location whose reference stands behind the separator at `split` (an index in `text`, -1 for none).
 * @param text the URL with its reference, as written
 * @param place where `text` is in the file; parts get spans of their own only if it is as long as `text`, that is without escapes
 * @param ref where in `text` the reference is
 */
export function locationOf(text: string, place: Span, split: number, ref: Span | undefined): Location {
  const exact = place.end - place.start === text.length;
  const part = (start: number, end: number): Span => (exact ? { start: place.start + start, end: place.start + end } : place);
  const urlEnd = split < 0 ? text.length : split;
  const url = text.slice(0, urlEnd);
  const written = ref === undefined ? undefined : text.slice(ref.start, ref.end);
  return {
    url,
    urlSpan: part(0, urlEnd),
    transport: transportOf(url),
    isCommit: written !== undefined && isCommitHash(written),
    ...(written !== undefined && ref !== undefined && written !== '' && { ref: written, refSpan: part(ref.start, ref.end) }),
  };
}
