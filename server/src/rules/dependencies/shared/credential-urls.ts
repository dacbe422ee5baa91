import { sliceOf, type Span } from '../../../base/span.ts';
import type { DependencyFile } from '../../../model/dependencies/index.ts';
import { credentialIn, type Credential } from './credentials.ts';
import { fetched } from './locked-urls.ts';

export interface CredentialUrl {
  /** Of what has the URL. */
  readonly name: string;
  readonly credential: Credential;
  /** Everywhere that it stands. */
  readonly secrets: readonly Span[];
}

interface Written {
  readonly name: string;
  readonly url: string;
  readonly span: Span;
}

/** The URLs of a file that have a password or token in them. A lockfile repeats the one of a registry for each package: there it is told once. */
export function credentialUrls(text: string, model: DependencyFile): readonly CredentialUrl[] {
  const found = new Map<string | number, CredentialUrl & { readonly secrets: Span[] }>();
  const seen = new Set<number>();
  for (const { name, url, span } of urlsOf(text, model)) {
    const inUrl = url.includes('@') ? credentialIn(url, span) : undefined;
    const exact = inUrl && exactly(inUrl, url, span, sliceOf(text, span));
    // Other escapes move every place, so in a lockfile all of the address is secret.
    if (!inUrl || (!exact && model.role !== 'lockfile')) continue;
    const credential = exact ?? { value: inUrl.value, span };
    // A repository with several packages is told once.
    if (seen.size === seen.add(credential.span.start).size) continue;
    const key = model.role === 'lockfile' ? credential.value : credential.span.start;
    const same = found.get(key);
    if (same) same.secrets.push(credential.span);
    else found.set(key, { name, credential, secrets: [credential.span] });
  }
  return [...found.values()];
}

/** A backslash that keeps the character behind it from having a meaning, as in `https\://me\:secret@host`. */
const ESCAPED = /\\([^\w\s])/g;

/** The credential of a URL where `written` has it; undefined where other escapes than those of properties stand in between. */
function exactly(credential: Credential, url: string, { start }: Span, written: string): Credential | undefined {
  if (written === url) return credential;
  if (written.replaceAll(ESCAPED, '$1') !== url) return undefined;
  const escapes = [...written.matchAll(ESCAPED)].map(({ index }, before) => start + index - before);
  // An escape moves what is behind it by one; the place of the backslash itself is in front of what it escapes.
  const moved = (place: number): number => place + escapes.filter((escape) => escape < place).length;
  const spanOf = (span: Span): Span => ({ start: moved(span.start), end: moved(span.end) });
  const { value, span, userInfo } = credential;
  return { value, span: spanOf(span), ...(userInfo && { userInfo: spanOf(userInfo) }) };
}

/** One of several in a list, too: `GOPROXY=https://a,https://b`. Properties may have a backslash in front of a colon. */
const SET_URL = /https?\\?:\/\/(?:\\[:@=]|[^\s/,|"'<>\\])*@[^\s,|"'<>\\]+/gi;

function* urlsOf(text: string, model: DependencyFile): Generator<Written> {
  for (const { kind, url, urlSpan } of model.registries)
    yield { name: kind === 'find-links' ? 'the package list' : 'the package index', url, span: urlSpan };
  for (const { rawName, location } of model.dependencies)
    if (location) yield { name: rawName === '' ? 'this dependency' : rawName, url: location.url, span: location.urlSpan };
  if (model.role === 'lockfile')
    for (const { dependency, url, urlSpan } of fetched(model)) yield { name: dependency.rawName, url, span: urlSpan };
  // Proxies, and whatever else is an address. What a package runs may talk to a server for tests.
  if (model.format === 'package.json' || model.format === 'setup.py') return;
  for (const { key, valueSpan } of model.settings)
    for (const { 0: url, index } of sliceOf(text, valueSpan).matchAll(SET_URL))
      yield {
        name: `"${key}"`,
        url: url.replaceAll(ESCAPED, '$1'),
        span: { start: valueSpan.start + index, end: valueSpan.start + index + url.length },
      };
}
