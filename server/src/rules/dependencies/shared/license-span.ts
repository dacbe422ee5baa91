import type { Span } from '../../../base/span.ts';
import type { Dependency } from '../../../model/dependencies/index.ts';

/** Where a lockfile's entry names the licence; the package's name where that cannot be told. */
export function licenseSpan(text: string, { span, license, nameSpan }: Dependency): Span {
  const at = license === undefined ? -1 : text.indexOf(`"${license}"`, text.indexOf('"license"', span.start) + 9);
  return at >= 0 && at < span.end && license !== undefined ? { start: at + 1, end: at + 1 + license.length } : nameSpan;
}
