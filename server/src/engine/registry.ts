import type { Ecosystem } from '../base/ecosystem.ts';

/** What a registry says of one version. Whatever a registry does not tell is absent. */
export interface PublishedVersion {
  /** ISO date and time, UTC. */
  readonly published?: string;
  /** What its authors say of why it should not be used. */
  readonly deprecated?: string;
  /** Taken back: still there for who has it, no longer for anybody new. */
  readonly isYanked?: boolean;
  /** As the package writes it. */
  readonly license?: string;
  /** Whether the build attested where the package comes from. */
  readonly hasProvenance?: boolean;
  /** Hashes of its archive (https://w3c.github.io/webappsec-subresource-integrity/): `sha512-…`, each of another algorithm. */
  readonly integrity?: readonly string[];
  /** Whether it runs code of its own while it is installed. */
  readonly hasInstallScript?: boolean;
}

/** What a registry says of one package. */
export type PublishedPackage =
  | { readonly exists: false }
  | {
      readonly exists: true;
      /** The version that is installed when none is asked for. */
      readonly latest?: string;
      /** All of them; what is not here was never published, or was taken away. */
      readonly versions: ReadonlyMap<string, PublishedVersion>;
    };

/** Port: the registry that packages come from. Asked synchronously; the host has asked the network before, with the user's consent, or not. */
export interface Registry {
  /** For people: the registry's host. */
  readonly source: string;
  /** Undefined while nothing is known; then nothing may be said. `name` is normalised as the ecosystem does. */
  forPackage(ecosystem: Ecosystem, name: string): PublishedPackage | undefined;
}

/** What rules are given where nobody agreed to ask a registry. */
export const NO_REGISTRY: Registry = { source: 'none', forPackage: () => undefined };
