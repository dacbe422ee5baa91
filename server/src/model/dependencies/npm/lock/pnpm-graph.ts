import type { Dependency, Group } from '../../dependency.ts';
import type { PnpmEntry } from './pnpm-package.ts';

/** A package as it was installed with its peers. */
export interface PnpmNode {
  readonly entry: PnpmEntry;
  readonly dependency: Dependency;
}

/** Who leads to whom in pnpm-lock.yaml. */
export class PnpmGraph {
  readonly #nodes = new Map<string, PnpmNode>();
  /** Since version 9: by package, its snapshots. */
  readonly #snapshots = new Map<Dependency, PnpmEntry[]>();

  constructor(packages: ReadonlyMap<PnpmEntry, Dependency>, snapshots: readonly PnpmEntry[]) {
    for (const [entry, dependency] of packages) this.#nodes.set(entry.key, { entry, dependency });
    for (const entry of snapshots) {
      const dependency = this.#nodes.get(withoutPeers(entry.key))?.dependency;
      if (!dependency) continue;
      this.#nodes.set(entry.key, { entry, dependency });
      const known = this.#snapshots.get(dependency);
      if (known) known.push(entry);
      else this.#snapshots.set(dependency, [entry]);
    }
  }

  /** What `target`, written for `name`, leads to: a version, or a key where the package has another name or comes from elsewhere. */
  find(name: string, target: string): PnpmNode | undefined {
    return this.#find(name, target) ?? this.#find(name, withoutPeers(target));
  }

  #find(name: string, target: string): PnpmNode | undefined {
    const nodes = this.#nodes;
    return (
      nodes.get(`${name}@${target}`) ?? nodes.get(target) ?? nodes.get(`/${name}@${target}`) ?? nodes.get(`/${name}/${target}`)
    );
  }

  *edges({ entry }: PnpmNode): Generator<PnpmNode> {
    for (const [name, target] of entry.requires) {
      const found = this.find(name, target);
      if (found) yield found;
    }
  }

  /** What the snapshots say about a package. */
  finish(dependency: Dependency): { readonly requires: readonly string[]; readonly groups: readonly Group[] } {
    const snapshots = this.#snapshots.get(dependency);
    if (!snapshots) return { requires: dependency.requires ?? [], groups: dependency.groups };
    const requires = new Set(snapshots.flatMap((entry) => entry.requires.map(([name]) => name)));
    const optional = snapshots.every((entry) => entry.optional);
    return { requires: [...requires], groups: optional ? ['optional'] : dependency.groups };
  }
}

function withoutPeers(key: string): string {
  const peers = key.indexOf('(');
  return peers < 0 ? key : key.slice(0, peers);
}
