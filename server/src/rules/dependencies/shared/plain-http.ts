import type { Span } from '../../../base/span.ts';
import type { Applicability, Fix } from '../../../engine/fix.ts';

const LOCAL = /^http:\/\/(?:[^/@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?=[:/]|$)/i;
const WITH_PORT = /^http:\/\/[^/]*:\d+(?:\/|$)/i;

/** Whether a URL is fetched over plain HTTP from another machine. */
export const isPlainHttp = (url: string): boolean => /^http:\/\//i.test(url) && !LOCAL.test(url);

/** The scheme of a URL that is fetched over plain HTTP from another machine, with the fix; undefined for any other, and where `place` is not just the URL. */
export function plainHttp(
  text: string,
  url: string,
  place: Span,
  applicability: Applicability = 'safe',
): { readonly span: Span; readonly fixes: readonly Fix[] } | undefined {
  if (!isPlainHttp(url)) return undefined;
  const span = { start: place.start, end: place.start + 4 };
  if (text.slice(span.start, span.end).toLowerCase() !== 'http') return undefined;
  // A server does not answer both on one port.
  const best = WITH_PORT.test(url) ? 'suggested' : applicability;
  return { span, fixes: [{ title: 'Use HTTPS', applicability: best, edits: [{ span, newText: 'https' }] }] };
}
