import type { Span } from '../../../base/span.ts';
import type { Applicability, Fix } from '../../../engine/fix.ts';

/** What a package manager writes before the scheme: `sparse+http://` of Cargo, `git+http://`. */
const PLAIN = /^((?:[a-z]+\+)?)http:\/\/([^/?#\s]*)/i;
/** This machine, where nobody is on the way. */
const LOCAL = /^(?:[^@]*@)?(?:localhost|[^:]*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?::|$)/i;

/** A URL whose content anyone on the way can replace. */
export interface PlainHttp {
  /** Of `http`. */
  readonly span: Span;
  /** Without user information. */
  readonly host: string;
  readonly fixes: readonly Fix[];
}

/** Whether a URL is fetched over plain HTTP from another machine. */
export function isPlainHttp(url: string): boolean {
  const [, , authority = ''] = PLAIN.exec(url) ?? [];
  const host = hostOf(authority);
  return host !== '' && !/[$%{]/.test(host) && !LOCAL.test(authority);
}

const hostOf = (authority: string): string => authority.replace(/^.*@/, '');

/**
 * Whether `url` is fetched without encryption from another machine; not known where a variable stands for the host.
 * @param span of the URL as it is written
 * @param applicability of the fix where the server is known to answer HTTPS on the port that goes without saying
 */
export function plainHttp(text: string, url: string, span: Span, applicability: Applicability = 'safe'): PlainHttp | undefined {
  const [, prefix = '', authority = ''] = PLAIN.exec(url) ?? [];
  if (!isPlainHttp(url)) return undefined;
  const host = hostOf(authority);
  const start = span.start + prefix.length;
  const scheme = { start, end: start + 'http'.length };
  if (text.slice(start, scheme.end).toLowerCase() !== 'http') return undefined;
  return {
    span: scheme,
    host,
    fixes: [
      {
        title: 'Use HTTPS',
        // A server does not answer both on one port.
        applicability: /:\d+$/.test(host) ? 'suggested' : applicability,
        edits: [{ span: scheme, newText: 'https' }],
      },
    ],
  };
}
