import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { ProductId } from '../../../knowledge/end-of-life.ts';
import { pinnedVersion, type DependencyFile, type Runtime, type VersionScheme } from '../../../model/dependencies/index.ts';

/** The ecosystem in whose manifests a range of a product's releases is read as one of its packages' versions. */
const RANGES: Readonly<Partial<Record<ProductId, Ecosystem>>> = {
  node: 'npm',
  python: 'PyPI',
  ruby: 'RubyGems',
  php: 'Packagist',
};

/** The releases that a runtime is asked for in. */
export interface Asked {
  /** The release, or the lowest one of the range. */
  readonly version: string;
  /** Where more than one release is asked for. */
  readonly range?: { readonly scheme: VersionScheme; readonly text: string; readonly shown: string };
}

/** `1.22.3`, `go1.22.3`, `go1.22.3-custom`; of Ruby `2.7.2p137`. */
const RELEASE = /^(?:go|v|==?)?\s*(\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})*)(?:-.*|p\d+)?$/;

/** What is asked for as far as it is told: one release, or the releases of a range that is closed upwards. */
export function releaseAskedFor(
  id: ProductId,
  { requirement }: Runtime,
  format: DependencyFile['format'],
  order: VersionScheme,
  own: VersionScheme | undefined,
): Asked | undefined {
  const isVersionFile = format === 'runtime-version';
  const release = RELEASE.exec(requirement.trim())?.[1];
  // Composer's platform is the release that packages are chosen for, often the oldest of those that run them.
  if (format === 'composer.json' && release !== undefined) return undefined;
  if (release !== undefined) return { version: release };
  if (id === 'go' || id === 'java') return undefined;
  // The beginning of a version means the newest release with it, as Pipenv's `python_version` does.
  const beginning =
    isVersionFile || format === 'Pipfile' || format === 'Pipfile.lock'
      ? /^\d{1,4}(?:\.\d{1,4})?$/.exec(requirement)?.[0]
      : undefined;
  if (beginning !== undefined) {
    const text =
      order.ecosystem === 'npm' ? `${beginning}.x` : order.ecosystem === 'PyPI' ? `==${beginning}.*` : `~> ${beginning}.0`;
    return { version: `${beginning}.0`, range: { scheme: order, text, shown: beginning } };
  }
  if (isVersionFile || !own || own.ecosystem !== RANGES[id]) return undefined;
  const version = pinnedVersion(own, requirement) ?? own.intervals(requirement)?.[0]?.lower?.version;
  return version === undefined ? undefined : { version, range: { scheme: own, text: requirement, shown: requirement } };
}
