/** A container image reference taken apart (https://github.com/distribution/reference). */
export interface ImageReference {
  /** With registry, without tag and digest: `ghcr.io/org/app`. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes a reference apart; undefined when it holds variables or is otherwise no literal reference. */
export function parseImage(reference: string): ImageReference | undefined {
  if (reference.length > 1000 || !/^[\w./:@-]+$/.test(reference)) return undefined;
  const [rest = '', digest] = reference.split('@', 2);
  const colon = rest.lastIndexOf(':');
  const hasTag = colon > rest.lastIndexOf('/');
  const name = hasTag ? rest.slice(0, colon) : rest;
  // A repository is in lower case, so `IMAGE` and `registry/APP_NAME` wait for somebody to fill them in.
  const last = name.slice(name.lastIndexOf('/') + 1);
  return name === '' || /^[A-Z][A-Z0-9_]*$/.test(last)
    ? undefined
    : { name, tag: hasTag ? rest.slice(colon + 1) : undefined, digest };
}
