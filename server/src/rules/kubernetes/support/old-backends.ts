import type { Fix } from '../../../engine/fix.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { asMapping, type EditSource, entryOf, isNull } from '../../../model/yaml/index.ts';
import { fixOf, together } from './edits.ts';
import { migrateIngress } from './migrations/ingress.ts';
import type { Deviation, Place } from './schema-walk.ts';

/** Fields of backends until `networking.k8s.io/v1`. */
const FIELDS: ReadonlySet<string> = new Set(['serviceName', 'servicePort']);

type Unknown = Extract<Deviation, { what: 'unknown' }>;

/** Whether a field of an Ingress is what older versions of its API had for the Service of a backend, or for the default backend. */
export const isOfOldBackend = ({ place, name, entry }: Unknown): boolean =>
  place.shape.type === 'V1IngressSpec'
    ? name === 'backend' && hasOldFields(asMapping(entry.value))
    : place.shape.type === 'V1IngressBackend' && FIELDS.has(name);

/** Whether what is missing is the type of a path whose backend is of the older form, so that both are one slip. */
export const isPathOfOldBackend = ({ shape, mapping }: Place, name: string): boolean =>
  shape.type === 'V1HTTPIngressPath' && name === 'pathType' && hasOldFields(asMapping(entryOf(mapping, 'backend')?.value));

const hasOldFields = (backend: ReturnType<typeof asMapping>): boolean =>
  backend !== undefined && [...FIELDS].some((name) => !isNull(entryOf(backend, name)?.value));

/** Writes all backends of an Ingress in the form of its version. */
export function newBackends(source: EditSource, resource: Resource): readonly Fix[] {
  const migration = migrateIngress(source, resource);
  return migration
    ? fixOf('Write the backends as `networking.k8s.io/v1` wants them', migration.applicability, together(migration.edits))
    : [];
}
