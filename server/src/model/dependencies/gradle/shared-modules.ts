import type { Dependency } from '../dependency.ts';
import type { Script } from './entries.ts';
import { moduleOf } from './module.ts';
import { coordinatesIn } from './notation.ts';

/** A version, and not the rest of another text with colons: `HH:mm:ss`, `tcp:host:8080`. */
const VERSION = /^[[(\]]?v?\d|\+$|^latest\.|^\$\{/;

/**
 * Modules that extra properties have for the other scripts of a build: `ext.libraries = [gson: 'com.google.code.gson:gson:2.7']`. Those that the script itself uses are
 * known already.
 */
export function sharedModules(
  { scope, language }: Script,
  shared: ReadonlySet<string>,
  known: readonly Dependency[],
): readonly Dependency[] {
  const used = new Set(known.map(({ nameSpan }) => nameSpan.start));
  return [...shared].flatMap((name): Dependency[] => {
    const token = scope.get(name)?.token;
    if (token === undefined || used.has(token.span.start)) return [];
    const found = coordinatesIn(token, scope, language);
    if (found === undefined) return [];
    const module = moduleOf({ entry: { kind: 'module', ...found }, span: token.outer }, undefined);
    const { requirement = '' } = module;
    if (!VERSION.test(requirement) || !(found.group.includes('.') || /[.+$-]/.test(requirement))) return [];
    return [{ ecosystem: 'Maven', ...module, use: 'declared', kind: 'direct', groups: [], section: 'ext', span: token.outer }];
  });
}
