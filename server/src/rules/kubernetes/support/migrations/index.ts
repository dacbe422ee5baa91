import type { Fix } from '../../../../engine/fix.ts';
import type { Replacement } from '../../../../knowledge/kubernetes/api-lifecycle.ts';
import type { Resource } from '../../../../model/kubernetes/index.ts';
import { type EditSource, entryOf, replaceScalar } from '../../../../model/yaml/index.ts';
import { fixOf, together } from '../edits.ts';
import { migrateAutoscaler } from './autoscaler.ts';
import { migrateDefinition } from './definition.ts';
import { migrateIngress } from './ingress.ts';
import { type Migrate, SAME_SHAPE } from './migration.ts';
import {
  migrateAccessReview,
  migrateBinding,
  migrateByHand,
  migrateDevices,
  migrateDisruptionBudget,
  migrateEndpointSlice,
  migratePriorityLevel,
  migrateProbably,
  migrateRuntimeClass,
  migrateSigningRequest,
} from './small.ts';
import { migrateWebhooks } from './webhooks.ts';
import { migrateWorkload } from './workload.ts';

/** Kinds whose versions differ in more than their name. */
const MIGRATIONS: ReadonlyMap<string, Migrate> = new Map([
  ['CertificateSigningRequest', migrateSigningRequest],
  ['ClusterRoleBinding', migrateBinding],
  ['ConversionReview', migrateByHand],
  ['CustomResourceDefinition', migrateDefinition],
  ['DaemonSet', migrateWorkload],
  ['Deployment', migrateWorkload],
  ['EndpointSlice', migrateEndpointSlice],
  ['Event', migrateProbably],
  ['HorizontalPodAutoscaler', migrateAutoscaler],
  ['Ingress', migrateIngress],
  ['Job', migrateProbably],
  ['KubeSchedulerConfiguration', migrateProbably],
  ['LeaseCandidate', migrateByHand],
  ['LocalSubjectAccessReview', migrateAccessReview],
  ['MutatingWebhookConfiguration', migrateWebhooks],
  ['PodDisruptionBudget', migrateDisruptionBudget],
  ['PriorityLevelConfiguration', migratePriorityLevel],
  ['ReplicaSet', migrateWorkload],
  ['ResourceClaim', migrateDevices],
  ['ResourceClaimTemplate', migrateDevices],
  ['ResourceSlice', migrateDevices],
  ['RoleBinding', migrateBinding],
  ['RuntimeClass', migrateRuntimeClass],
  ['Scale', migrateProbably],
  ['StatefulSet', migrateWorkload],
  ['StorageVersionMigration', migrateByHand],
  ['SubjectAccessReview', migrateAccessReview],
  ['ValidatingWebhookConfiguration', migrateWebhooks],
]);

/** The fix that moves a resource to `replacement`; none where a person has to decide something. */
export function migrationFixes(source: EditSource, resource: Resource, { apiVersion, kind }: Replacement): readonly Fix[] {
  const entry = entryOf(resource.node, 'apiVersion');
  if (kind !== resource.kind || entry?.value?.kind !== 'scalar' || !resource.node.entries.includes(entry)) return [];
  const migrate = MIGRATIONS.get(kind);
  const migration = migrate ? migrate(source, resource) : SAME_SHAPE;
  if (!migration) return [];
  const edits = together([replaceScalar(source, entry.value, apiVersion), ...migration.edits]);
  return fixOf(`Use \`${apiVersion}\``, migration.applicability, edits);
}
