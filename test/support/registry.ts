import type { PublishedPackage, PublishedVersion, Registry } from '../../server/src/engine/registry.ts';

type Given = { readonly latest?: string; readonly versions: Readonly<Record<string, PublishedVersion>> } | 'missing';

/** A registry that knows these packages of npm (or, as `ecosystem name`, of another ecosystem) and nothing of any other. */
export function registry(packages: Readonly<Record<string, Given>>): Registry {
  return {
    source: 'npm.example',
    forPackage: (ecosystem, name): PublishedPackage | undefined => {
      const given = packages[ecosystem === 'npm' ? name : `${ecosystem} ${name}`];
      if (given === undefined) return undefined;
      if (given === 'missing') return { exists: false };
      const { latest, versions } = given;
      return { exists: true, ...(latest !== undefined && { latest }), versions: new Map(Object.entries(versions)) };
    },
  };
}
