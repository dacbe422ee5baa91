import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';

const LOCAL = /^http:\/\/(?:[^/@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)(?=[:/]|$)/i;
const WITH_PORT = /^http:\/\/[^/]*:\d+(?:\/|$)/i;

/** The scheme of a URL that is fetched over plain HTTP from another machine, with what makes it HTTPS. */
export function plainHttp(
  text: string,
  url: string,
  { start }: Span,
): { readonly span: Span; readonly fixes: readonly Fix[] } | undefined {
  const span = { start, end: start + 4 };
  if (!/^http:\/\//i.test(url) || LOCAL.test(url) || text.slice(start, span.end).toLowerCase() !== 'http') return undefined;
  // A server does not answer both on one port.
  const applicability = WITH_PORT.test(url) ? 'suggested' : 'safe';
  return { span, fixes: [{ title: 'Use HTTPS', applicability, edits: [{ span, newText: 'https' }] }] };
}
