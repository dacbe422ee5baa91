import { ECOSYSTEMS, type Ecosystem } from '../base/ecosystem.ts';

/** Our ecosystem for one of OSV's, whatever repository its suffix names (`Maven:https://…`); undefined for one that we do not read (`Debian:12`). */
export const ecosystemOf = (text: unknown): Ecosystem | undefined =>
  typeof text === 'string' ? ECOSYSTEMS.find((one) => one === text.split(':', 1)[0]) : undefined;

/**
 * A package's name as the ecosystem compares names: PEP 503 for PyPI; without regard to case for NuGet and Packagist; elsewhere exactly as written.
 * Records and questions go through it alike, so that neither has to be spelled well.
 */
export function normalizedName(ecosystem: Ecosystem, name: string): string {
  if (ecosystem === 'PyPI') return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
  return ecosystem === 'NuGet' || ecosystem === 'Packagist' ? name.toLowerCase() : name;
}
