const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = `(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?`;
/** The grammar of https://pkg.go.dev/github.com/distribution/reference. */
const NAME = new RegExp(`^(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
/** The algorithms of https://github.com/opencontainers/image-spec/blob/main/descriptor.md#registered-algorithms that Docker has, in lower case as it asks. */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** Sixty-four hexadecimal digits are taken for the id of an image. */
const ID = /^[0-9a-f]{64}$/;
/** Docker's own limit, registry included or not. */
const LONGEST_NAME = 255;
/** What is longer is not read. */
const LONGEST = 1000;

/** What keeps a text from being a reference, and which piece of it does. */
export interface Mistake {
  readonly kind: 'scheme' | 'upper' | 'name' | 'tag' | 'missing' | 'digest';
  readonly start: number;
  readonly end: number;
}

/** The mistakes in `[registry/]path[:tag][@digest]`, in the order of the text. */
export function* referenceMistakes(text: string): Generator<Mistake> {
  if (text.length > LONGEST) return;
  const scheme = /^[a-z]+:\/\//i.exec(text)?.[0].length;
  if (scheme !== undefined) {
    yield { kind: 'scheme', start: 0, end: scheme };
    return;
  }
  const at = text.indexOf('@');
  const end = at < 0 ? text.length : at;
  const colon = text.slice(0, end).indexOf(':', text.slice(0, end).lastIndexOf('/') + 1);
  const nameEnd = colon < 0 ? end : colon;
  const name = text.slice(0, nameEnd);
  if (!isName(name)) yield { kind: isName(lowerName(name)) ? 'upper' : 'name', start: 0, end: nameEnd };
  if (colon >= 0 && colon + 1 === end) yield { kind: 'missing', start: colon, end };
  else if (colon >= 0 && !TAG.test(text.slice(colon + 1, end))) yield { kind: 'tag', start: colon + 1, end };
  if (at >= 0 && at + 1 === text.length) yield { kind: 'missing', start: at, end: text.length };
  else if (at >= 0 && !DIGEST.test(text.slice(at + 1))) yield { kind: 'digest', start: at + 1, end: text.length };
}

export const isReference = (text: string): boolean => text.length <= LONGEST && referenceMistakes(text).next().done === true;

const isName = (name: string): boolean => NAME.test(name) && !ID.test(name) && pathOf(name).length <= LONGEST_NAME;

/** The path in lower case; a registry may have capital letters. */
export function lowerName(name: string): string {
  const path = pathOf(name);
  return name.slice(0, name.length - path.length) + path.toLowerCase();
}

/** Without the registry: a first component with a dot or colon, or localhost. */
function pathOf(name: string): string {
  const slash = name.indexOf('/');
  return /[.:]|^localhost$/.test(name.slice(0, Math.max(0, slash))) ? name.slice(slash + 1) : name;
}
