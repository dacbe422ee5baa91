import type { Ecosystem } from '../base/ecosystem.ts';
import { NO_REGISTRY, type Registry } from '../engine/registry.ts';
import type { PackageRegistry } from './host.ts';

/** Whether the host has a registry is known only after workspaces were made. */
export class LateRegistry implements Registry {
  behind: PackageRegistry | undefined;

  get source(): string {
    return this.behind?.registry.source ?? NO_REGISTRY.source;
  }

  forPackage(ecosystem: Ecosystem, name: string) {
    return this.behind?.registry.forPackage(ecosystem, name);
  }

  /** The user agreed that it is asked, or no longer does. */
  allow(isAllowed: boolean): void {
    this.behind?.allow(isAllowed);
  }
}
