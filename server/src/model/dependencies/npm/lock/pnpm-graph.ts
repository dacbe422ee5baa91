import { remembered } from '../../../../base/memo.ts';
import type { Dependency } from '../../dependency.ts';
import type { Locked } from './locked.ts';
import type { PnpmEntry } from './pnpm-package.ts';

/** A package as it was installed with its peers. */
export interface PnpmNode {
  readonly entry: PnpmEntry;
  readonly dependency: Locked;
}

/** Who leads to whom in pnpm-lock.yaml. */
export class PnpmGraph {
  readonly #nodes = new Map<string, PnpmNode>();
  /** Since version 9: by package, its snapshots. */
  readonly #snapshots = new Map<Locked, PnpmEntry[]>();

  constructor(packages: ReadonlyMap<PnpmEntry, Locked>, snapshots: readonly PnpmEntry[]) {
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

  /** Who leads to whom, whatever the peers. */
  packageEdges(): ReadonlyMap<Dependency, ReadonlySet<Dependency>> {
    const result = new Map<Dependency, Set<Dependency>>();
    for (const node of this.#nodes.values()) {
      const targets = remembered(result, node.dependency, () => new Set<Dependency>());
      for (const { dependency } of this.edges(node)) targets.add(dependency);
    }
    return result;
  }

  /** Fills in what the snapshots say about a package. */
  complete(dependency: Locked): void {
    const snapshots = this.#snapshots.get(dependency);
    if (!snapshots) return;
    dependency.requires = [...new Set(snapshots.flatMap((entry) => entry.requires.map(([name]) => name)))];
    if (snapshots.every((entry) => entry.optional)) dependency.groups = ['optional'];
  }
}

function withoutPeers(key: string): string {
  const peers = key.indexOf('(');
  return peers < 0 ? key : key.slice(0, peers);
}
