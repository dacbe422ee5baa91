import { lookup } from '../../../../model/kubernetes/index.ts';
import {
  asMapping,
  at,
  deletePath,
  type Edits,
  entryOf,
  insertEntry,
  itemsOf,
  renameKey,
  stringOf,
  valueOf,
} from '../../../../model/yaml/index.ts';
import type { Migrate } from './migration.ts';

/** What `apiextensions.k8s.io/v1` has once for each version; moving a schema there is a person's work. */
const PER_VERSION = ['validation', 'subresources', 'additionalPrinterColumns'] as const;

/** CustomResourceDefinition: only one that already has a schema for each version, and no webhook that converts between them. */
export const migrateDefinition: Migrate = (source, { node }) => {
  const spec = asMapping(at(node, 'spec'));
  const versions = itemsOf(at(spec, 'versions'));
  if (!spec || versions.length === 0 || PER_VERSION.some((name) => entryOf(spec, name))) return undefined;
  if (versions.some((version) => !asMapping(at(version, 'schema', 'openAPIV3Schema')))) return undefined;
  if (lookup(spec, 'conversion').state !== 'absent' && stringOf(at(spec, 'conversion', 'strategy')) !== 'None') return undefined;
  // Without it everything that the schema does not name was kept, and is dropped from now on.
  const prunes = valueOf(at(spec, 'preserveUnknownFields'));
  if (prunes !== undefined && prunes !== false) return undefined;
  const edits: Edits[] = entryOf(spec, 'version') ? [deletePath(source, spec, ['version'])] : [];
  if (lookup(spec, 'scope').state === 'absent') edits.push(insertEntry(source, spec, 'scope', 'Namespaced', 'versions'));
  for (const version of versions) {
    for (const column of itemsOf(at(version, 'additionalPrinterColumns'))) {
      const path = entryOf(asMapping(column), 'JSONPath');
      if (path) edits.push(renameKey(source, path, 'jsonPath'));
    }
  }
  return { edits, applicability: 'suggested' };
};
