import { folderOf, resolvePath } from '../base/path.ts';
import type { Include } from '../model/dependencies/index.ts';
import type { Parsed } from './parse.ts';

type Kind = Include['kind'];

/** Files that requirements files include, whatever their names: what they are is said there alone (`-r deps/base.txt`, `-c pins`). */
export class Included {
  /** By the file that includes: what it includes. */
  readonly #of = new Map<string, ReadonlyMap<string, Kind>>();
  /** The other way around. */
  readonly #by = new Map<string, Map<string, Kind>>();

  /** What a file is included as; undefined where nobody includes it. */
  kindOf(path: string): Kind | undefined {
    const kinds = [...(this.#by.get(path)?.values() ?? [])];
    return kinds.includes('requirements') ? 'requirements' : kinds[0];
  }

  /** All of them. */
  paths(): Iterable<string> {
    return this.#by.keys();
  }

  /** Takes what a file is now. Returns the files that are something else because of that. */
  replace(path: string, parsed: Parsed | undefined): readonly string[] {
    const before = this.#of.get(path) ?? new Map<string, Kind>();
    const after = includesOf(path, parsed);
    const concerned = new Set([...before.keys(), ...after.keys()]);
    if (concerned.size === 0) return [];
    const kinds = new Map([...concerned].map((other) => [other, this.kindOf(other)]));
    for (const other of before.keys()) {
      const others = this.#by.get(other);
      others?.delete(path);
      if (others?.size === 0) this.#by.delete(other);
    }
    for (const [other, kind] of after) this.#by.set(other, (this.#by.get(other) ?? new Map<string, Kind>()).set(path, kind));
    if (after.size > 0) this.#of.set(path, after);
    else this.#of.delete(path);
    return [...kinds].flatMap(([other, kind]) => (this.kindOf(other) === kind ? [] : other));
  }
}

/** Gemfiles and others include what has a name of their own kind. */
function includesOf(path: string, parsed: Parsed | undefined): ReadonlyMap<string, Kind> {
  const includes = new Map<string, Kind>();
  if (parsed?.kind !== 'dependencies' || !/^(?:requirements|constraints)\.txt$/.test(parsed.model.format)) return includes;
  for (const { kind, path: written } of parsed.model.includes) {
    if (/^[a-z]+:\/\/|[${}]/i.test(written) || written.endsWith('/')) continue;
    const target = resolvePath(folderOf(path), written.replaceAll('\\', '/'));
    if (target !== undefined && target !== '' && target !== path && includes.get(target) !== 'requirements')
      includes.set(target, kind);
  }
  return includes;
}
