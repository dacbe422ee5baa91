import { editDistance } from '../base/edit-distance.ts';
import { likeness } from '../base/likeness.ts';
import { KICS_QUERIES } from '../knowledge/kics-queries.ts';
import { advisoryId } from './advisory-id.ts';
import type { AnyRule } from './rule.ts';

/** `trivy:AVD-DS-0002`, `trivy:DS002` and `trivy:DS-0002` are one id; semgrep's dotted path ends in the id; kube-score writes one with blanks or hyphens. Other tools write theirs one way. */
function normalise(tool: string, id: string): string {
  if (tool === 'trivy')
    return id
      .toUpperCase()
      .replace(/^AVD-/, '')
      .replace(/^(DS|KSV|KCV)-?0*(\d+)$/, (_, family: string, digits: string) => `${family}-${digits.padStart(4, '0')}`);
  // Its lists show a check's name, its annotations take the name with hyphens.
  if (tool === 'kube-score') return id.replaceAll(' ', '-');
  // In comments it knows its queries by their UUIDs only.
  if (tool === 'kics') return KICS_QUERIES.get(id.toLowerCase()) ?? id;
  if (tool === 'semgrep') return id.slice(id.lastIndexOf('.') + 1);
  return id;
}

const keyOf = (tool: string, id: string): string => `${tool}:${normalise(tool, id)}`.toLowerCase();

/** Finds our rules by their ids, short names, globs and the ids of other tools. Built once for a set of rules. */
export class RuleNames {
  readonly #ids: ReadonlySet<string>;
  readonly #byShortName = new Map<string, string[]>();
  readonly #byAlias = new Map<string, string[]>();

  constructor(rules: readonly Pick<AnyRule, 'meta'>[]) {
    this.#ids = new Set(rules.map(({ meta }) => meta.id));
    for (const { meta } of rules) {
      append(this.#byShortName, meta.id.slice(meta.id.indexOf('/') + 1), meta.id);
      for (const alias of meta.aliases) {
        const colon = alias.indexOf(':');
        append(this.#byAlias, keyOf(alias.slice(0, colon), alias.slice(colon + 1)), meta.id);
      }
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Our ids that `selector` means: an id, a name without its family, `family/*`, `*`, or a peer's `tool:ID`. Empty when it means none. */
  select(selector: string): readonly string[] {
    if (this.#ids.has(selector)) return [selector];
    if (selector === '*') return [...this.#ids];
    const colon = selector.indexOf(':');
    if (colon > 0) return this.peer(selector.slice(0, colon), selector.slice(colon + 1));
    if (selector.endsWith('/*')) return [...this.#ids].filter((id) => id.startsWith(selector.slice(0, -1)));
    return this.#byShortName.get(selector) ?? [];
  }

  /** What a suppression may name: rules, as {@link select} finds them, or one advisory, also behind the name of a tool (`trivy:CVE-2021-44228`). */
  selectAccepted(selector: string): readonly string[] {
    const advisory = advisoryId(selector) ?? advisoryId(selector.slice(selector.indexOf(':') + 1));
    return advisory === undefined ? this.select(selector) : [advisory];
  }

  /** Our ids that mean the same as `id` of `tool`; a `*` in it stands for any text. */
  peer(tool: string, id: string): readonly string[] {
    if (id.includes('*')) return this.#peersLike(keyOf(tool, id.trim()));
    return this.#byAlias.get(keyOf(tool, id.trim())) ?? [];
  }

  /** Our ids that mean the same as any id of `tool`. */
  allOf(tool: string): readonly string[] {
    return this.#peersLike(`${tool}:*`);
  }

  #peersLike(pattern: string): readonly string[] {
    const isLike = likeness(pattern);
    return [...new Set([...this.#byAlias].flatMap(([alias, ids]) => (isLike(alias) ? ids : [])))];
  }

  /** The id most like `wrong`, if one is close enough to be what was meant. */
  nearest(wrong: string): string | undefined {
    let best: string | undefined;
    let least = Math.max(2, Math.floor(wrong.length / 4)) + 1;
    for (const id of this.#ids) {
      const name = wrong.includes('/') ? id : id.slice(id.indexOf('/') + 1);
      const distance = editDistance(wrong, name, least);
      if (distance < least) [best, least] = [id, distance];
    }
    return best;
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
