import { SEVERITIES } from '../../server/src/engine/severity.ts';
import { pageOf } from '../../server/src/service/explain.ts';
import type { Described } from './pages.ts';

interface Manifest {
  contributes?: { configuration?: { properties?: Record<string, Record<string, unknown> | undefined> } };
}

/** The generated part of package.json: the rules that the setting `larboard.rules` completes and checks. Everything else is kept. */
export function withRuleSettings(manifestText: string, rules: readonly Described[]): string {
  const manifest = JSON.parse(manifestText) as Manifest;
  const setting = manifest.contributes?.configuration?.properties?.['larboard.rules'];
  if (!setting) return manifestText;
  const level = { enum: ['off', 'on', ...SEVERITIES] };
  setting['properties'] = Object.fromEntries(
    rules.map(({ meta }) => [
      meta.id,
      { ...level, default: 'on', markdownDescription: `${meta.title} (${meta.severity}). [More](${pageOf(meta.id)})` },
    ]),
  );
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** `server/src/base/product.ts`, whose version is the package's. */
export function withVersion(productText: string, manifestText: string): string {
  const { version } = JSON.parse(manifestText) as { version: string };
  return productText.replace(/(export const VERSION = ')[^']*(')/, `$1${version}$2`);
}
