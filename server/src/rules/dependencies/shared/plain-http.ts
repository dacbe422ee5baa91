import type { Span } from '../../../base/span.ts';
import type { Fix } from '../../../engine/fix.ts';

const LOCAL = /^http:\/\/(?:[^/@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|host\.docker\.internal)(?=[:/]|$)/i;
const WITH_PORT = /^http:\/\/[^/]*:\d+(?:\/|$)/i;

/** Whether a URL is fetched over plain HTTP from another machine. */
export const isPlainHttp = (url: string): boolean => /^http:\/\//i.test(url) && !LOCAL.test(url);

/** The `http` of a URL that begins at `start`, if the file has it there. */
export function schemeSpan(text: string, start: number): Span | undefined {
  const span = { start, end: start + 4 };
  return text.slice(span.start, span.end).toLowerCase() === 'http' ? span : undefined;
}

/** A server does not answer both on one port, so such an address may need another one. */
export const useHttps = (url: string, span: Span): Fix => ({
  title: 'Use HTTPS',
  applicability: WITH_PORT.test(url) ? 'suggested' : 'safe',
  edits: [{ span, newText: 'https' }],
});
