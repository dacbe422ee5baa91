import type { Location } from '../dependency.ts';
import { isCommitHash, locationOf } from '../location.ts';
import type { LockText } from './lock-values.ts';

/** A place whose commit has a field of its own. */
export function separateLocation(url: LockText, ref: LockText | undefined): Location {
  const location = locationOf(url.text, url.span, -1, undefined);
  return ref === undefined ? location : { ...location, ref: ref.text, refSpan: ref.span, isCommit: isCommitHash(ref.text) };
}

/** `https://host/repository?branch=main#commit`, as Cargo and uv write it: the query is what was asked for, the fragment what was taken. */
export function lockedGitLocation({ text, span }: LockText): Location {
  const hash = text.indexOf('#');
  const query = text.indexOf('?');
  const ref = hash < 0 ? undefined : { start: hash + 1, end: text.length };
  return locationOf(text, span, query >= 0 && (hash < 0 || query < hash) ? query : hash, ref);
}
